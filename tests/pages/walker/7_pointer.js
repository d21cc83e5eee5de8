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
      // A text that scripts bring focus to (an error summary) and that listens for the links in it.
      if (element.getAttribute("tabindex") === "-1" && !pointed(element) && !element.matches("[role]")) continue;
      if (!tabbable(element) && !element.closest(ROVING))
        yield [element, `${say(element)} reacts to a press of the mouse but cannot be reached by keyboard.`];
      else if (listens && tabbable(element) && !keyed(element))
        yield [element, `${say(element)} reacts to the mouse and takes focus, but no key presses it.`];
    }
  });

  // One control among many in a widget moves focus by arrow keys; elsewhere a control out of the order is lost.
  const WIDGET = "[role=toolbar], [role=tablist], [role=menu], [role=menubar], [role=listbox], [role=grid], [role=tree], " +
    "[role=radiogroup], [role=combobox], [role=application], [aria-hidden=true]";
  rule("unreachable-control", "2.1.1", function* () {
    for (const control of all("button[tabindex='-1'], a[href][tabindex='-1'], summary[tabindex='-1']"))
      if (seen(control) && !walker.disabled(control) && !control.closest(WIDGET))
        yield [control, `${say(control)} is left out of the order of the Tab key.`];
  });

  const styles = function* (rules) {
    for (const one of rules) {
      if (one.selectorText) yield one;
      if (one.cssRules && (!one.conditionText || !one.media || matchMedia(one.conditionText).matches)) yield* styles(one.cssRules);
    }
  };
  const reveals = ({ style }) => /^(?!none)./.test(style.display) || style.visibility === "visible" || Number(style.opacity) > 0;
  const sheets = () => [...document.styleSheets].flatMap((sheet) => {
    try { return [...styles(sheet.cssRules)]; } catch { return []; }
  });
  const focused = /:focus(-within|-visible)?/g;
  rule("hover-only", "2.1.1", function* () {
    const rules = sheets().filter(reveals).flatMap((one) => one.selectorText.split(","));
    const [hovers, focuses] = [rules.filter((text) => /:hover\S*[\s>+~]+\S/.test(text)), rules.filter((text) => text.match(focused))];
    for (const text of hovers)
      for (const part of all(text.replaceAll(":hover", "")).slice(0, 20))
        if (!seen(part) && squeeze(part.textContent) && !focuses.some((other) => part.matches(other.replace(focused, ""))))
          yield [part, `“${short(squeeze(part.textContent))}” appears under the mouse only, not when the keyboard is there.`];
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
