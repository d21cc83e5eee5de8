// <fx-refresh url seconds>: a part of the page that fetches itself anew, politely.
// It waits while the page is hidden or somebody is writing in it, says the new summary once,
// slows down when the server is in trouble, and can be stopped.
import { isBusy, swap } from "./swap";

const SLOWEST = 300; // seconds between two tries when nothing answers
const GONE = [401, 403, 404, 410];

export class Refresh extends HTMLElement {
  #timer = 0;
  #troubles = 0;
  #stopped = false;
  #text = "";
  #summary = "";

  connectedCallback(): void {
    this.#text = this.#body.innerHTML.trim();
    this.#summary = this.#read();
    this.#button.hidden = false;
    this.addEventListener("click", this.#press);
    document.addEventListener("visibilitychange", this.#wake);
    this.#wait();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#wake);
  }

  /** Fetch now. */
  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const url = this.getAttribute("url") ?? "";
      const answer = await fetch(url, { headers: { Accept: "text/html" }, cache: "no-cache" });
      if (answer.redirected || GONE.includes(answer.status)) this.#stopped = true;
      else if (answer.ok) this.#show((await answer.text()).trim());
      this.#troubles = answer.ok ? 0 : this.#troubles + 1;
    } catch {
      this.#troubles += 1;
    }
    this.#wait();
  }

  #show(text: string): void {
    if (text === this.#text || isBusy(this.#body)) return;
    this.#text = text;
    swap(this.#body, text);
    const summary = this.#read();
    if (summary !== this.#summary) this.querySelector(":scope > [role=status]")!.textContent = summary;
    this.#summary = summary;
  }

  #read(): string {
    return this.#body.querySelector<HTMLElement>("[data-summary]")?.dataset["summary"] ?? "";
  }

  #press = (event: Event): void => {
    const target = event.target as Element;
    if (target.closest("[data-now]")) {
      event.preventDefault();
      void this.refresh();
    } else if (target.closest("[data-pause]")) {
      this.#stopped = !this.#stopped;
      this.#wait();
    }
  };

  #wake = (): void => {
    if (!document.hidden && !this.#stopped) void this.refresh();
  };

  #wait(): void {
    clearTimeout(this.#timer);
    const { pause, resume } = this.#button.dataset;
    this.#button.textContent = (this.#stopped ? resume : pause) ?? "";
    const seconds = Math.min(Number(this.getAttribute("seconds") ?? 20) * 2 ** this.#troubles, SLOWEST);
    const next = () => (document.hidden ? this.#wait() : void this.refresh());
    if (!this.#stopped) this.#timer = window.setTimeout(next, seconds * 1000);
  }

  get #body(): HTMLElement {
    return this.querySelector<HTMLElement>("[data-live]")!;
  }

  get #button(): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>("[data-pause]")!;
  }
}
