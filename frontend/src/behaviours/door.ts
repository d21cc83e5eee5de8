// <fx-door>: the list at the door of an event, which goes on without a connection. Each press is kept on the
// phone with its moment and a key of its own, and brought when there is a connection; brought twice, it is one.
import { Desk, type State } from "./door_desk";
import { draw } from "./door_kept";
import { codeIn, count, filter, put, rowOf, show, wordsIn } from "./door_list";
import { watchCamera } from "./door_scan";
import { clock, stay } from "./door_stay";
import { isBusy, swap } from "./swap";

const SECONDS = 15; // between two looks
const VALUE = /^(received|undone) (\d+) ([\d,]+)$/;

export class Door extends HTMLElement {
  #desk!: Desk;
  #state: State | "" = "";

  connectedCallback(): void {
    if (isSecureContext && "serviceWorker" in navigator && "indexedDB" in window) void this.#begin();
  }

  async #begin(): Promise<void> {
    // Narrowed in the same moment: nobody steps on a row that goes in the next.
    const list = (html: string): void => void (isBusy(this.#list) || (swap(this.#list, html), this.#narrow()));
    const state = (now: State): void => void (this.#state = now);
    this.#desk = new Desk(this, { list, state, draw: this.#draw });
    const saved = await this.#desk.open();
    if (saved && !this.#list.querySelector("[data-count]")) list(saved);
    this.addEventListener("submit", this.#submit);
    this.#field.addEventListener("input", this.#filter);
    const sync = (): void => void (document.hidden || this.#desk.sync());
    window.addEventListener("online", sync);
    document.addEventListener("visibilitychange", sync);
    setInterval(sync, SECONDS * 1000);
    watchCamera(this.querySelector("[data-camera]")!, (text) => void this.#code(text));
    await this.#draw();
    await this.#desk.sync();
    await stay(this).catch(() => undefined);
    this.setAttribute("ready", "");
  }

  #submit = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    const found = VALUE.exec((event.submitter as HTMLButtonElement | null)?.value ?? "");
    const isWalkIn = form.matches("[data-walk-in]");
    if (!(found && form.id === "press") && !isWalkIn && form.role !== "search") return;
    event.preventDefault();
    if (found) {
      const seats = found[3]!.split(",").map(Number);
      void this.#desk.add({ kind: found[1] as "received" | "undone", registration: Number(found[2]), seats });
    } else if (isWalkIn) {
      const given = new FormData(form);
      const people = Number(given.get("people")) || 1;
      void this.#desk.add({ kind: "walk_in", name: String(given.get("name")).trim(), people });
      form.reset();
    } else void this.#code(this.#field.value);
  };

  async #code(text: string): Promise<void> {
    const code = codeIn(text);
    if (!code && !text.includes("/")) return this.#filter();
    const row = code ? await rowOf(this.#list, code) : null;
    if (!row && this.#state === "online") return location.assign(`?${new URLSearchParams({ q: text.trim() })}`);
    this.#field.value = "";
    filter(this.#list, "");
    row?.focus();
    this.#tell(row ? "valid" : "unknown", row?.querySelector("bdi")?.textContent ?? "");
  }

  #filter = (): void => this.#tell(wordsIn(this.#field.value) ? "found" : "", String(this.#narrow()));

  #narrow(): number {
    return filter(this.#list, wordsIn(this.#field.value));
  }

  #draw = async (): Promise<void> => {
    const presses = await this.#desk.waiting();
    const said = (at: string): string => clock(at, this.getAttribute("zone"));
    for (const press of presses) if (!press.reason) show(this.#list, press, this.dataset["kept"]!, said);
    count(this.#list);
    this.#narrow();
    draw(this.querySelector("[data-waiting]")!, presses, (press, how) => void this.#desk.settle(press, how));
    const waiting = presses.filter((press) => !press.reason).length;
    const words = this.dataset[waiting && this.#state === "online" ? "sending" : this.#state] ?? "";
    put(this, "[data-state]", words.replace("{count}", String(waiting)));
    this.setAttribute("waiting", String(waiting));
    this.setAttribute("state", this.#state);
  };

  #tell(name: string, value: string): void {
    put(this, "[data-told]", (this.dataset[name] ?? "").replace("{}", value));
  }

  get #list(): HTMLElement {
    return this.querySelector<HTMLElement>("[data-live]")!;
  }

  get #field(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>("#q")!;
  }
}
