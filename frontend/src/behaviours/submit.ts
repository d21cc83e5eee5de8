// A form that changes something is sent once, however often its button is pressed.
// Nothing is disabled: the button keeps its value, its focus and its name.

const PATIENCE = 8000; // milliseconds until one may press again: the answer may be a file, or lost

/** Guard all forms that post; a page that comes back from the browser's memory is free again. */
export function guardForms(view: Window): void {
  view.document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== "post" || event.defaultPrevented) return;
    if ("sent" in form.dataset) event.preventDefault();
    else mark(form, event.submitter);
  });
  view.addEventListener("pageshow", (event) => {
    if (event.persisted) for (const form of view.document.forms) free(form);
  });
}

function mark(form: HTMLFormElement, button: HTMLElement | null): void {
  form.dataset["sent"] = "";
  button?.setAttribute("aria-disabled", "true");
  setTimeout(() => free(form), PATIENCE);
}

function free(form: HTMLFormElement): void {
  delete form.dataset["sent"];
  for (const button of form.elements) button.removeAttribute("aria-disabled");
}
