import { describe, expect, it, vi } from "vitest";
import { ApiProblem } from "../src/desk/api/client";
import type { LearningApi } from "../src/desk/api/learning";
import type { IntentsApi } from "../src/desk/api/intents";
import { readRoute, addressOf } from "../src/desk/router";
import type { ReviewedIntent } from "../src/desk/api/records/intents";
import type { Promised } from "../src/desk/api/records/models";
import type { ReviewApi } from "../src/desk/api/review";
import type { TemplatesApi } from "../src/desk/api/templates";
import { EMPTY_DRAFT } from "../src/desk/templates/template-draft";
import { UploadRefused } from "../src/files/upload";
import { TranscriptUploads } from "../src/desk/learning/imports/transcript-uploads";
import { OpenLearning } from "../src/desk/learning/open-learning";
import { missedBy } from "../src/desk/learning/imports/refusal";
import { draggedWith, markedWith, matching, nextWaiting, OpenIntents } from "../src/desk/learning/intents/open-intents";
import { linesOf } from "../src/desk/learning/models/live-curves";
import { standingOf } from "../src/desk/learning/models/open-models";
import { moreUnknown, promiseAt } from "../src/desk/learning/models/risk-coverage";
import { steps } from "../src/desk/learning/line-chart";

const intent = (id: string, name: string): ReviewedIntent => ({ id, name, full_name: name, state: "draft", source: "cluster", examples: 1, templates: [] });

describe("the address of the learning room", () => {
  it("leads to each part, intents with a slash in their id included", () => {
    const route = { page: "learning", part: "intents", item: "billing/refund" } as const;
    expect(readRoute(addressOf(route))).toEqual(route);
  });
  it("is still found under the name it had", () => {
    expect(readRoute("/desk/review")).toEqual({ page: "learning", part: "questions", item: null });
  });
});

describe("what is dragged", () => {
  it("is every marked question where the one taken hold of is among them, else that one", () => {
    const marked = new Set(["a", "b"]);
    expect(draggedWith("a", marked)).toEqual(["a", "b"]);
    expect(draggedWith("c", marked)).toEqual(["c"]);
  });
  it("marks and unmarks without touching what was there", () => {
    const marked = new Set(["a"]);
    expect([...markedWith(marked, "b", true)]).toEqual(["a", "b"]);
    expect([...markedWith(marked, "a", false)]).toEqual([]);
    expect([...marked]).toEqual(["a"]);
  });
});

describe("words in place of a reply", () => {
  const worded = { text: "Oil it.", by: "ada@shop.example", at: "2026-03-01T10:00:00Z", conversation: "c", seq: 3 };
  const opened = (draft: LearningApi["draft"]): OpenLearning => {
    const api = { draft, candidates: async () => ({ candidates: [], waiting: 0, safe: 0 }), standing: async () => ({}) };
    return new OpenLearning(api as unknown as LearningApi);
  };
  it("give the id of the draft that they became", async () => {
    const draft = vi.fn(async () => "worded_1");
    expect(await opened(draft).draft("q", worded)).toBe("worded_1");
    expect(draft).toHaveBeenCalledWith("q", worded);
  });
  it("lead nowhere where a colleague was faster, and say so", async () => {
    const open = opened(async () => { throw new ApiProblem(409, {}); });
    expect(await open.draft("q", worded)).toBeNull();
    expect(open.problem.value).toBeInstanceOf(ApiProblem);
  });
});

describe("intents", () => {
  it("are found by all the words, in any order", () => {
    const intents = [intent("a", "Billing › Refund"), intent("b", "Billing › Invoice")];
    expect(matching(intents, "refund bill").map(({ id }) => id)).toEqual(["a"]);
    expect(matching(intents, " ")).toHaveLength(2);
  });

  const opened = (move: IntentsApi["move"]): OpenIntents => {
    const api = { all: async () => [intent("a", "A")], examples: async () => [{ text: "left", decided: false }], move };
    const review = { open: async () => ({ labels: null }) };
    return new OpenIntents(api as unknown as IntentsApi, review as unknown as ReviewApi, {} as TemplatesApi);
  };

  it("keep only the marks of questions that are still theirs", async () => {
    const open = opened(async () => undefined);
    await open.choose("a");
    open.mark("left", true);
    open.mark("moved", true);
    await open.move(["moved"], "b");
    expect([...open.marked.value]).toEqual(["left"]);
  });

  it("show nothing of one that was merged between being listed and being read", async () => {
    const api = { all: async () => [intent("a", "A")], examples: () => Promise.reject(new ApiProblem(404, {})), merge: async () => undefined };
    const open = new OpenIntents(api as unknown as IntentsApi, { open: async () => ({ labels: null }) } as unknown as ReviewApi, {} as TemplatesApi);
    await open.choose("a");
    expect([open.examples.value, open.problem.value]).toEqual([null, null]);
    expect(await open.merge("a", "b")).toBe(true);
  });

  const answered = (save: TemplatesApi["save"]) => {
    const answer = { ...EMPTY_DRAFT, id: "draft_a", title: "A", examples: [], texts: { en: "So." }, version: 3, updated_at: "" };
    const accept = vi.fn(async () => undefined);
    const waits = { ...intent("a", "A"), templates: [{ id: "draft_a", title: "A", state: "draft", held_back: null }] };
    const api = { all: async () => [waits], examples: async () => [], accept } as unknown as IntentsApi;
    const templates = { open: async () => ({ value: answer, etag: '"3"' }), save } as unknown as TemplatesApi;
    const open = new OpenIntents(api, { open: async () => ({ labels: null }) } as unknown as ReviewApi, templates);
    return { open, accept };
  };

  it("are accepted with the answer that was read, in the version that was read", async () => {
    const save = vi.fn<TemplatesApi["save"]>(async () => ({ value: {}, etag: null }) as never);
    const { open, accept } = answered(save);
    await open.choose("a");
    const answer = open.answers.value.get("draft_a");
    expect(answer && (await open.acceptWith("a", answer))).toBe(true);
    expect(save).toHaveBeenCalledWith("draft_a", expect.objectContaining({ state: "live", texts: { en: "So." } }), '"3"');
    expect(accept).toHaveBeenCalledWith(["a"]);
  });

  it("still wait where their answer could not be put into service", async () => {
    const refusal = new ApiProblem(412, {});
    const { open, accept } = answered(() => Promise.reject(refusal));
    await open.choose("a");
    const answer = open.answers.value.get("draft_a");
    expect(answer && (await open.acceptWith("a", answer))).toBe(false);
    expect(open.problem.value).toBe(refusal);
    expect(accept).not.toHaveBeenCalled();
  });

  it("lead on to the next that waits", () => {
    const intents = [intent("a", "A"), { ...intent("b", "B"), state: "accepted" as const }, intent("c", "C")];
    expect(nextWaiting(intents, "a")).toBe("c");
    expect(nextWaiting(intents, "c")).toBe("a");
    expect(nextWaiting([intent("a", "A")], "a")).toBeNull();
  });

  it("keep the marks where a move is refused, and say why", async () => {
    const refusal = new Error("no such intent");
    const open = opened(() => Promise.reject(refusal));
    await open.choose("a");
    open.mark("left", true);
    expect(await open.move(["left"], "b")).toBe(false);
    expect(open.problem.value).toBe(refusal);
    expect([...open.marked.value]).toEqual(["left"]);
  });
});

