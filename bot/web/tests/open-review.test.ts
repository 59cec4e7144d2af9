import { expect, test, vi } from "vitest";
import { ApiProblem } from "../src/desk/api/client";
import type { Decided, Review } from "../src/desk/api/records/review";
import type { ReviewApi } from "../src/desk/api/review";
import { OpenReview } from "../src/desk/learning/open-review";

const STRANGER: Decided = { text: "do you sell kites", intent: null, stranger: true };

function opened(label: ReviewApi["label"], alike = 1): OpenReview {
  const overlooked = { made_at: "", questions: [], alike, strangers: 9 };
  const open = async (): Promise<Review> => ({ labels: null, next: null, overlooked, intents: [], templates: [] });
  return new OpenReview({ label, open } as unknown as ReviewApi);
}

test("what was decided last can be thought better of, and the list is read anew", async () => {
  const label = vi.fn(async () => undefined);
  const open = opened(label, 0);
  await open.label(STRANGER);
  expect(label).toHaveBeenCalledWith(STRANGER);
  expect(open.decided.value).toEqual(STRANGER);
  expect(open.review.value?.overlooked?.alike).toBe(0);
});

test("what was refused is not called decided", async () => {
  const open = opened(async () => { throw new ApiProblem(404, {}); });
  await open.label(STRANGER);
  expect(open.decided.value).toBeNull();
  expect(open.problem.value).toBeInstanceOf(ApiProblem);
});
