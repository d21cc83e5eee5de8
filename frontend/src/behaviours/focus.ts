// After a form has been sent, the reader starts at what came of it: the errors, else the message.

/** Move focus to the error summary, or to the first message, once the browser has done its own scrolling. */
export function focusNews(view: Window): void {
  const page = view.document;
  const news = page.querySelector<HTMLElement>(".alarm[data-focus]") ?? page.querySelector<HTMLElement>("[data-focus]");
  if (!news) return;
  const focus = () => setTimeout(() => news.focus());
  if (page.readyState === "complete") focus();
  else view.addEventListener("load", focus, { once: true });
}
