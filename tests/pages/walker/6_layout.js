// Does it all fit: in a narrow window, and with the reader's own text spacing?
(() => {
  const { rule, all, seen, say, short, squeeze, label, lines, dressed } = walker;
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const clips = (style) => /hidden|clip/.test(style.overflowX + style.overflowY);
  const inScroller = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) if (scrolls(at)) return true;
    return false;
  };

  rule("reflow", "1.4.10", function* () {
    const root = document.scrollingElement;
    const edge = root.clientWidth;
    const roomy = [document.documentElement, document.body].some((part) => /hidden|clip/.test(getComputedStyle(part).overflowX));
    const over = root.scrollWidth > edge + 1;
    if (!over && !roomy) return;
    const wide = all("body *").filter((element) => element.getBoundingClientRect().right + scrollX > edge + 1 &&
      seen(element) && !inScroller(element));
    for (const node of walker.texts())
      if (lines(node).some((line) => line.right + scrollX > edge + 1) && seen(node.parentElement) && !inScroller(node.parentElement))
        wide.push(node.parentElement);
    const inner = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    const lost = roomy ? inner.filter((element) => squeeze(element.textContent) || element.matches("img, input, select")) : inner;
    const worst = lost.sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)[0];
    if (over && !roomy)
      yield [worst ?? null, `In a window ${innerWidth} px wide the page is ${root.scrollWidth} px wide and must be ` +
        `scrolled sideways${worst ? `, because of ${say(worst)}` : ""}.`];
    else if (worst)
      yield [worst, `In a window ${innerWidth} px wide ${say(worst)} is cut off at the right edge and cannot be reached.`];
  });

  rule("scroll-region", "1.4.10", function* () {
    for (const region of all("body *")) {
      if (region.scrollWidth <= region.clientWidth + 1 || !scrolls(region) || !seen(region)) continue;
      if (region.matches("textarea, input, select")) continue;
      if (innerWidth <= 400 && !region.matches("pre, table") && !region.querySelector("table, pre, svg, figure, canvas, video, [role=grid]"))
        yield [region, `${say(region)} scrolls sideways in a narrow window, and is no table, picture or code.`];
      else if (!label(region) || (!region.hasAttribute("role") && !region.matches("section, nav, aside, form")))
        yield [region, `The part that scrolls sideways (${say(region)}) has no name: give it a role and a label.`];
    }
  });

  // WCAG's own values; nothing may be cut or overlap when a reader sets them.
  const SPACING = `*, ::before, ::after { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; transition: none !important } p { margin-bottom: 2em !important }`;
  const spills = (element) => {
    const box = element.getBoundingClientRect();
    return [...walker.texts(element)].filter((node) => seen(node.parentElement)).flatMap(lines)
      .filter((line) => line.bottom > box.bottom + 3 || line.right > box.right + 3);
  };
  const meets = (element, line) => {
    const tree = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    tree.currentNode = element;
    for (let left = 12; left > 0 && tree.nextNode(); left -= 1) {
      if (element.contains(tree.currentNode) || !/\S/.test(tree.currentNode.data)) continue;
      if (!seen(tree.currentNode.parentElement)) continue;
      for (const other of lines(tree.currentNode))
        if (other.left < line.right && other.right > line.left && other.top < line.bottom - 4 && other.bottom > line.top + 4)
          return true;
    }
    return false;
  };
  const tight = (element) => element.scrollHeight > element.clientHeight + 3 || element.scrollWidth > element.clientWidth + 3;
  rule("text-spacing", "1.4.12", function* () {
    const boxes = all("body *").filter((element) => {
      if (element.matches("input, textarea, select, svg, svg *, br") || element.clientHeight === 0) return false;
      return !tight(element) && squeeze(element.textContent) && seen(element);
    });
    const found = dressed(SPACING, () => boxes.filter(tight).map((element) => {
      const style = getComputedStyle(element);
      const over = /auto|scroll/.test(style.overflowX + style.overflowY) ? [] : spills(element);
      if (clips(style) ? over.length === 0 : !over.some((line) => meets(element, line))) return null;
      return [element, `With wider text spacing “${short(squeeze(element.textContent))}” is ` +
        (clips(style) ? "cut off." : "written over what follows.")];
    }));
    const hits = found.filter(Boolean);
    yield* hits.filter(([element]) => !hits.some(([other]) => other !== element && element.contains(other)));
  });
})();
