// Fails the build when what a visitor downloads is over its budget (gzip, bytes).
// Follows the static and dynamic imports of each page in Vite's manifest.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const gzipped = (path) => gzipSync(readFileSync(new URL(path, dist)), { level: 9 }).length;

function filesOf(entry, { lazily = true, without = [], seen = new Set() } = {}) {
  const chunk = manifest[entry];
  if (!chunk || seen.has(chunk.file) || without.includes(entry)) return seen;
  seen.add(chunk.file);
  for (const sheet of chunk.css ?? []) seen.add(sheet);
  const later = lazily ? (chunk.dynamicImports ?? []) : [];
  for (const next of [...(chunk.imports ?? []), ...later]) filesOf(next, { lazily, without, seen });
  return seen;
}

/** A page as one visitor loads it: all of it, and of its languages the longest alone. */
function filesInOneLanguage(entry) {
  const languages = Object.keys(manifest).filter((key) => /^src\/widget\/words\/[^/]+\.ts$/.test(key) && manifest[key].isDynamicEntry);
  const rest = filesOf(entry, { without: languages });
  const more = languages.map((language) => [...filesOf(language)].filter((path) => !rest.has(path)));
  const longest = more.sort((one, other) => total(other) - total(one))[0] ?? [];
  return [...rest, ...longest];
}

const total = (paths) => [...paths].reduce((sum, path) => sum + gzipped(path), 0);
const page = (path) => total([path, ...filesOf(path)]);

const loader = gzipped("widget.js");
const measured = [
  { what: "widget loader", bytes: loader, budget: 5 * 1024 },
  { what: "widget, loader and panel", bytes: loader + total(["widget/index.html", ...filesInOneLanguage("widget/index.html")]), budget: 40 * 1024 },
  { what: "desk, all rooms", bytes: page("desk/index.html"), budget: 172 * 1024 },
  { what: "desk, the inbox alone", bytes: total(["desk/index.html", ...filesOf("desk/index.html", { lazily: false })]), budget: 48 * 1024 },
  { what: "demonstration page", bytes: page("index.html"), budget: 15 * 1024 },
];

let over = false;
for (const { what, bytes, budget } of measured) {
  const verdict = bytes > budget ? "OVER BUDGET" : "ok";
  over ||= bytes > budget;
  console.log(`${what.padEnd(26)} ${String(bytes).padStart(6)} of ${budget} bytes gzipped  ${verdict}`);
}
process.exit(over ? 1 : 0);
