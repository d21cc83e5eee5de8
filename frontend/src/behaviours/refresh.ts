// <fx-refresh url seconds>: a part of the page that fetches itself anew, politely.
// It waits while the page is hidden or somebody is writing in it, keeps focus where it was,
// says the new summary once, slows down when the server is in trouble, and can be stopped.

const SLOWEST = 300; // seconds between two tries when nothing answers

export class Refresh extends HTMLElement {
  #timer = 0;
  #troubles = 0;
  #stopped = false;
  #last = "";
  #summary = "";

  connectedCallback(): void {
    this.#last = this.#body.innerHTML.trim();
    this.#summary = this.#read();
    this.#button.hidden = false;
    this.#label();
    this.addEventListener("click", this.#press);
    document.addEventListener("visibilitychange", this.#wake);
    this.#wait();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#wake);
  }

  /** Fetch now. Gives true when the text was new. */
  async refresh(): Promise<boolean> {
    clearTimeout(this.#timer);
    let news = false;
    try {
      const answer = await fetch(this.getAttribute("url") ?? "", { headers: { Accept: "text/html" }, cache: "no-cache" });
      if (answer.redirected || [401, 403, 404, 410].includes(answer.status)) this.#stopped = true;
      else if (answer.ok) news = this.#show(await answer.text());
      this.#troubles = answer.ok ? 0 : this.#troubles + 1;
    } catch {
      this.#troubles += 1;
    }
    this.#label();
    this.#wait();
    return news;
  }

  #show(text: string): boolean {
    if (text.trim() === this.#last || this.#busy) return false;
    this.#last = text.trim();
    const key = keyOf(document.activeElement);
    const inside = this.#body.contains(document.activeElement);
    const unfolded = [...this.#body.querySelectorAll("details[open] > summary")].map((fold) => fold.textContent);
    this.#body.innerHTML = text;
    for (const fold of this.#body.querySelectorAll("details > summary"))
      if (unfolded.includes(fold.textContent)) fold.parentElement!.setAttribute("open", "");
    if (inside) this.#refocus(key);
    this.#announce(this.#read());
    return true;
  }

  #announce(summary: string): void {
    if (summary !== this.#summary) this.#status.textContent = summary;
    this.#summary = summary;
  }

  #read(): string {
    return this.#body.querySelector<HTMLElement>("[data-summary]")?.dataset["summary"] ?? "";
  }

  #refocus(key: string): void {
    const places = this.#body.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [id]");
    const same = [...places].find((place) => keyOf(place) === key);
    if (same) same.focus({ preventScroll: true });
    else {
      this.#body.tabIndex = -1;
      this.#body.focus({ preventScroll: true });
    }
  }

  /** Somebody writes, chooses or answers a dialog here: what they do must not vanish. */
  get #busy(): boolean {
    const active = document.activeElement;
    if (this.#body.querySelector("dialog[open]")) return true;
    return this.#body.contains(active) && !!active?.matches("input, select, textarea");
  }

  #press = (event: Event): void => {
    const target = event.target as Element;
    if (target.closest("[data-now]")) {
      event.preventDefault();
      void this.refresh();
    } else if (target.closest("[data-pause]")) {
      this.#stopped = !this.#stopped;
      this.#label();
      this.#wait();
    }
  };

  #wake = (): void => {
    if (!document.hidden && !this.#stopped) void this.refresh();
  };

  #wait(): void {
    clearTimeout(this.#timer);
    const seconds = Math.min(Number(this.getAttribute("seconds") ?? 20) * 2 ** this.#troubles, SLOWEST);
    if (!this.#stopped) this.#timer = window.setTimeout(() => (document.hidden ? this.#wait() : void this.refresh()), seconds * 1000);
  }

  #label(): void {
    const words = this.#stopped ? this.#button.dataset["resume"] : this.#button.dataset["pause"];
    if (this.#button.textContent !== words) this.#button.textContent = words ?? "";
  }

  get #body(): HTMLElement {
    return this.querySelector<HTMLElement>("[data-live]")!;
  }

  get #status(): HTMLElement {
    return this.querySelector<HTMLElement>(":scope > [role=status]")!;
  }

  get #button(): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>("[data-pause]")!;
  }
}

/** What makes an element the same one after the swap: its id, its address, or its form and name. */
function keyOf(element: Element | null): string {
  if (!element) return "";
  if (element.id) return `#${element.id}`;
  const form = element.closest("form");
  const place = form ? form.getAttribute("action") : element.getAttribute("href");
  return [element.tagName, place, element.getAttribute("name"), element.getAttribute("value")].join(" ");
}
