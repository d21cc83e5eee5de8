// Builds what the pages load into fiksummin/ui/static/ui. The results are committed:
// with --check nothing is written, and a difference is an error.
import { build } from "esbuild";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sprite } from "./sprite.mjs";
import { tokens } from "./tokens.mjs";

const check = process.argv.includes("--check");
const out = new URL("../fiksummin/ui/static/ui/", import.meta.url).pathname;
const source = new URL("src/", import.meta.url).pathname;
const font = dirname(createRequire(import.meta.url).resolve("@fontsource-variable/source-sans-3/package.json"));
const stale = [];

function put(name, content) {
  const path = out + name;
  const bytes = Buffer.from(content);
  const size = name.endsWith("woff2") ? bytes.length : gzipSync(bytes, { level: 9 }).length;
  console.log(`${name.padEnd(40)} ${String(bytes.length).padStart(7)} bytes ${String(size).padStart(7)} sent`);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  if (check) return stale.push(name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

/** Put the file and, beside it, what is sent to browsers that take gzip (any zlib's bytes will do). */
function putText(name, text) {
  put(name, text);
  const path = `${out}${name}.gz`;
  if (existsSync(path) && gunzipSync(readFileSync(path)).equals(Buffer.from(text))) return;
  if (check) return stale.push(`${name}.gz`);
  writeFileSync(path, gzipSync(text, { level: 9 }));
}

/** Leave out custom properties that nothing asks for (twice: one may ask for another). */
function prune(css) {
  const used = new Set(Array.from(css.matchAll(/var\((--[\w-]+)/g), (match) => match[1]));
  const fewer = css.replace(/(--[\w-]+):[^;{}]*(;|(?=\}))/g, (whole, name) => (used.has(name) ? whole : ""));
  return fewer === css ? css.replace(/;\}/g, "}") : prune(fewer);
}

async function bundle(entry) {
  const result = await build({
    entryPoints: [source + entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    legalComments: "none",
    charset: "utf8",
    external: ["*.woff2"],
    target: ["chrome111", "edge111", "firefox115", "safari16.4"],
  });
  return result.outputFiles[0].text;
}

put("tokens.css", tokens());
putText("icons.svg", sprite());
for (const part of ["latin", "latin-ext"]) {
  put(`fonts/source-sans-3-${part}.woff2`, readFileSync(`${font}/files/source-sans-3-${part}-wght-normal.woff2`));
}
put("fonts/OFL.txt", readFileSync(`${font}/LICENSE`));
putText("fiksummin.css", prune(await bundle("fiksummin.css")));
putText("fiksummin.js", await bundle("fiksummin.ts"));
putText("display.css", prune(await bundle("display.css")));
putText("display.js", await bundle("display.ts"));
putText("door.js", await bundle("door.ts"));
putText("door-worker.js", await bundle("door-worker.ts"));

if (stale.length) {
  console.error(`Stale: ${stale.join(", ")}. Run "npm run build" and commit the result.`);
  process.exit(1);
}
