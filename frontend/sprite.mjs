// One sprite of symbols: icons by their own name, scenes as scene-<name>.
import { readdirSync, readFileSync } from "node:fs";

const here = new URL(".", import.meta.url);

function symbols(folder, prefix) {
  return readdirSync(new URL(folder, here))
    .filter((name) => name.endsWith(".svg"))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(folder + name, here), "utf8");
      const [, box, body] = text.match(/<svg[^>]*viewBox="([^"]+)"[^>]*>([\s\S]*)<\/svg>/);
      return `<symbol id="${prefix}${name.slice(0, -4)}" viewBox="${box}">${body.replace(/\s*\n\s*/g, "").replaceAll(" />", "/>")}</symbol>`;
    });
}

/** Give the text of icons.svg. */
export function sprite() {
  const all = [...symbols("icons/", ""), ...symbols("scenes/", "scene-")];
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${all.join("\n")}\n</svg>\n`;
}
