import { beforeEach, expect, test } from "vitest";
import { ChatApi } from "../src/chat/api";
import { Unreachable } from "../src/chat/errors";
import type { Act, Suggested, Suggestion, SuggestionChoice } from "../src/chat/records";
import { Suggestions } from "../src/chat/suggestions";

const EXPRESS: Suggestion = { id: "template:express", kind: "question", text: "Express delivery" };
const RETURNS: Suggestion = { id: "article:returns", kind: "article", text: "Returns", url: "/help/returns" };

class Shelf extends ChatApi {
  choice: SuggestionChoice = "personal";
  reachable = true;
  readonly told: [Act, object][] = [];

  override async suggestions(): Promise<Suggested> {
    if (!this.reachable) throw new Unreachable("unplugged");
    return { choice: this.choice, suggestions: [EXPRESS, RETURNS] };
  }

  override async chooseSuggestions(_token: string, choice: SuggestionChoice): Promise<Suggested> {
    this.choice = choice;
    return this.suggestions();
  }

  override async tellAct(_token: string, act: Act, done: object): Promise<void> {
    this.told.push([act, done]);
  }
}

let shelf: Shelf;
let suggestions: Suggestions;

beforeEach(async () => {
  shelf = new Shelf();
  suggestions = new Suggestions(shelf, () => "token");
  await suggestions.refresh();
});

test("taking one tells that it was clicked and the others skipped, and clears them", () => {
  suggestions.close(EXPRESS);
  expect(shelf.told).toEqual([
    ["clicked", { items: [EXPRESS.id] }],
    ["skipped", { items: [RETURNS.id] }],
  ]);
  expect(suggestions.shown.value.suggestions).toEqual([]);
});

test("going on without them tells once that they were skipped", () => {
  suggestions.close();
  suggestions.close();
  expect(shelf.told).toEqual([["skipped", { items: [EXPRESS.id, RETURNS.id] }]]);
});

test("nothing is told of somebody who did not choose it", async () => {
  await suggestions.choose("general");
  suggestions.close(EXPRESS);
  suggestions.read(RETURNS);
  suggestions.readSource("/help/returns#top");
  expect(shelf.told).toEqual([]);
});

test("what cannot be had leaves the choice and shows nothing", async () => {
  shelf.reachable = false;
  await suggestions.refresh();
  expect(suggestions.shown.value).toEqual({ choice: "personal", suggestions: [] });
});

test("an answer that comes after the customer went on is not shown", async () => {
  const late = suggestions.refresh();
  suggestions.close();
  await late;
  expect(suggestions.shown.value.suggestions).toEqual([]);
});
