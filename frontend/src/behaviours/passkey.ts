// A passkey that fails or is put aside says so on the page, not only in the console.

/** Show the words for it, which the page carries hidden. */
export function watchPasskeys(page: Document): void {
  page.addEventListener("allauth.error", (event) => {
    const words = page.querySelector<HTMLElement>("[data-passkey-trouble]");
    if (!words) return;
    event.preventDefault();
    words.hidden = false;
    words.focus();
  });
}
