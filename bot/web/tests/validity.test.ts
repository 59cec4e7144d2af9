import { expect, test } from "vitest";
import { isoOf, localOf, validityOf } from "../src/desk/templates/validity";

const NOON = new Date("2026-06-01T12:00:00Z");
const EARLIER = "2026-05-01T00:00:00Z";
const LATER = "2026-07-01T00:00:00Z";

test("a template is said from its first moment on, until its last", () => {
  const kindOf = (valid_from: string | null, valid_until: string | null): string => validityOf({ valid_from, valid_until }, NOON).kind;
  expect([kindOf(null, null), kindOf(EARLIER, null), kindOf(NOON.toISOString(), null)]).toEqual(["always", "always", "always"]);
  expect([kindOf(LATER, null), kindOf(null, LATER), kindOf(EARLIER, EARLIER)]).toEqual(["not_yet", "ends", "ended"]);
  expect(kindOf(null, NOON.toISOString())).toBe("ended");
});

test("a date field gives back the moment that it was given", () => {
  expect(isoOf(localOf("2026-07-01T08:30:00Z"))).toBe("2026-07-01T08:30:00.000Z");
  expect([localOf(null), isoOf("")]).toEqual(["", null]);
});
