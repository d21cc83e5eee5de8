// Headings, names and pictures.
(() => {
  const { rule, all, squeeze, exposed, seen, say, short, label } = walker;
  const headings = () => all("h1, h2, h3, h4, h5, h6, [role=heading]").filter(exposed);
  const level = (element) => Number(element.getAttribute("aria-level") || element.localName.slice(1)) || 2;

  rule("one-h1", "1.3.1", function* () {
    const first = headings().filter((element) => level(element) === 1);
    if (first.length === 0) yield [null, "The page has no main heading (h1)."];
    for (const extra of first.slice(1)) yield [extra, `${say(extra)} is a second main heading: a page has one h1.`];
  });

  rule("heading-levels", "1.3.1", function* () {
    let before = 1;
    for (const element of headings()) {
      const now = level(element);
      if (now > before + 1)
        yield [element, `Heading ${say(element)} is on level ${now} right after level ${before}: a level is skipped.`];
      before = now;
    }
  });

  const spoken = (text) => squeeze(text.toLocaleLowerCase().normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, " "));
  rule("label-in-name", "2.5.3", function* () {
    for (const element of all("a[href], button, summary, [role=button], [role=link], [role=tab], [role=menuitem]")) {
      const named = label(element);
      if (!named || !seen(element)) continue;
      const visible = [...walker.texts(element)]
        .filter((node) => seen(node.parentElement) && !node.parentElement.closest("[aria-hidden=true]"))
        .map((node) => node.data).join(" ");
      if (spoken(visible).length > 1 && !spoken(named).includes(spoken(visible)))
        yield [element, `The visible words “${short(squeeze(visible))}” are not part of the name “${short(named)}” ` +
          "that is spoken to press it."];
    }
  });

  rule("table-headers", "1.3.1", function* () {
    for (const table of all("table:not([role=presentation], [role=none])").filter(exposed)) {
      const wide = [...table.rows].filter((row) => row.cells.length > 1);
      if (wide.length > 1 && !table.querySelector("th, [role=columnheader], [role=rowheader]"))
        yield [table, "The table has no header cells (th), so a listener does not know what a cell is about."];
    }
  });

  const vague = /^(read more|more|click here|here|link|lue lisää|lisää|tästä|klikkaa tästä|läs mer|mer|här|klicka här)[.…:]?$/i;
  rule("link-purpose", "2.4.4", function* () {
    for (const link of all("a[href]").filter(exposed)) {
      const named = walker.name(link);
      if (vague.test(named) && !link.getAttribute("aria-describedby"))
        yield [link, `The link “${named}” does not say where it leads.`];
    }
  });

  rule("image-alt-words", "1.1.1", function* () {
    const lazy = /^(image|img|photo|picture|graphic|icon|logo\d*|kuva|bild|untitled|dsc[_ -]?\d+|img[_ -]?\d+)$/i;
    for (const image of all("img[alt]:not([alt=''])").filter(exposed)) {
      const words = squeeze(image.alt);
      if (lazy.test(words) || /\.(png|jpe?g|gif|svg|webp|avif)$/i.test(words))
        yield [image, `The text alternative “${short(words)}” is a file name or a filler, it does not say what is shown.`];
    }
  });
})();
