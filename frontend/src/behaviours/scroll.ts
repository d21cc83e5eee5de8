// A table's region takes a place in the tab order only while it has something to scroll.

/** Keep the tab stop of each region in step with its width. */
export function watchTables(page: Document): void {
  const regions = page.querySelectorAll<HTMLElement>(".table[tabindex]");
  if (!regions.length) return;
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) keep(target as HTMLElement);
  });
  for (const region of regions) observer.observe(region);
}

function keep(region: HTMLElement): void {
  const scrolls = region.scrollWidth > region.clientWidth;
  if (scrolls) region.tabIndex = 0;
  else if (region !== document.activeElement) region.removeAttribute("tabindex");
}
