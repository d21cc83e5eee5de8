// What the rules share. A rule is a generator of [element, sentence]; lengths are CSS pixels.
Object.assign(walker, (() => {
  const rules = [];
  const TABBABLE = "a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls]," +
    " video[controls], [tabindex], [contenteditable]:not([contenteditable=false])";
  const NATIVE = "a[href], area[href], button, input, select, textarea, summary, label, option, iframe," +
    " audio[controls], video[controls], [contenteditable]:not([contenteditable=false])";

  const rule = (name, criterion, check) => rules.push({ name, criterion, check });
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const squeeze = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const short = (text, size = 48) => (text.length > size ? text.slice(0, size - 1) + "…" : text);

  const rendered = (element) => element.checkVisibility({ visibilityProperty: true });
  const exposed = (element) => rendered(element) && !element.closest("[aria-hidden=true], [inert]");

  // Seen by eyes: rendered, not clipped away to a dot, not fully transparent, not parked off the canvas.
  const seen = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) return false;
    if (box.right + scrollX <= 0 || box.bottom + scrollY <= 0) return false;
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clipPath.startsWith("inset(50%") || /^rect\((0px|1px)(, \1){3}\)$/.test(style.clip)) return false;
      if (style.overflow !== "visible" && (at.clientWidth <= 1 || at.clientHeight <= 1) && style.display !== "inline")
        return false;
    }
    return true;
  };

  const disabled = (element) => element.matches(":disabled") || Boolean(element.closest("[inert]"));
  const tabbable = (element) =>
    element.tabIndex >= 0 && !disabled(element) && rendered(element) &&
    !(element.matches("summary") && element.parentElement?.querySelector(":scope > summary") !== element) &&
    !(element.type === "hidden");
  const tabbables = (root = document) => all(TABBABLE, root).filter(tabbable);

  const byIds = (ids) => squeeze(ids).split(" ").filter(Boolean).map((id) => document.getElementById(id));
  const label = (element) =>
    squeeze(byIds(element.getAttribute("aria-labelledby")).map((part) => part?.textContent ?? "").join(" ")) ||
    squeeze(element.getAttribute("aria-label"));
  const name = (element) =>
    label(element) || squeeze([...(element.labels ?? [])].map((part) => part.textContent).join(" ")) ||
    squeeze(element.innerText ?? element.textContent) || squeeze(element.getAttribute("alt")) ||
    squeeze(element.getAttribute("title")) || squeeze(element.value);

  // How a person would point at it: “Save” (button).
  const say = (element) => {
    const called = short(name(element));
    const kind = element.localName + (element.type && element.localName === "input" ? ` ${element.type}` : "");
    return called ? `“${called}” (${kind})` : `<${kind}>`;
  };

  const step = (element) => {
    const kin = [...(element.parentElement?.children ?? [])].filter((other) => other.localName === element.localName);
    const place = kin.length > 1 ? `:nth-of-type(${kin.indexOf(element) + 1})` : "";
    return element.localName + [...element.classList].slice(0, 2).map((part) => "." + CSS.escape(part)).join("") + place;
  };
  const path = (element) => {
    const steps = [];
    for (let at = element; at && at !== document.documentElement; at = at.parentElement ?? at.getRootNode().host) {
      if (at.id && at.getRootNode() === document) return [`#${CSS.escape(at.id)}`, ...steps].join(" > ");
      steps.unshift(step(at));
    }
    return steps.slice(-5).join(" > ") || "html";
  };

  const report = (name_, criterion, element, sentence) => ({
    rule: name_, criterion, target: element ? path(element) : "html", sentence,
  });
  const run = () => rules.flatMap(({ name: name_, criterion, check }) =>
    [...check()].map(([element, sentence]) => report(name_, criterion, element, sentence)));

  // Two pages of one shape differ in their words and values, and in which language of a switch is chosen. The sum
  // does not mind the order.
  const TELLING = ["class", "style", "type", "tabindex", "role", "hidden", "disabled", "open", "data-state", "aria-invalid"];
  const number = (text) => {
    let sum = 7;
    for (let at = 0; at < text.length; at += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
    return sum;
  };
  const shape = () => {
    const parts = [...document.styleSheets].map((sheet) => sheet.href ?? "");
    for (const element of all("body, body *")) {
      const looks = TELLING.map((key) => element.getAttribute(key) ?? "-");
      const code = element.matches("style, script") ? element.textContent + element.src : "";
      parts.push([element.parentElement.localName, element.localName, ...looks, code].join(" "));
    }
    return `${innerWidth} ${parts.length} ${parts.reduce((sum, part) => sum + number(part), 0)}`;
  };

  const texts = function* (root = document.body) {
    const tree = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (tree.nextNode()) {
      const parent = tree.currentNode.parentElement;
      if (/\S/.test(tree.currentNode.data) && !/^(script|style|noscript|template)$/.test(parent.localName))
        yield tree.currentNode;
    }
  };
  const lines = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width > 0.5 && box.height > 0.5);
  };

  // A style sheet of ours for a moment; constructed sheets are not touched by the page's policy.
  const dressed = (css, act) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const undress = () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
    if (!act) return undress;
    try { return act(); } finally { undress(); }
  };

  const active = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at && at !== document.body && at !== document.documentElement ? at : null;
  };

  // Colours as computed; NaN where a colour is not plain sRGB or a picture lies behind.
  const numbers = (colour) => (/^rgba?\(/.test(colour) ? colour.match(/[\d.]+/g).map(Number) : []);
  const alpha = (colour) => numbers(colour)[3] ?? 1;
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, two) => {
    const [low, high] = [light(one), light(two)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== "none") return "";
      if (alpha(style.backgroundColor) > 0.98) return style.backgroundColor;
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? "" : "rgb(255, 255, 255)";
  };

  return {
    alpha, contrast, behind, TABBABLE, NATIVE, rule, all, squeeze, short, rendered, exposed, seen, disabled, tabbable, tabbables, byIds,
    label, name, say, path, report, run, shape, texts, lines, dressed, active,
  };
})());
