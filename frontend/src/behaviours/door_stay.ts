// Has the page of a door open again without a connection.

/** Have the worker of the door keep the empty page and what it is drawn with. */
export async function stay(place: HTMLElement): Promise<void> {
  await navigator.serviceWorker.register(place.getAttribute("worker")!);
  const worker = (await navigator.serviceWorker.ready).active!;
  const used = performance.getEntriesByType("resource").map((entry) => entry.name);
  const keep = used.filter((name) => new URL(name).pathname.startsWith("/static/"));
  const heard = new MessageChannel();
  const kept = new Promise((resolve) => (heard.port1.onmessage = resolve));
  worker.postMessage({ keep, shell: place.getAttribute("shell") }, [heard.port2]);
  await kept;
}

/** Say the hour of a moment by the clock of the event. */
export function clock(at: string, zone: string | null): string {
  const how = { hour: "numeric", minute: "2-digit", timeZone: zone ?? undefined } as const;
  const said = new Intl.DateTimeFormat("en-GB", how).format(new Date(at)).replace(/^0(?=\d:)/, "");
  return document.documentElement.lang === "en" ? said : said.replace(":", ".");
}
