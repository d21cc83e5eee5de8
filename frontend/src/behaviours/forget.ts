// The list of a door does not stay on a phone: it goes when the event is over, and when nobody is signed in.
// Presses that are not with the service yet stay: they hold no names of those who registered.

const NAME = "fiksummin-door";

/** Forget lists that are out of date, or that nobody here may see. */
export async function forgetDoors(page: Document): Promise<void> {
  const until = Number(localStorage.getItem(NAME) ?? 0);
  const isOut = !!page.querySelector(".account a[href*='/accounts/login/']");
  if (!until || (!isOut && Date.now() < until)) return;
  localStorage.removeItem(NAME);
  for (const key of await caches.keys()) if (key.startsWith(NAME)) await caches.delete(key);
  for (const one of await navigator.serviceWorker.getRegistrations()) if (one.scope.endsWith("/door/")) await one.unregister();
  const request = indexedDB.open(NAME);
  request.onsuccess = () => {
    const base = request.result;
    if (base.objectStoreNames.contains("lists")) base.transaction("lists", "readwrite").objectStore("lists").clear();
    base.close();
  };
}
