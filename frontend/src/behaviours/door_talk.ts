// How a phone at a door talks with the service.
import type { Press } from "./door_store";

export interface Outcome {
  key: string;
  done: boolean;
  reason?: string;
  same?: boolean;
}

export interface Heard {
  outcomes: Outcome[];
  rows: string;
  ahead: number; // how many milliseconds the service's clock is ahead of ours
}

/** The service is there, but it does not let this person in (any more). */
export class Shut extends Error {}

const PATIENCE = 15_000; // milliseconds for one answer
const MOST = 200; // presses in one letter
const DENIED = [401, 403, 404];

/** Bring presses and hear the list, or only hear the list. */
export async function talk(place: HTMLElement, presses: Press[]): Promise<Heard> {
  const signal = AbortSignal.timeout(PATIENCE);
  const sent = Date.now();
  if (!presses.length) {
    const answer = heard(await fetch(place.getAttribute("rows")!, { cache: "no-store", signal }));
    return { outcomes: [], rows: await answer.text(), ahead: ahead(answer, sent) };
  }
  const token = place.querySelector<HTMLInputElement>("[name=csrfmiddlewaretoken]")!.value;
  const body = JSON.stringify({ presses: presses.slice(0, MOST) });
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
  const how: RequestInit = { method: "POST", headers, body, signal };
  const answer = heard(await fetch(place.getAttribute("presses")!, how));
  return { ...((await answer.json()) as Heard), ahead: ahead(answer, sent) };
}

function heard(answer: Response): Response {
  if (answer.redirected || DENIED.includes(answer.status)) throw new Shut();
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

/** Two phones agree on what came first: each counts by the service's clock, to the middle of the way of its words. */
function ahead(answer: Response, sent: number): number {
  return Math.round(Number(answer.headers.get("Fiksummin-Now")) - (sent + Date.now()) / 2);
}
