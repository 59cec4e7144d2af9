import { describe, expect, it } from "vitest";
import { ApiProblem } from "../src/desk/api/client";
import type { SettingsApi } from "../src/desk/api/settings";
import { differences } from "../src/desk/settings/differences";
import { entriesIn } from "../src/desk/settings/lines";
import { OpenSection } from "../src/desk/settings/open-section";
import { chosenSection, sectionsFor } from "../src/desk/settings/sections";
import { snippetFor } from "../src/desk/settings/snippet";
import { isUsable, nextSpan, spansOf, withSpans } from "../src/desk/settings/week";

const HOURS = { hours: { time_zone: "UTC", week: { Monday: ["09:00-12:00", "13:00-24:00"] }, holidays: [] } };

/** A server with one section; `etags` are what it gives one after another. */
class FakeSettings {
  readonly saved: unknown[] = [];
  refusal: ApiProblem | null = null;
  private version = 1;

  async section(): Promise<unknown> {
    return { value: { values: HOURS, text: "a", may_change: true, public_url: null }, etag: `"${this.version}"` };
  }

  async save(name: string, change: object, etag: string | null): Promise<unknown> {
    if (this.refusal) throw this.refusal;
    this.saved.push([name, change, etag]);
    this.version += 1;
    return this.section();
  }
}

async function opened(): Promise<[OpenSection<"hours">, FakeSettings]> {
  const server = new FakeSettings();
  const open = new OpenSection(server as unknown as SettingsApi, "hours");
  await open.load();
  return [open, server];
}

describe("a section", () => {
  it("is not changed by the order of its keys", async () => {
    const [open] = await opened();
    const { time_zone, week, holidays } = HOURS.hours;
    open.change({ hours: { holidays, week, time_zone } });
    expect(open.dirty.value).toBe(false);
  });

  it("saves only what differs, with what it read last", async () => {
    const [open, server] = await opened();
    open.change({ hours: { ...HOURS.hours, time_zone: "Europe/Paris" } });
    await open.save();
    expect(server.saved).toEqual([["hours", { values: { hours: { ...HOURS.hours, time_zone: "Europe/Paris" } } }, '"1"']]);
    expect(open.outcome.value).toEqual({ kind: "saved" });
  });

  it("saves the text where that was edited", async () => {
    const [open, server] = await opened();
    open.rewrite("b");
    await open.save();
    expect(server.saved[0]).toEqual(["hours", { text: "b" }, '"1"']);
  });

  it("keeps the draft when somebody else was faster", async () => {
    const [open, server] = await opened();
    server.refusal = new ApiProblem(412, {});
    open.change({ hours: { ...HOURS.hours, time_zone: "Asia/Tokyo" } });
    await open.save();
    expect(open.outcome.value).toEqual({ kind: "stale" });
    expect(open.draft.value?.hours.time_zone).toBe("Asia/Tokyo");
    await open.load();
    expect(open.dirty.value).toBe(false);
  });

  it("says which place was refused", async () => {
    const [open, server] = await opened();
    server.refusal = new ApiProblem(422, { detail: "hours.week: no", errors: [{ field: "hours.week", message: "no" }] });
    open.change({ hours: { ...HOURS.hours, time_zone: "Mars" } });
    await open.save();
    expect(open.outcome.value).toEqual({ kind: "invalid", field: "hours.week", detail: "hours.week: no" });
  });
});

describe("the week", () => {
  it("reads spans whatever case the day is written in, midnight as the end of the day", () => {
    expect(spansOf(HOURS.hours.week, "monday")).toEqual([{ from: "09:00", to: "12:00" }, { from: "13:00", to: "00:00" }]);
  });

  it("writes them back under the name that stands there, days in order", () => {
    const week = withSpans({ sunday: ["10:00-11:00"], ...HOURS.hours.week }, "monday", [{ from: "13:00", to: "00:00" }]);
    expect(Object.entries(week)).toEqual([["Monday", ["13:00-24:00"]], ["sunday", ["10:00-11:00"]]]);
    expect(withSpans(week, "sunday", [])).not.toHaveProperty("sunday");
  });

  it("knows hours that end before they begin", () => {
    expect(isUsable({ from: "17:00", to: "09:00" })).toBe(false);
    expect(isUsable({ from: "17:00", to: "00:00" })).toBe(true);
    expect(nextSpan([{ from: "09:00", to: "12:00" }])).toEqual({ from: "12:00", to: "00:00" });
  });
});

it("each role sees its own parts, and no address leads further", () => {
  expect(sectionsFor("agent")).toEqual(["account", "hours"]);
  expect(sectionsFor("lead")).not.toContain("people");
  expect(chosenSection("audit", "lead")).toBe("account");
  expect(chosenSection("audit", "admin")).toBe("audit");
  expect(chosenSection(null, "admin")).toBe("people");
});

it("lists lose empty lines and repetitions", () => {
  expect(entriesIn(" refund \n\nlawyer\nrefund")).toEqual(["refund", "lawyer"]);
});

it("a snippet can be pasted as it is", () => {
  expect(snippetFor("https://a.example/", "#112233", { position: "left", theme: "auto" })).toBe(
    '<script src="https://a.example/widget.js" async data-accent="#112233" data-position="left"></script>',
  );
  expect(snippetFor('https://a.example"><b', "#112233", { position: null, theme: "dark" })).not.toContain("<b");
});

it("an entry of the audit log is told place by place", () => {
  const before = { hours: { time_zone: "UTC", week: { monday: ["09:00-17:00"] } } };
  const after = { hours: { time_zone: "Europe/Paris", week: { monday: ["09:00-17:00"] }, holidays: ["2026-12-25"] } };
  expect(differences(before, after)).toEqual([
    { place: "hours.time_zone", before: "UTC", after: "Europe/Paris" },
    { place: "hours.holidays", before: null, after: "2026-12-25" },
  ]);
});
