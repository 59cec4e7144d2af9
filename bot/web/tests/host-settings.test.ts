import { expect, test } from "vitest";
import { readSettings, type HostSettings } from "../src/widget/loader/settings";

const tag = (data: Record<string, string> = {}): HTMLScriptElement => ({ dataset: data }) as unknown as HTMLScriptElement;

function read(given: object, data: Record<string, string> = {}) {
  const complaints: string[] = [];
  const settings = readSettings(given as HostSettings, tag(data), (sentence) => complaints.push(sentence));
  return { settings, complaints };
}

test("the settings object goes before the attributes, and what is missing has a default", () => {
  const { settings, complaints } = read({ position: "left", launcher: false }, { position: "right", sideOffset: "32", theme: "dark" });
  expect(settings).toMatchObject({ position: "left", launcher: false, sideOffset: 32, bottomOffset: 20, theme: "dark", accent: null, locale: null });
  expect(complaints).toEqual([]);
});

test("what cannot be used is named with what would be right, and left out", () => {
  const { settings, complaints } = read({ accent: "teal", position: "top", sideOffset: 4000, launcher: "perhaps", identity: 7, locale: 1 });
  expect(settings).toMatchObject({ accent: null, position: null, sideOffset: 20, launcher: true, identity: null, locale: null });
  expect(complaints).toHaveLength(6);
  expect(complaints).toContain('accent: "teal" cannot be used, it should be a colour such as "#1f5f8b".');
});
