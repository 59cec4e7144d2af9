/* A room's stylesheet stays loaded after the room is left, so it must not style what other rooms show. */

import { expect, test } from "vitest";

const sheets = import.meta.glob<string>("../src/desk/*/*.css", { query: "?raw", import: "default", eager: true });
const programs = import.meta.glob<string>("../src/desk/**/*.tsx", { query: "?raw", import: "default", eager: true });

const roomOf = (path: string): string => path.split("/")[3] ?? "";

/** The classes that programs outside `room` give to what they show. */
function classesElsewhere(room: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [path, program] of Object.entries(programs)) {
    if (roomOf(path) === room) continue;
    for (const [, plain, computed = ""] of program.matchAll(/class=(?:"([^"]*)"|\{([^}]*)\})/g)) {
      const texts = plain === undefined ? [...computed.matchAll(/["'`]([^"'`]*)["'`]/g)].map(([, text]) => text) : [plain];
      for (const text of texts) for (const name of text?.match(/[\w-]+/g) ?? []) found.add(name);
    }
  }
  return found;
}

/** What each rule of a stylesheet begins with: `.figures td` begins with `.figures`. */
function beginnings(sheet: string): readonly string[] {
  const rules = sheet.replaceAll(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{}]+)\{/g);
  const selectors = [...rules].flatMap(([, list = ""]) => list.split(/,(?![^(]*\))/)).map((one) => one.trim());
  return selectors.filter((one) => !one.startsWith("@") && one !== "").map((one) => /^[^\s>+~]+/.exec(one)?.[0] ?? one);
}

test.each(Object.keys(sheets))("%s styles its own room alone", (path) => {
  const elsewhere = classesElsewhere(roomOf(path));
  const found = beginnings(sheets[path] ?? "");
  const reaching = found.filter((one) => {
    const classes = [...one.matchAll(/\.([\w-]+)/g)].map(([, name]) => name ?? "");
    return classes.length === 0 ? !one.startsWith("[") : classes.every((name) => elsewhere.has(name));
  });
  expect(found.length).toBeGreaterThan(10);
  expect(reaching).toEqual([]);
});
