import { expect, test } from "vitest";
import { keyName } from "../src/desk/keys/key-name";

test.each([
  ["QWERTY", "j", "KeyJ", "j"],
  ["with Shift or Caps Lock", "J", "KeyJ", "j"],
  ["Dvorak writes j where QWERTY has c", "j", "KeyC", "j"],
  ["AZERTY writes a where QWERTY has q", "a", "KeyQ", "a"],
  ["Russian", "о", "KeyJ", "j"],
  ["Greek", "ξ", "KeyJ", "j"],
  ["an input method", "Process", "KeyJ", "j"],
  ["digits on AZERTY, without Shift", "é", "Digit2", "2"],
  ["a question mark, wherever it is", "?", "Minus", "?"],
  ["a slash on German keyboards", "/", "Digit7", "/"],
  ["an arrow", "ArrowDown", "ArrowDown", "ArrowDown"],
])("%s", (_, key, code, name) => {
  expect(keyName({ key, code })).toBe(name);
});

test("keys that no shortcut can have", () => {
  expect(keyName({ key: "Shift", code: "ShiftLeft" })).toBeNull();
  expect(keyName({ key: "ö", code: "Semicolon" })).toBeNull();
});
