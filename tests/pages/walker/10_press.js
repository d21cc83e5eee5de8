// Presses that change nothing on the server: what appears then, and where does focus go?
Object.assign(walker, (() => {
  const { all, squeeze, seen, say, short, report, hears, active, texts } = walker;
  const LIVE = "[role=status], [role=alert], [role=log], [role=timer], [role=progressbar], [role=marquee], output, " +
    "[aria-live=polite], [aria-live=assertive], time, progress, meter";
  const WRITES = "[hx-post], [hx-put], [hx-patch], [hx-delete], [formaction], [data-no-press]";
  let words = new Map(); // text node → what it said
  let said = new Set();
  let targets = [];
  let trigger = null;

  const look = () => {
    words = new Map([...texts()].filter((node) => seen(node.parentElement)).map((node) => [node, squeeze(node.data)]));
    said = new Set(words.values());
  };

  // The whole of what is new around a text: a new piece with controls in it is content, not a message.
  const piece = (node) => {
    let at = node.parentElement;
    while (at.parentElement && at.parentElement !== document.body &&
      ![...texts(at.parentElement)].some((other) => words.has(other) && seen(other.parentElement))) at = at.parentElement;
    return at;
  };
  const discloses = (element) => element && (element.matches("summary, [aria-expanded], [popovertarget], [aria-haspopup], " +
    "[role=tab], [commandfor]") || false);
  const news = () => {
    const found = [];
    for (const node of texts()) {
      const parent = node.parentElement;
      const text = squeeze(node.data);
      if (words.get(node) === text || said.has(text) || !seen(parent) || parent.closest(LIVE)) continue;
      if (parent.closest("[aria-hidden=true]") && document.querySelector(LIVE)) continue; // said there in other words
      if (trigger && (trigger.contains(node) || discloses(trigger))) continue;
      const controlled = trigger && walker.byIds(trigger.getAttribute("aria-controls")).some((part) => part?.contains(node));
      const focused = active() && active() !== trigger && (active().contains(node) || piece(node).contains(active()));
      if (controlled || focused || parent.closest("dialog, [role=dialog], [popover], [role=tooltip], details")) continue;
      const whole = piece(node);
      if (whole.querySelector(walker.TABBABLE) || text.length > 300) continue;
      found.push(report("status-message", "4.1.3", parent, `“${short(text)}” appears ` +
        (trigger ? `when ${say(trigger)} is used` : "by itself") + " but is in no live region, so it is not read out."));
    }
    return found;
  };

  const signature = (element) => `${element.localName}.${element.className} ${Object.keys(element.dataset)}` +
    ` ${element.getAttribute("aria-haspopup")} ${squeeze(element.textContent).slice(0, 12)}`;
  const pressable = (element) => (element.matches("summary, [role=button]:not([href]), button[type=button]") ||
    (element.localName === "button" && !element.form)) && !element.matches(WRITES) && !element.closest(WRITES);
  const typable = (element) => element.matches("input[type=search], input[type=text], input:not([type]), textarea") &&
    !element.readOnly && (hears(element, "input", "keyup", "change") || element.matches("[hx-get]"));
  const candidates = (most) => {
    const kinds = new Set();
    targets = all("button, summary, [role=button], input, textarea").filter((element) => {
      const kind = signature(element);
      if (!walker.tabbable(element) || !(pressable(element) || typable(element)) || kinds.has(kind)) return false;
      kinds.add(kind);
      return true;
    }).slice(0, most);
    return targets.map((element) => (typable(element) ? "a" : "Enter"));
  };
  const modal = () => all(":modal, [role=dialog][aria-modal=true]").filter(seen).at(-1) ?? null;
  const aim = (at) => {
    trigger = targets[at];
    if (!trigger?.isConnected || !walker.tabbable(trigger) || modal()) return false;
    trigger.focus();
    look();
    return active() === trigger;
  };
  const settle = (ms) => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), ms));
  const outcome = async (wait) => {
    await settle(trigger?.matches("[hx-get]") ? wait + 400 : wait);
    if (!trigger) return { dialog: false, findings: [] }; // the press led to another page
    const dialog = modal();
    const away = dialog && !dialog.contains(active());
    return {
      dialog: Boolean(dialog),
      findings: [...news(), ...(away ? [report("dialog-focus", "2.4.3", dialog, `${say(trigger)} opens a dialog, but focus ` +
        "stays behind it.")] : [])],
    };
  };
  const closed = async (wait) => {
    await settle(wait);
    const dialog = modal();
    if (dialog) {
      const button = [...dialog.querySelectorAll("button")].find((part) => part.form?.method === "dialog" ||
        /close|cancel|sulje|peruuta|stäng|avbryt/i.test(walker.name(part)) || part.matches("[data-close]"));
      button?.click();
      await settle(wait);
    }
    const still = modal();
    if (still) return [report("keyboard-trap", "2.1.2", still, "The dialog is closed neither by Escape nor by a button in it.")];
    if (!trigger.isConnected || !walker.tabbable(trigger) || active() === trigger) return [];
    return [report("dialog-focus", "2.4.3", trigger, `After the dialog is closed, focus does not return to ${say(trigger)}.`)];
  };
  const restore = () => {
    if (trigger?.matches("[aria-expanded=true]") || trigger?.parentElement?.matches("details[open]")) trigger.click();
  };
  const alone = () => { trigger = null; };

  return { look, news, candidates, aim, outcome, closed, restore, alone, settle };
})());
