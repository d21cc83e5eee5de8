// Fields: what they ask for, how an error is tied to them, and that one may paste.
(() => {
  const { rule, all, squeeze, exposed, rendered, byIds, say } = walker;
  const PURPOSES = [
    [/^(e-?mail|email_address|sahkoposti)$/i, "email"],
    [/^(tel|phone|phone_number|mobile|puhelin)$/i, "tel"],
    [/^(given_?name|first_?name|etunimi)$/i, "given-name"],
    [/^(family_?name|last_?name|surname|sukunimi)$/i, "family-name"],
    [/^(name|full_?name|your_?name|nimi)$/i, "name"],
    [/^(user_?name|login)$/i, "username"],
    [/^(organi[sz]ation|company|employer)$/i, "organization"],
    [/^(street_?address|address)$/i, "street-address"],
    [/^(post_?code|postal_?code|zip)$/i, "postal-code"],
  ];
  const fields = (selector) => all(selector).filter((field) => rendered(field) && !field.disabled && !field.readOnly);

  const purpose = (field) => {
    if (field.type === "email") return "email";
    if (field.type === "tel") return "tel";
    return PURPOSES.find(([words]) => words.test(field.name))?.[1];
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

  rule("error-description", "3.3.1", function* () {
    for (const field of all("[aria-invalid=true]").filter(exposed)) {
      const ids = ["aria-errormessage", "aria-describedby"].map((key) => field.getAttribute(key) ?? "").join(" ");
      const told = byIds(ids).some((part) => part && rendered(part) && squeeze(part.textContent));
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
