"""What is done on a page before it is looked at: a bad form is sent, a dialog is opened."""

from collections.abc import Callable

from playwright.sync_api import Page

type Prepare = Callable[[Page], None]

SEND = """(values) => {
  const names = Object.keys(values);
  const form = [...document.forms].find((form) => form.querySelector("input:not([type=hidden]), textarea, select") &&
    names.every((name) => form.elements[name]));
  for (const name of names) form.elements[name].value = values[name];
  form.noValidate = true;
  form.querySelectorAll("button[disabled]").forEach((button) => { button.disabled = false; });
  form.requestSubmit();
}"""


def sends(**values: str) -> Prepare:
    """Fills the first form that has these fields, sends it past the browser's checks, and waits."""

    def act(page: Page) -> None:
        with page.expect_navigation(wait_until="load"):
            page.evaluate(SEND, values)

    return act


def presses(selector: str) -> Prepare:
    """Presses something that opens what is to be looked at."""

    def act(page: Page) -> None:
        page.click(selector)

    return act


def submits(selector: str) -> Prepare:
    """Presses a button that sends a form, and waits."""

    def act(page: Page) -> None:
        with page.expect_navigation(wait_until="load"):
            page.click(selector)

    return act


def then(*acts: Prepare) -> Prepare:
    """One after the other."""

    def act(page: Page) -> None:
        for each in acts:
            each(page)

    return act
