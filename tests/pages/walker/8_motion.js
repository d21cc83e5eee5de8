// The browser asks for reduced motion: nothing moves by itself then. Fading and changing colour are no motion.
(() => {
  const { rule, all, seen, say } = walker;
  const MOVES = /^(transform|translate|rotate|scale|left|right|top|bottom|inset.*|margin.*|width|height|backgroundPosition.*|offset.*|objectPosition|strokeDashoffset|perspective.*|clipPath)$/;
  const moving = (animation) => {
    const timing = animation.effect?.getComputedTiming?.();
    if (animation.playState !== "running" || !timing || Number(timing.duration) * timing.iterations < 100) return false;
    return animation.effect.getKeyframes().some((frame) => Object.keys(frame).some((key) => MOVES.test(key)));
  };

  rule("reduced-motion", "2.3.3", function* () {
    for (const animation of document.getAnimations()) {
      const element = animation.effect?.target;
      if (element && seen(element) && moving(animation))
        yield [element, `${say(element)} moves although the reader has asked for reduced motion.`];
    }
    for (const part of all("svg animateTransform, svg animateMotion, marquee"))
      yield [part, `${say(part.parentElement)} moves although the reader has asked for reduced motion.`];
    for (const video of all("video[autoplay]").filter((film) => !film.paused))
      yield [video, `${say(video)} plays by itself although the reader has asked for reduced motion.`];
    if (getComputedStyle(document.documentElement).scrollBehavior === "smooth")
      yield [document.documentElement, "The page scrolls smoothly although the reader has asked for reduced motion."];
  });
})();
