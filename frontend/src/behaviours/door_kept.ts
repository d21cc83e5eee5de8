// Presses that wait on this phone, or that the service could not take: each with its reason and what to do.
import type { Press } from "./door_store";

export type Answer = "again" | "another" | "drop";

/** Draw those that are no change of a row: people unannounced, and whatever was refused. */
export function draw(place: HTMLElement, presses: Press[], act: (press: Press, answer: Answer) => void): void {
  const shape = place.querySelector("template")!;
  const rows = presses.filter((press) => press.kind === "walk_in" || press.reason);
  place.querySelector("ul")!.replaceChildren(...rows.map((press) => row(shape, press, act)));
  place.hidden = rows.length === 0;
}

function row(shape: HTMLTemplateElement, press: Press, act: (press: Press, answer: Answer) => void): Node {
  const made = shape.content.cloneNode(true) as DocumentFragment;
  const name = made.querySelector("bdi")!;
  name.textContent = press.name || nameOf(press) || name.textContent;
  if (press.reason) made.querySelector("[data-reason]")!.textContent = press.reason;
  for (const button of made.querySelectorAll<HTMLButtonElement>("button")) {
    const answer = button.dataset["answer"] as Answer;
    button.hidden = !press.reason || (answer === "another") !== (!!press.same && answer !== "drop");
    if (answer === "drop") button.hidden = !press.reason;
    button.addEventListener("click", () => act(press, answer));
  }
  return made;
}

function nameOf(press: Press): string {
  const seat = `${press.registration} ${press.seats?.[0] ?? 0}`;
  return document.querySelector(`[data-seat="${seat}"]`)?.closest("[data-row]")?.querySelector("bdi")?.textContent ?? "";
}
