// Custom properties from suomifi-design-tokens: colours, spacing, radii, shadows and text styles.
// Lengths of text and spacing become rem, so that a reader's own text size counts.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("suomifi-design-tokens/dist/tokens.scss"), "utf8");
const rem = (text) => text.replace(/(\d+)px/g, (_, px) => `${Number(px) / 16}rem`);
const inRem = (name) => name.startsWith("fi-spacing");

/** Give the text of tokens.css. */
export function tokens() {
  const lines = ["/* Made by frontend/build.mjs from suomifi-design-tokens (MIT). Do not edit. */", ":root {"];
  for (const [, name, value] of source.matchAll(/\$(fi-[\w-]+):\s*([^;]+);/g)) {
    if (!name.startsWith("fi-gradient")) lines.push(`  --${name}: ${inRem(name) ? rem(value) : value};`);
  }
  for (const [, name, body] of source.matchAll(/@mixin (fi-text-[\w-]+) \{([^}]*)\}/g)) {
    const value = (property) => body.match(new RegExp(`${property}:\\s*([^;]+);`))[1];
    lines.push(`  --${name}: ${value("font-weight")} ${rem(value("font-size"))}/${rem(value("line-height"))} var(--face);`);
  }
  return [...lines, "}", ""].join("\n");
}
