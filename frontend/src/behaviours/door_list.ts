// The list at a door as it stands after presses that the service does not know of yet.
import type { Press } from "./door_store";

/** Show a press on the list; `words` say when, with {time} in them. */
export function show(list: HTMLElement, press: Press, words: string, clock: (at: string) => string): void {
  if (press.kind === "walk_in") return;
  for (const seat of press.seats ?? [])
    for (const place of list.querySelectorAll<HTMLElement>(`[data-seat="${press.registration} ${seat}"]`)) {
      const isIn = press.kind === "received";
      if (isIn && place.dataset["here"]) continue;
      place.dataset["here"] = isIn ? press.at : "";
      const said = place.querySelector<HTMLElement>("[data-said]")!;
      said.hidden = !isIn;
      said.textContent = isIn ? words.replace("{time}", clock(press.at)) : "";
      const [receive, undo] = place.querySelectorAll("button");
      const had = place.contains(document.activeElement);
      receive!.hidden = isIn;
      undo!.hidden = !isIn;
      if (had) (isIn ? undo! : receive!).focus();
    }
  count(list);
}

/** Count anew how many are here; nobody is counted twice who is shown twice. */
export function count(list: HTMLElement): void {
  const total = list.querySelector<HTMLElement>("[data-count]");
  if (!total) return;
  const seats = [...list.querySelectorAll<HTMLElement>("ul [data-seat]")];
  const here = seats.filter((seat) => seat.dataset["here"]).length;
  const words = total.dataset["count"]!.replace("{here}", String(here));
  total.textContent = words.replace("{expected}", total.dataset["expected"] ?? String(seats.length));
  for (const all of list.querySelectorAll<HTMLElement>("[data-all]")) {
    const row = all.closest("[data-row]")!;
    const hidden = !row.querySelector('[data-here=""]');
    if (hidden && all === document.activeElement) row.querySelector<HTMLElement>("button:not([hidden])")?.focus();
    all.hidden = hidden;
  }
}

/** Show only the rows that have all the words that are sought; give how many they are. */
export function filter(list: HTMLElement, sought: string): number {
  const words = sought.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const rows = [...list.querySelectorAll<HTMLElement>("[data-words]")];
  for (const row of rows) row.hidden = !words.every((word) => row.dataset["words"]!.includes(word));
  return rows.filter((row) => !row.hidden).length;
}

const CODE = /^(\d{1,12})[\s-]*([0-9A-Z]{10})$/;

/** Read a code that was typed or scanned, be it with its whole address; "" for anything else. */
export function codeIn(text: string): string {
  const last = text.trim().replace(/\/$/, "").split("/").pop()!.toUpperCase();
  const found = CODE.exec(last);
  return found ? `${found[1]}-${found[2]!.replace(/[IL]/g, "1").replace(/O/g, "0")}` : "";
}

/** Read the words that a list is narrowed by: all that was typed, but for a code. */
export function wordsIn(text: string): string {
  return codeIn(text) ? "" : text;
}

/** Find the row that a code belongs to: each row knows the beginning of the hash of its own. */
export async function rowOf(list: HTMLElement, code: string): Promise<HTMLElement | null> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
  const mark = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 20);
  return list.querySelector<HTMLElement>(`ul > [data-code="${mark}"]`);
}

/** Say something in a place of the page, once. */
export function put(page: HTMLElement, place: string, words: string): void {
  const told = page.querySelector(place)!;
  if (told.textContent !== words) told.textContent = words;
}
