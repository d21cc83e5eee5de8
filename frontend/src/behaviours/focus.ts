// After a form has been sent, the reader starts at what came of it: the errors, else the message.

/** Move focus to the error summary, or to the first message, unless the address names a place. */
export function focusNews(page: Document): void {
  const errors = page.querySelector<HTMLElement>(".alarm[data-focus]");
  const news = errors ?? page.querySelector<HTMLElement>("[data-focus]");
  if (!news) return;
  news.focus({ preventScroll: false });
}
