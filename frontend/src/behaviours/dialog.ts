// <a data-dialog="name" href="/page/"> opens <dialog id="name">; without JavaScript it leads to the page.

/** Open dialogs from their links, and close them by a press on the ground behind. */
export function watchDialogs(page: Document): void {
  page.addEventListener("click", (event) => {
    const target = event.target as Element;
    if (target instanceof HTMLDialogElement) closeFromOutside(target, event);
    const opener = target.closest<HTMLElement>("[data-dialog]");
    if (opener && !event.ctrlKey && !event.metaKey && !event.shiftKey) open(page, opener, event);
  });
}

function open(page: Document, opener: HTMLElement, event: Event): void {
  const dialog = page.getElementById(opener.dataset["dialog"] ?? "");
  if (!(dialog instanceof HTMLDialogElement)) return;
  event.preventDefault();
  dialog.addEventListener("close", () => opener.focus(), { once: true });
  dialog.showModal();
}

function closeFromOutside(dialog: HTMLDialogElement, event: MouseEvent): void {
  const box = dialog.getBoundingClientRect();
  const inside =
    event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  if (!inside && event.detail > 0) dialog.close();
}
