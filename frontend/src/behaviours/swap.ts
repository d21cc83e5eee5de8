// Exchange a part of a page for the server's newer text of it, and leave the reader where she was.

/** Put the text in place; focus and unfolded details stay, as far as they are still there. */
export function swap(place: HTMLElement, text: string): void {
  const key = keyOf(document.activeElement);
  const inside = place.contains(document.activeElement);
  const unfolded = [...place.querySelectorAll("details[open] > summary")].map((fold) => fold.textContent);
  place.replaceChildren(...new DOMParser().parseFromString(text, "text/html").body.childNodes);
  for (const fold of place.querySelectorAll("details > summary"))
    if (unfolded.includes(fold.textContent)) fold.parentElement!.setAttribute("open", "");
  if (inside) refocus(place, key);
}

/** Somebody writes, chooses or answers a dialog here: what she does must not vanish. */
export function isBusy(place: HTMLElement): boolean {
  const active = document.activeElement;
  if (place.querySelector("dialog[open]")) return true;
  return place.contains(active) && !!active?.matches("input, select, textarea");
}

function refocus(place: HTMLElement, key: string): void {
  const places = place.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [id]");
  const same = [...places].find((one) => keyOf(one) === key) ?? place;
  if (same === place) place.tabIndex = -1;
  same.focus({ preventScroll: true });
}

/** What makes an element the same one after the swap: its id, its address, or its form and name. */
function keyOf(element: Element | null): string {
  if (!element) return "";
  if (element.id) return `#${element.id}`;
  const form = element.closest("form");
  const place = form ? form.getAttribute("action") : element.getAttribute("href");
  return [element.tagName, place, element.getAttribute("name"), element.getAttribute("value")].join(" ");
}
