// Brings what was pressed at a door to the service, each press once, and hears the list as it is then.
import { Store, type Press } from "./door_store";
import { Shut, talk } from "./door_talk";

export type State = "online" | "offline" | "out";
export type Given = Partial<Press> & { kind: Press["kind"] };

/** What the page does when something has come of it. */
export interface Seen {
  list(html: string): void;
  state(state: State): void;
  draw(): Promise<void>;
}

export class Desk {
  ahead = 0; // how many milliseconds the service's clock is ahead of ours
  #store!: Store;
  #last = 0;
  #talking = false;
  #again = false;

  constructor(private place: HTMLElement, private seen: Seen) {}

  /** Open what is kept on this phone; give the list as it was last seen. */
  async open(): Promise<string> {
    this.#store = await Store.open();
    await this.#store.forget(this.#number("person"), Date.now());
    const saved = await this.#store.saved(this.#number("event"));
    this.ahead = saved?.ahead ?? 0;
    return saved?.html ?? "";
  }

  /** Give the presses that are not with the service yet, in their order. */
  waiting(): Promise<Press[]> {
    return this.#store.presses(this.#number("event"), this.#number("person"));
  }

  /** Keep a press with its moment and a key of its own, and bring it as soon as it can be. */
  async add(given: Given): Promise<void> {
    const order = (this.#last = Math.max(Date.now(), this.#last + 1));
    const at = new Date(order + this.ahead).toISOString();
    await this.#store.put({ ...this.#whose(), key: crypto.randomUUID(), order, at, ...given });
    await this.seen.draw();
    await this.sync();
  }

  /** Bring a press again that was refused, or let it go. */
  async settle(press: Press, how: "again" | "another" | "drop"): Promise<void> {
    const { reason: _reason, same: _same, ...again } = press;
    if (how === "drop") await this.#store.drop(press.key);
    else await this.#store.put({ ...again, is_another: how === "another" });
    await this.sync();
  }

  /** Bring what waits, and show the list as it is then. What is asked for meanwhile is done after it. */
  async sync(): Promise<void> {
    if (this.#talking) return void (this.#again = true);
    this.#talking = true;
    do {
      this.#again = false;
      const state = await this.#bring().catch((error) => (error instanceof Shut ? "out" : "offline"));
      this.seen.state(state as State);
      await this.seen.draw();
    } while (this.#again);
    this.#talking = false;
  }

  async #bring(): Promise<State> {
    const waiting = (await this.waiting()).filter((press) => !press.reason);
    const heard = await talk(this.place, waiting);
    this.ahead = heard.ahead;
    for (const { key, done, reason, same } of heard.outcomes) {
      const press = waiting.find((one) => one.key === key);
      if (done) await this.#store.drop(key);
      else if (press) await this.#store.put({ ...press, reason: reason ?? "", same: !!same });
    }
    await this.#store.save({ ...this.#whose(), html: heard.rows, ahead: heard.ahead });
    this.seen.list(heard.rows);
    return "online";
  }

  #whose(): { event: number; person: number; until: number } {
    return { event: this.#number("event"), person: this.#number("person"), until: this.#number("until") };
  }

  #number(name: string): number {
    return Number(this.place.getAttribute(name));
  }
}
