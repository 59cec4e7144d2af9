// Fails the build when what a visitor downloads is over its budget (gzip, bytes).
// Follows the static and dynamic imports of each page in Vite's manifest.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const gzipped = (path) => gzipSync(readFileSync(new URL(path, dist)), { level: 9 }).length;

function filesOf(entry, lazily = true, seen = new Set()) {
  const chunk = manifest[entry];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const sheet of chunk.css ?? []) seen.add(sheet);
  const later = lazily ? (chunk.dynamicImports ?? []) : [];
  for (const next of [...(chunk.imports ?? []), ...later]) filesOf(next, lazily, seen);
  return seen;
}

const total = (paths) => [...paths].reduce((sum, path) => sum + gzipped(path), 0);
const page = (path) => total([path, ...filesOf(path)]);

const loader = gzipped("widget.js");
const measured = [
  { what: "widget loader", bytes: loader, budget: 5 * 1024 },
  { what: "widget, loader and panel", bytes: loader + page("widget/index.html"), budget: 40 * 1024 },
  { what: "desk, all rooms", bytes: page("desk/index.html"), budget: 96 * 1024 },
  { what: "desk, the inbox alone", bytes: total(["desk/index.html", ...filesOf("desk/index.html", false)]), budget: 48 * 1024 },
  { what: "demonstration page", bytes: page("index.html"), budget: 15 * 1024 },
];

let over = false;
for (const { what, bytes, budget } of measured) {
  const verdict = bytes > budget ? "OVER BUDGET" : "ok";
  over ||= bytes > budget;
  console.log(`${what.padEnd(26)} ${String(bytes).padStart(6)} of ${budget} bytes gzipped  ${verdict}`);
}
process.exit(over ? 1 : 0);
