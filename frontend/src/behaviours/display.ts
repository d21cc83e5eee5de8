// <fx-display url seconds zone>: a screen on a wall, which nobody touches.
// It asks for its picture, exchanges it only when it differs, keeps the last one and says so while
// the network is gone, asks less and less often then, and comes back by itself. Its clock is the server's.
import { swap } from "./swap";

const SLOWEST = 120; // seconds between two tries when nothing answers
const PATIENCE = 10_000; // milliseconds for one answer

export class Display extends HTMLElement {
  #mark = "";
  #ahead = 0; // how many milliseconds the server's clock is ahead of ours
  #seen = Date.now();
  #troubles = 0;
  #timer = 0;
  #ticker = 0;
  connectedCallback(): void {
    this.#mark = this.getAttribute("mark") ?? "";
    this.#ticker = window.setInterval(this.#tick, 1000);
    window.addEventListener("online", this.#again);
    document.addEventListener("visibilitychange", this.#again);
    void this.refresh();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#ticker);
    window.removeEventListener("online", this.#again);
    document.removeEventListener("visibilitychange", this.#again);
  }

  /** Ask now. */
  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const headers = { Accept: "text/html", "If-None-Match": this.#mark };
      const how: RequestInit = { headers, signal: AbortSignal.timeout(PATIENCE), cache: "no-store" };
      const answer = await fetch(this.getAttribute("url")!, how);
      const text = answer.status === 304 ? "" : await answer.text();
      if (answer.status === 404 && text.includes("data-gone")) return this.#end(text);
      if (!answer.ok && answer.status !== 304) throw new Error(String(answer.status));
      if (answer.ok) this.#show(text, answer.headers.get("ETag") ?? "");
      this.#ahead = Date.parse(answer.headers.get("Date") ?? "") - Date.now() || 0;
      this.#seen = Date.now() + this.#ahead;
      this.#troubles = 0;
    } catch {
      this.#troubles += 1;
    }
    this.#say();
    this.#wait();
  }

  #show(text: string, mark: string): void {
    const build = this.#picture.dataset["build"];
    if (mark !== this.#mark) swap(this.#body, text);
    if (this.#picture.dataset["build"] !== build) location.reload(); // the service is a newer one
    this.#mark = mark;
  }

  /** The address opens nothing any more: say what the server says, and rest. */
  #end(text: string): void {
    this.disconnectedCallback();
    swap(this.#body, text);
    for (const part of this.querySelectorAll(".clock, .lost")) part.remove();
  }

  #say(): void {
    const notice = this.querySelector(":scope > [role=status]")!;
    const words = this.#picture.dataset["lost"] ?? "";
    const said = this.#troubles ? words.replace("{time}", this.#clock(this.#seen)) : "";
    if (notice.textContent !== said) notice.textContent = said;
    this.#tick();
  }

  #wait(): void {
    const seconds = Math.min(Number(this.getAttribute("seconds")) * 2 ** this.#troubles, SLOWEST);
    this.#timer = window.setTimeout(() => void this.refresh(), seconds * 1000);
  }

  #again = (): void => {
    if (!document.hidden) void this.refresh();
  };

  #tick = (): void => {
    this.querySelector("[data-clock]")!.textContent = this.#clock(Date.now() + this.#ahead);
  };

  #clock(moment: number): string {
    const zone = this.getAttribute("zone") ?? undefined;
    const said = new Intl.DateTimeFormat("en-GB", { hour: "numeric", minute: "2-digit", timeZone: zone });
    return said.format(moment).replace(/^0(?=\d:)/, "").replace(":", this.#picture.lang === "en" ? ":" : ".");
  }

  get #body(): HTMLElement {
    return this.querySelector<HTMLElement>("[data-live]")!;
  }

  get #picture(): HTMLElement {
    return this.#body.firstElementChild as HTMLElement;
  }
}
