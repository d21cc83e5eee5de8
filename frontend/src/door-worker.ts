// Opens the page of one door without a connection. It keeps the empty page and what that is drawn with;
// names are not in it: they are in the page's own store. It touches nothing outside its own door.

type Waiting = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Event & { request: Request; respondWith(answer: Promise<Response>): void };
interface Worker {
  registration: { scope: string };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(name: string, act: (event: never) => void): void;
}

const worker = self as unknown as Worker;
const scope = (): string => worker.registration.scope;
const cupboard = (): Promise<Cache> => caches.open(`fiksummin-door ${scope()}`);

/** Keep these addresses and the empty page, and nothing older. */
async function keep(addresses: string[], shell: string): Promise<void> {
  const cache = await cupboard();
  const wanted = [new URL(shell, scope()).href, ...addresses];
  for (const address of wanted) {
    const answer = await fetch(address, { cache: "no-cache" });
    if (answer.ok && !answer.redirected) await cache.put(address, answer);
  }
  for (const request of await cache.keys()) if (!wanted.includes(request.url)) await cache.delete(request);
}

async function page(request: Request): Promise<Response> {
  const kept = async (): Promise<Response | undefined> => (await cupboard()).match(new URL("offline/", scope()).href);
  try {
    const answer = await fetch(request);
    return answer.status < 502 ? answer : ((await kept()) ?? answer);
  } catch {
    return (await kept()) ?? Response.error();
  }
}

async function file(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await (await cupboard()).match(request.url)) ?? Response.error();
  }
}

worker.addEventListener("install", (event: Waiting) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event: Waiting) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("message", (event: Waiting & MessageEvent) => {
  const { keep: addresses, shell } = event.data as { keep: string[]; shell: string };
  event.waitUntil(keep(addresses, shell).catch(() => undefined).then(() => event.ports[0]?.postMessage("kept")));
});
worker.addEventListener("fetch", (event: Fetching) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (new URL(request.url).pathname.startsWith("/static/")) event.respondWith(file(request));
});
