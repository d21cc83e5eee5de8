// Fields: what they ask for, how an error is tied to them, and that one may paste.
(() => {
  const { rule, all, squeeze, exposed, seen, rendered, byIds, say } = walker;
  const PURPOSES = [
    [/^(e-?mail|email_address|sahkoposti)$/i, "email"],
    [/^(tel|phone|phone_number|mobile|puhelin)$/i, "tel"],
    [/^(given_?name|first_?name|etunimi)$/i, "given-name"],
    [/^(family_?name|last_?name|surname|sukunimi)$/i, "family-name"],
    [/^(user_?name|login)$/i, "username"],
    [/^(organi[sz]ation|company|employer)$/i, "organization"],
    [/^(street_?address|address)$/i, "street-address"],
    [/^(post_?code|postal_?code|zip)$/i, "postal-code"],
  ];
  const fields = (selector) => all(selector).filter((field) => rendered(field) && !field.disabled && !field.readOnly);

  const OWN_NAME = /^(your |my |full |oma |koko |hela |ditt )?(name|nimi|nimesi|namn)\b\W*(\(.*\))?$/i;
  const PLACES = ["organization", "street-address", "postal-code"];
  // An address may be that of a house: it is a person's own where she gives her mail or number too.
  const ofPerson = (field) => Boolean(field.form?.querySelector("input[type=email], input[type=tel], input[type=password]"));

  const purpose = (field) => {
    if (field.type === "email" || field.type === "tel") return field.type;
    if (OWN_NAME.test(walker.name(field))) return "name";
    const found = PURPOSES.find(([words]) => words.test(field.name))?.[1];
    return PLACES.includes(found) && !ofPerson(field) ? "" : found;
  };
  rule("input-purpose", "1.3.5", function* () {
    for (const field of fields("input")) {
      const given = squeeze(field.getAttribute("autocomplete"));
      if (field.type === "password") {
        if (!/(current-password|new-password|one-time-code)/.test(given))
          yield [field, `Field ${say(field)} is a password without autocomplete="current-password" or "new-password".`];
      } else if (/^(text|email|tel|)$/.test(field.type) && purpose(field) && !given)
        yield [field, `Field ${say(field)} asks for a person's own ${purpose(field)} but has no autocomplete ` +
          `("${purpose(field)}", or "off" when it is about somebody else).`];
    }
  });

  rule("visible-label", "3.3.2", function* () {
    for (const field of fields("input, textarea").filter((field) => field.placeholder && seen(field))) {
      const other = walker.label(field) || field.title || [...(field.labels ?? [])].some((part) => squeeze(part.textContent));
      if (!other) yield [field, `Field “${field.placeholder}” has only a placeholder, which is gone once one types.`];
    }
  });

  rule("group-label", "1.3.1", function* () {
    const groups = Map.groupBy(fields("input[type=radio]").filter(exposed), (radio) => radio.name);
    for (const [name, radios] of groups) {
      const group = radios[0].closest("fieldset, [role=radiogroup], [role=group]");
      const named = group && (walker.label(group) || squeeze(group.querySelector("legend")?.textContent));
      if (name && radios.length > 1 && !named)
        yield [radios[0], `The choices “${name}” have no common question: a fieldset with a legend.`];
    }
  });

  rule("field-contrast", "1.4.11", function* () {
    const typed = "input:not([type=checkbox], [type=radio], [type=range], [type=color], [type=file], [type=submit], " +
      "[type=button], [type=reset], [type=image]), textarea, select";
    for (const field of fields(typed).filter(seen)) {
      const style = getComputedStyle(field);
      const ground = walker.behind(field);
      if (style.boxShadow !== "none" || style.backgroundImage !== "none" || style.appearance === "auto" && !style.borderTopColor)
        continue;
      const edges = ["Top", "Right", "Bottom", "Left"].filter((side) => parseFloat(style[`border${side}Width`]) >= 1 &&
        style[`border${side}Style`] !== "none" && walker.alpha(style[`border${side}Color`]) > 0.9)
        .map((side) => walker.contrast(style[`border${side}Color`], ground));
      const fill = walker.alpha(style.backgroundColor) > 0.9 ? walker.contrast(style.backgroundColor, ground) : 1;
      const best = Math.max(fill, ...edges);
      if (best < 3) yield [field, `The edge of field ${say(field)} is too faint: ${best.toFixed(1)}:1, at least 3:1 is needed.`];
    }
  });

  rule("error-description", "3.3.1", function* () {
    for (const field of all("[aria-invalid=true]").filter(exposed)) {
      const ids = ["aria-errormessage", "aria-describedby"].map((key) => field.getAttribute(key) ?? "").join(" ");
      const group = field.closest("fieldset, [role=radiogroup], [role=group]")?.getAttribute("aria-describedby") ?? "";
      const told = byIds(`${ids} ${group}`).some((part) => part && rendered(part) && squeeze(part.textContent));
      if (!told) yield [field, `Field ${say(field)} is marked wrong, but no text tied to it says what is wrong.`];
    }
  });

  rule("paste", "3.3.8", function* () {
    const codes = "input[type=password], input[autocomplete~=one-time-code], input[name*=code i], input[name*=otp i]";
    for (const field of fields(codes)) {
      const form = field.form ?? document;
      const values = () => all("input", form).map((input) => input.value).join("\n");
      const kept = all("input", form).map((input) => [input, input.value]);
      const before = values();
      const clip = new DataTransfer();
      clip.setData("text/plain", "482913");
      const paste = new ClipboardEvent("paste", { clipboardData: clip, bubbles: true, cancelable: true });
      const allowed = field.dispatchEvent(paste);
      if (!allowed && values() === before) yield [field, `Field ${say(field)} refuses pasting.`];
      for (const [input, value] of kept) if (input.value !== value) input.value = value;
    }
  });
})();
