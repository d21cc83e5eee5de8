// Runs before the page's own scripts: remembers who listens to what and what the page's policy refused.
globalThis.walker = (() => {
  const listeners = new WeakMap(); // target → the set of event types somebody listens to
  const refusals = [];
  const add = EventTarget.prototype.addEventListener;

  EventTarget.prototype.addEventListener = function (type, handler, options) {
    if (this && handler) {
      if (!listeners.has(this)) listeners.set(this, new Set());
      listeners.get(this).add(String(type));
    }
    return add.call(this, type, handler, options);
  };

  add.call(document, "securitypolicyviolation", (event) => {
    refusals.push({ directive: event.effectiveDirective, blocked: event.blockedURI, line: event.lineNumber });
  });

  const hears = (target, ...types) =>
    types.some((type) => listeners.get(target)?.has(type) || typeof target?.["on" + type] === "function");

  return { hears, refusals, listen: (target, type, handler) => add.call(target, type, handler, true) };
})();