describe("why a file was not read", () => {
  it("is told for each format, whatever stands in the reasons", () => {
    const sentence = "agents.json: is no transcript: has no ticket; and no chat (zendesk); has no 'source' (intercom)";
    expect(missedBy(sentence)).toEqual([
      { format: "zendesk", reason: "has no ticket; and no chat" },
      { format: "intercom", reason: "has no 'source'" },
    ]);
  });
  it("stays one sentence where it is not about formats", () => {
    expect(missedBy("export.zip: is damaged: no zip file")).toEqual([]);
  });
});

describe("the precision that is chosen", () => {
  const promised = (precision: number): Promised => ({ value: 0.5, precision, coverage: 1 - precision, guaranteed: false, texts: 9 });
  it("is doubted where customers asked much more that is unknown than was reckoned with", () => {
    expect(moreUnknown({ unknown_share: 0.8, out_of_scope_share: 0.2, strangers: 0 })).toBe(true);
    expect(moreUnknown({ unknown_share: 0.8, out_of_scope_share: 0.6, strangers: 120 })).toBe(false);
    expect(moreUnknown({ unknown_share: 0.25, out_of_scope_share: 0.2, strangers: 0 })).toBe(false);
    expect(moreUnknown({ unknown_share: null, out_of_scope_share: 0.2, strangers: 0 })).toBe(false);
  });
  it("is read at the nearest that was reckoned", () => {
    const curve = [0.8, 0.9, 0.95].map(promised);
    expect(promiseAt(curve, 0.91)?.precision).toBe(0.9);
    expect(promiseAt([], 0.9)).toBeNull();
  });
});

describe("a comparison", () => {
  it("counts only against the model that serves now", () => {
    const model = (id: string, standing: "serving" | null) => ({ id, standing });
    const job = (before: string, after: string) => ({ arguments: { before, after } });
    const page = { models: [model("new", null), model("now", "serving")], comparisons: [job("earlier", "new"), job("now", "new")] };
    const { serving, comparison } = standingOf(page as never, "new");
    expect(serving).toBe("now");
    expect(comparison).toBe(page.comparisons[1]);
  });
});

describe("curves", () => {
  const epoch = (tuning: string, number: number, accuracy: number | null) => ({ tuning, epoch: number, loss: 1 / number, validation_accuracy: accuracy });
  it("have a line for each tuning, without those that tell nothing", () => {
    const epochs = [epoch("member-1", 1, 0.5), epoch("member-2", 1, null), epoch("member-1", 2, 0.75)];
    expect(linesOf(epochs, ({ validation_accuracy: value }) => value)).toEqual([{ name: "member-1", points: [[1, 0.5], [2, 0.75]], tone: "main" }]);
    expect(linesOf(epochs, ({ loss }) => loss)).toHaveLength(2);
  });
  it("are drawn over round steps", () => {
    expect(steps(1)).toEqual([0, 0.5, 1]);
    expect(steps(3.7)).toEqual([0, 1, 2, 3]);
    expect(steps(0)).toEqual([0]);
  });
});

describe("an export on its way", () => {
  const file = (size: number): File => ({ name: "talk.zip", size }) as File;
  it("is refused at once where it is too large, and sent otherwise", async () => {
    const send = vi.fn(async () => undefined);
    const sent = vi.fn();
    const uploads = new TranscriptUploads(send, sent);
    uploads.add([file(11)], 10);
    await vi.waitFor(() => expect(uploads.state.value).toEqual({ kind: "refused", name: "talk.zip", problem: "tooLarge" }));
    uploads.add([file(9)], 10);
    await vi.waitFor(() => expect(sent).toHaveBeenCalledOnce());
    expect(uploads.state.value).toEqual({ kind: "none" });
    expect(send).toHaveBeenCalledOnce();
  });
  it("says what the server refused", async () => {
    const uploads = new TranscriptUploads(() => Promise.reject(new UploadRefused(507)), () => undefined);
    uploads.add([file(1)], 10);
    await vi.waitFor(() => expect(uploads.state.value).toEqual({ kind: "refused", name: "talk.zip", problem: "noRoom" }));
  });
});
