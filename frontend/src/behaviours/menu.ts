// <details data-menu>: closes by Escape, by a press elsewhere, and when focus leaves it.

/** Close open menus as people expect of a menu. */
export function watchMenus(page: Document): void {
  const menus = () => page.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]");
  const closeOthers = (event: Event) => {
    for (const menu of menus()) if (!menu.contains(event.target as Node)) menu.open = false;
  };
  page.addEventListener("click", closeOthers);
  page.addEventListener("focusin", closeOthers);
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus()) {
      menu.open = false;
      if (menu.contains(page.activeElement)) menu.querySelector("summary")?.focus();
    }
  });
}
