// <button data-copy="id" data-done="Copied" hidden>: copies what stands in a field; without JavaScript the field alone is there.

/** Show the buttons that copy, and say on the button itself when it is done. */
export function watchCopying(page: Document): void {
  if (!navigator.clipboard) return;
  for (const button of page.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => void copy(page, button));
  }
}

async function copy(page: Document, button: HTMLButtonElement): Promise<void> {
  const field = page.getElementById(button.dataset["copy"] ?? "");
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
  field.select();
  await navigator.clipboard.writeText(field.value);
  button.textContent = button.dataset["done"] ?? "";
}
