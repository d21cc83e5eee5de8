// The walk with the Tab key. The keys are real and come from outside; each stop is written down when the next key
// arrives, after the page has scrolled and drawn its focus.
Object.assign(walker, (() => {
  const { all, seen, say, report, tabbables, dressed, active, alpha, contrast, behind } = walker;
  const stops = [];
  const before = new Map(); // element → how it and its neighbours looked at rest
  let places = new Map(); // element → where it was at rest
  let expected = [];
  let walking = false;
  let undress = () => {}; // takes the style sheet of the walk away

  // A date is several stops inside one field: this many at least.
  const PARTS = { date: 3, time: 2, "datetime-local": 5, month: 2, week: 2 };

  const inside = (outer, inner) => {
    for (let at = inner; at; at = at.parentNode ?? at.host) if (at === outer) return true;
    return false;
  };

  // --- How focus shows -------------------------------------------------------------------------
  const LOOKS = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "borderTopColor", "borderBottomColor",
    "borderTopWidth", "borderBottomWidth", "backgroundColor", "backgroundImage", "color", "textDecorationLine",
    "textDecorationColor", "textDecorationThickness", "transform", "opacity", "clipPath", "visibility"];
  const companions = (element) => [element, ...(element.labels ?? []), element.closest("label"), element.parentElement,
    element.parentElement?.parentElement, element.nextElementSibling].filter((part, at, list) => part && list.indexOf(part) === at);
  const dress = (part) => [null, "::before", "::after"].map((pseudo) => {
    const style = getComputedStyle(part, pseudo);
    return pseudo && style.content === "none" ? "" : LOOKS.map((key) => style[key]).join("; ");
  }).join(" | ");
  const look = (element) => new Map(companions(element).map((part) => [part, dress(part)]));

  // True when the outline alone settles it; every other change is proven by pixels.
  const outlined = (element) => {
    if (!seen(element)) return false;
    const style = getComputedStyle(element);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1) return false;
    if (style.outlineStyle === "auto") return true;
    const ground = behind(element);
    return alpha(style.outlineColor) > 0.9 && contrast(style.outlineColor, ground) >= 3;
  };
  const showing = (element) => {
    const rest = before.get(element);
    if (!rest) return { sure: true, signature: "", parts: [] };
    const changed = [...look(element)].filter(([part, style]) => style !== rest.get(part));
    const parts = changed.map(([part]) => part);
    const looks = changed.map(([part, style]) => `${part.localName} ${style}`).join(" / ");
    return { sure: parts.some(outlined), signature: `${element.localName} ${element.type ?? ""} ${looks}`, parts };
  };

  // --- Is it covered ---------------------------------------------------------------------------
  // What stands for the element on the screen: a hidden checkbox is seen as its label.
  const face = (element) => (seen(element) ? element : companions(element).slice(1).find((part) =>
    part.localName === "label" && seen(part)) ?? element);
  const solid = (cover, element) => {
    for (let at = cover; at && !inside(at, element); at = at.parentElement ?? at.getRootNode().host) {
      const style = getComputedStyle(at);
      if (alpha(style.backgroundColor) > 0.6 || style.backgroundImage !== "none") return true;
      if (at.matches("img, video, canvas, iframe")) return true;
    }
    return false;
  };
  const covered = (element) => {
    const box = element.getBoundingClientRect();
    const [left, right] = [Math.max(box.left + 2, 0), Math.min(box.right - 2, innerWidth - 1)];
    const [top, bottom] = [Math.max(box.top + 2, 0), Math.min(box.bottom - 2, innerHeight - 1)];
    if (right < left || bottom < top) return { outside: true, by: null };
    let by = null;
    for (const x of [left, (left + right) / 2, right])
      for (const y of [top, (top + bottom) / 2, bottom]) {
        const hit = document.elementFromPoint(x, y);
        if (!hit || inside(element, hit) || inside(hit, element) || !solid(hit, element)) return { outside: false, by: null };
        by = hit;
      }
    return { outside: false, by };
  };

  // --- The walk --------------------------------------------------------------------------------
  const record = () => {
    const element = active();
    if (!element || stops.at(-1)?.element === element) return;
    const shown = face(element);
    stops.push({ element, face: shown, ...showing(element), ...covered(shown), again: stops.some((s) => s.element === element) });
  };
  walker.listen(window, "keydown", (event) => {
    if (walking && event.key === "Tab") record();
  });

  // As one finds the page when one comes to it.
  const leave = () => {
    active()?.blur();
    scrollTo(0, 0);
    undress();
  };
  // Where the next Tab starts from is moved to the top: a page, or the walk before, may have left it elsewhere.
  const toTop = () => {
    const mark = document.createElement("span");
    mark.tabIndex = 0;
    document.body.prepend(mark);
    mark.focus({ preventScroll: true });
    mark.remove();
    scrollTo(0, 0);
  };
  const main = () => document.querySelector("main, [role=main]");
  const part = (element) => {
    const around = main();
    if (!around || inside(around, element)) return "main";
    return around.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? "before" : "after";
  };
  // The stops around the main content, which many pages share.
  const frame = () => `${innerWidth} ` + expected.filter((element) => part(element) !== "main")
    .map((element) => `${part(element)} ${element.localName} ${element.type ?? ""} ${element.className} ${element.tabIndex}`).join("; ");
  const fewest = (list) => list.reduce((sum, element) => sum + (PARTS[element.type] ?? 1), 0);

  // `frames` have been walked; `light` is for a page of a known shape, whose looks are proven.
  const begin = (frames, light) => {
    stops.length = 0;
    before.clear();
    undress();
    toTop();
    undress = dressed("*, ::before, ::after { transition: none !important; scroll-behavior: auto !important; " +
      "caret-color: transparent !important }");
    expected = tabbables();
    const key = frame();
    const known = main() && frames.includes(key);
    if (!light) for (const element of expected) if (!known || part(element) === "main") before.set(element, look(element));
    places = new Map();
    for (const element of expected) for (let at = element; at; at = at.parentElement)
      if (!places.has(at)) places.set(at, place(at));
    walking = true;
    const within = expected.filter((element) => part(element) === "main");
    return { stops: fewest(expected), within: known ? fewest(within) : null, frame: key };
  };
  const where = () => {
    const element = active();
    record();
    const last = stops.at(-1);
    return {
      ended: !element,
      within: Boolean(element) && part(element) === "main",
      again: Boolean(element && last?.again),
      stops: stops.length,
      patience: element?.localName === "iframe" || PARTS[element?.type] ? 9 : 0,
      unseen: expected.filter((other) => other.isConnected && walker.tabbable(other) &&
        !stops.some((stop) => stop.element === other) && !other.matches("input[type=radio]")).length,
      modal: Boolean(element?.closest(":modal, [aria-modal=true]")),
    };
  };
  // The same stops in the same order without keys, where keys have gone before: "before", "main", "after" or all.
  const glide = (where_) => {
    // Of a group of radio buttons only the chosen one is a stop, else the first.
    const order = expected.filter((element) => {
      if (element.type !== "radio" || !element.name) return true;
      const group = element.form ?? document;
      const kin = expected.filter((other) => other.name === element.name && (other.form ?? document) === group);
      return element === (kin.find((other) => other.checked) ?? kin[0]);
    });
    const rank = (element) => (element.tabIndex > 0 ? element.tabIndex : 1e9);
    for (const element of order.sort((a, b) => rank(a) - rank(b))) {
      if (where_ && part(element) !== where_) continue;
      element.focus();
      record();
    }
    return stops.length;
  };
  // Long pages: go on from the last twenty, so that the way out is walked too.
  const jump = () => expected.at(-20)?.focus();

  // --- Order -----------------------------------------------------------------------------------
  const place = (element) => {
    const box = element.getClientRects()[0];
    const loose = /fixed|sticky/.test(getComputedStyle(element).position);
    return box && { left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY, loose };
  };
  const chain = (element) => {
    const up = [];
    for (let at = element; at; at = at.parentElement) up.push(at);
    return up.reverse();
  };
  const branches = (one, two) => {
    const [a, b] = [chain(one), chain(two)];
    let at = 0;
    while (at < a.length && a[at] === b[at]) at += 1;
    return [a[at] ?? one, b[at] ?? two, [...a.slice(at), ...b.slice(at)]];
  };
  const backwards = (one, two) => {
    const [from, to, between] = branches(one, two);
    if (between.some((part) => places.get(part)?.loose || part.matches("dialog, [popover]"))) return false;
    const a = places.get(from) ?? places.get(one);
    const b = places.get(to) ?? places.get(two);
    if (!a || !b || getComputedStyle(from).direction === "rtl") return false;
    const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (shared > 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top)) return b.right <= a.left + 1;
    return b.bottom <= a.top + 1 && Math.min(a.right, b.right) > Math.max(a.left, b.left);
  };

  const verdicts = () => {
    const found = [];
    for (const [at, stop] of stops.entries()) {
      if (stop.by)
        found.push(report("focus-obscured", "2.4.11", stop.element, `When ${say(stop.element)} has focus it is hidden ` +
          `behind ${say(stop.by.closest("header, footer, nav, aside, dialog, div") ?? stop.by)}.`));
      if (stop.outside && !stop.again)
        found.push(report("focus-visible", "2.4.7", stop.element, `${say(stop.element)} takes focus outside the screen.`));
      const last = stops[at - 1];
      if (last && !last.again && !stop.again && seen(last.element) && seen(stop.element) && backwards(last.element, stop.element))
        found.push(report("focus-order", "2.4.3", stop.element,
          `Focus goes from ${say(last.element)} to ${say(stop.element)}, which stands before it on the screen.`));
    }
    return found;
  };

  // Backwards the edge at the top hides what the edge at the bottom hides on the way down.
  const upwards = () => {
    const bars = all("body *").filter((bar) => /fixed|sticky/.test(getComputedStyle(bar).position) && seen(bar) &&
      bar.getBoundingClientRect().top < innerHeight / 2);
    if (bars.length === 0) return [];
    const found = [];
    for (const { element, by: already } of [...stops].reverse()) {
      if (already || !element.isConnected) continue;
      element.focus();
      const { by } = covered(face(element));
      if (by) found.push(report("focus-obscured", "2.4.11", element, `When ${say(element)} has focus on the way back it is ` +
        `hidden behind ${say(by.closest("header, footer, nav, aside, div") ?? by)}.`));
    }
    return found;
  };

  // --- Proof by pixels ---------------------------------------------------------------------------
  const doubts = () => {
    const first = new Map();
    for (const [at, stop] of stops.entries())
      if (!stop.sure && !stop.outside && !stop.by && !first.has(stop.signature)) first.set(stop.signature, at);
    return [...first.values()];
  };
  const rest = (at) => {
    const { element, face: shown, parts } = stops[at];
    element.focus();
    const boxes = [element, shown, ...(element.labels ?? []), ...parts]
      .map((part) => part.getBoundingClientRect()).filter((box) => box.width > 0);
    element.blur();
    const edge = (side, pick) => pick(...boxes.map((box) => box[side]));
    const left = Math.max(0, edge("left", Math.min) - 32);
    const top = Math.max(0, edge("top", Math.min) - 32);
    const width = Math.min(innerWidth, edge("right", Math.max) + 32) - left;
    const height = Math.min(innerHeight, edge("bottom", Math.max) + 32) - top;
    return { x: left + scrollX, y: top + scrollY, width: Math.max(1, width), height: Math.max(1, height) };
  };
  const focusOn = (at) => stops[at].element.focus({ preventScroll: true });
  const alike = (at) => stops.filter((stop) => stop.signature === stops[at].signature).map((stop) => stop.element);
  const unseenFocus = (at) => alike(at).map((element) => report("focus-visible", "2.4.7", element,
    `Nothing on the screen shows that ${say(element)} has focus.`));
  const faintFocus = (at, ratio) => alike(at).map((element) => report("focus-contrast", "1.4.11", element,
    `The sign that ${say(element)} has focus is too faint: ${ratio}:1, at least 3:1 is needed.`));

  // --- Traps and the skip link -------------------------------------------------------------------
  const trapped = () => {
    const last = stops.at(-1).element;
    return [report("keyboard-trap", "2.1.2", last, `The Tab key does not get past ${say(last)}, and Escape does not help.`)];
  };
  const fresh = () => {
    const element = active();
    return !element || !stops.slice(0, -1).some((stop) => stop.element === element) && stops.at(-1).element !== element;
  };
  const skip = () => {
    const content = main();
    const first = tabbables()[0];
    if (!content || !first) return { needed: false };
    const ahead = tabbables().filter((element) => part(element) === "before");
    if (ahead.length <= 3) return { needed: false };
    const href = first.getAttribute("href") ?? "";
    const goal = href.startsWith("#") && href.length > 1 && document.getElementById(decodeURIComponent(href.slice(1)));
    const good = goal && (goal === content || content.contains(goal) || (goal.contains(content) && goal !== document.body));
    // With no stop in the content or after it there is nowhere to land: the link itself is enough.
    if (good && !tabbables().some((element) => part(element) !== "before")) return { needed: false };
    if (good) first.focus();
    return { needed: true, good: Boolean(good), finding: report("skip-link", "2.4.1", first,
      good ? `${say(first)} does not bring the keyboard into the main content.`
        : `${ahead.length} stops of the Tab key stand before the main content, and the first is no link that skips them.`) };
  };
  const landed = () => {
    const element = active();
    return !element || part(element) !== "before";
  };

  return { begin, leave, where, glide, jump, verdicts, upwards, doubts, rest, focusOn, unseenFocus, faintFocus, trapped, fresh, skip, landed };
})());
