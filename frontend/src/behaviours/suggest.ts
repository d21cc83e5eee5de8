// <fx-suggest url [fields]>: what is found changes with what is typed, and says so politely.
// With `fields` it listens to those of the form around it, and sends them by POST; without, it sends its own
// search form by GET. The newest question wins; an answer that comes late is dropped.
import { isBusy, swap } from "./swap";

const PAUSE = 200; // milliseconds without a letter before it asks
const SAY_AFTER = 900; // and before the result is read out: not after each letter

export class Suggest extends HTMLElement {
  #pause = 0;
  #saying = 0;
  #asked: AbortController | undefined;

  connectedCallback(): void {
    this.#form?.addEventListener("input", this.#typed);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#pause);
    this.#asked?.abort();
  }

  #typed = (event: Event): void => {
    const name = (event.target as HTMLInputElement).name;
    if (this.#fields ? !this.#fields.includes(name) : name !== "q") return;
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => void this.#ask(), PAUSE);
  };

  async #ask(): Promise<void> {
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    try {
      const answer = await this.#fetch(asked.signal);
      if (answer.ok && !answer.redirected) this.#show(await answer.text());
    } catch {
      // Aborted, or no connection: what stands there stays, and the button still works.
    }
  }

  #fetch(signal: AbortSignal): Promise<Response> {
    const url = this.getAttribute("url") ?? "";
    const data = new FormData(this.#form);
    if (!this.#fields) {
      const words = new URLSearchParams([...data].map(([name, value]) => [name, String(value)]));
      return fetch(`${url}?${words}`, { signal, headers: { Accept: "text/html" } });
    }
    const wanted = [...this.#fields, "csrfmiddlewaretoken"];
    const body = new URLSearchParams(wanted.map((name) => [name, String(data.get(name) ?? "")]));
    return fetch(url, { method: "POST", body, signal, headers: { Accept: "text/html" } });
  }

  #show(text: string): void {
    if (isBusy(this.#place)) return;
    swap(this.#place, text);
    clearTimeout(this.#saying);
    const said = this.#place.querySelector<HTMLElement>("[data-summary]")?.dataset["summary"] ?? "";
    this.#saying = window.setTimeout(() => {
      this.querySelector("[role=status]")!.textContent = said;
    }, SAY_AFTER);
  }

  get #fields(): string[] | undefined {
    return this.getAttribute("fields")?.split(" ");
  }

  get #form(): HTMLFormElement | undefined {
    return (this.#fields ? this.closest("form") : this.querySelector("form")) ?? undefined;
  }

  get #place(): HTMLElement {
    return this.querySelector<HTMLElement>("[data-live]")!;
  }
}
