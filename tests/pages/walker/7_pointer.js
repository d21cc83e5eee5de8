// What a mouse can do, a keyboard and a single press can do; and what a colour says, a word says too.
(() => {
  const { rule, all, squeeze, seen, say, short, hears, NATIVE, tabbables, tabbable } = walker;
  const CLICKS = ["click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend", "dblclick"];
  const KEYS = ["keydown", "keyup", "keypress"];
  const FRAME = "html, body, main, section, article, form, fieldset, ul, ol, dl, table, thead, tbody, header, footer, nav, " +
    "aside, dialog, details, [role=list], [role=group], [role=region]";

  // Members of one widget: the widget is one stop of the Tab key, and arrow keys move inside it.
  const ROVING = "[role=option], [role=tab], [role=menuitem], [role=treeitem], [role=gridcell], [role=radio]";

  const pointed = (element) => getComputedStyle(element).cursor === "pointer" &&
    (!element.parentElement || getComputedStyle(element.parentElement).cursor !== "pointer");
  const keyed = (element) => {
    for (let at = element; at; at = at.parentElement) if (hears(at, ...KEYS)) return true;
    return hears(document, ...KEYS) || hears(window, ...KEYS);
  };
  rule("click-target", "2.1.1", function* () {
    for (const element of all("body *")) {
      if (element.closest(NATIVE) || element.matches("svg *")) continue;
      const listens = hears(element, ...CLICKS);
      if (!(listens && !element.matches(FRAME)) && !pointed(element)) continue;
      if (!seen(element) || element.shadowRoot || tabbables(element).length > 0 || element.querySelector(NATIVE)) continue;
      if (element.closest("[tabindex]") && !listens) continue;
      if (!tabbable(element) && !element.closest(ROVING))
        yield [element, `${say(element)} reacts to a press of the mouse but cannot be reached by keyboard.`];
      else if (listens && tabbable(element) && !keyed(element))
        yield [element, `${say(element)} reacts to the mouse and takes focus, but no key presses it.`];
    }
  });

  const CONTROL = "button:not(:disabled), select:not(:disabled), a[href], [role=button], input[type=number], input[type=text]";
  const drags = (element) => element.getAttribute("draggable") === "true" || hears(element, "dragstart") ||
    /^(grab|grabbing|move|.*-resize)$/.test(getComputedStyle(element).cursor);
  rule("drag-alternative", "2.5.7", function* () {
    const items = all("body *").filter((element) => drags(element) && seen(element));
    for (const item of items.filter((element) => !items.some((outer) => outer !== element && outer.contains(element)))) {
      if (item.matches("input, textarea, [role=scrollbar]")) continue;
      const whole = item.closest("li, tr, article, [role=listitem], [role=row], [role=option]") ?? item.parentElement;
      const others = all(CONTROL, whole).filter((control) => control !== item && seen(control));
      if (others.length === 0)
        yield [item, `${say(item)} is moved by dragging, and beside it there is no button or menu that moves it.`];
    }
  });

  const pictures = (element) => all("svg, img", element).filter(seen).map((part) =>
    part.getAttribute("src") ?? part.innerHTML).join("|");
  const written = (element) => squeeze(element.innerText) || ["::before", "::after"].map((part) =>
    getComputedStyle(element, part).content).filter((text) => /"[^"]*\S[^"]*"/.test(text)).join("");
  rule("state-by-colour", "1.4.1", function* () {
    const tokens = all("[data-state]").filter(seen);
    const said = new Map();
    for (const token of tokens) {
      const face = written(token) + "|" + pictures(token);
      const state = token.dataset.state;
      if (face === "|") yield [token, `State “${state}” is shown by colour alone: it carries no word and no icon.`];
      else if (written(token).length <= 40) {
        const other = said.get(face);
        if (other && other !== state)
          yield [token, `States “${other}” and “${state}” look the same but for their colour (“${short(written(token))}”).`];
        else said.set(face, state);
      }
    }
  });
})();
