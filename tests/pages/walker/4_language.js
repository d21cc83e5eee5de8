// Is the language that is declared the language that is written? Told by small words, only when it is clear.
(() => {
  const { rule, all, squeeze, exposed, say, short } = walker;
  const SMALL = {
    fi: "ja ei että tai kun sekä myös voit joka jotka mutta ovat tämä tämän niin kuin sinun klo olet ole jos mitä " +
      "kanssa ennen jälkeen sen hän siitä kaikki ilman vain",
    sv: "och att det som är för inte med av till på den har ett kan eller din ditt från vid också när här hos utan " +
      "efter alla detta dig",
    en: "the and of to is that with you your are this be or not it at from by we was can who what when after " +
      "before all",
  };
  const CALLED = {
    fi: "Finnish", sv: "Swedish", en: "English", se: "Northern Sami", smn: "Inari Sami", sms: "Skolt Sami",
  };
  const OWN = {
    suomi: "fi", suomeksi: "fi", "på finska": "", svenska: "sv", "på svenska": "sv", ruotsiksi: "", english: "en",
    "in english": "en", davvisámegiella: "se",
  };
  const home = Object.fromEntries(Object.entries(SMALL).flatMap(([code, words]) => words.split(" ").map((w) => [w, code])));
  const primary = (tag) => (tag ?? "").toLowerCase().split("-")[0];
  const declared = (element) => primary(element.closest("[lang]")?.lang);

  const told = (text, least) => {
    const found = { fi: 0, sv: 0, en: 0 };
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) if (home[word]) found[home[word]] += 1;
    const [[best, hits], [, next]] = Object.entries(found).sort((a, b) => b[1] - a[1]);
    return hits >= least && hits >= 4 * next ? best : "";
  };
  const blocks = () => {
    const found = new Map();
    for (const node of walker.texts()) {
      const block = node.parentElement.closest("p, li, dd, dt, td, th, h1, h2, h3, h4, h5, h6, label, legend, " +
        "blockquote, figcaption, caption, summary, div, section, [lang]");
      if (block && exposed(block) && !block.closest("pre, code"))
        found.set(block, (found.get(block) ?? "") + " " + node.data);
    }
    return found;
  };
  const pageSays = () => {
    const own = primary(document.documentElement.lang);
    const text = [...blocks()].filter(([block]) => declared(block) === own).map(([, words]) => words).join(" ");
    return told(text, 8);
  };

  rule("page-language", "3.1.1", function* () {
    const own = primary(document.documentElement.lang);
    const path = location.pathname.match(/^\/(fi|sv|en|se)(\/|$)/)?.[1];
    const written = pageSays();
    if (own && path && own !== path)
      yield [document.documentElement, `The address says ${CALLED[path]} but the page declares lang="${own}".`];
    else if (own && written && own !== written)
      yield [document.documentElement, `The page declares lang="${own}" but is written in ${CALLED[written]}.`];
  });

  rule("language-of-parts", "3.1.2", function* () {
    for (const link of all("a[href], button").filter(exposed)) {
      const code = OWN[squeeze(link.textContent).toLowerCase()];
      const inner = link.querySelector("[lang]") ?? link;
      if (code && declared(inner) !== code)
        yield [link, `${say(link)} is ${CALLED[code]} in a page of another language and has no lang="${code}".`];
    }
    if (pageSays() && pageSays() !== primary(document.documentElement.lang)) return;
    for (const [block, words] of blocks()) {
      const code = told(words, 5);
      if (code && declared(block) && declared(block) !== code)
        yield [block, `“${short(squeeze(words))}” is ${CALLED[code]} but is marked as lang="${declared(block)}".`];
    }
  });
})();
