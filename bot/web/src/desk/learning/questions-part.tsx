/* What came from conversations: questions worth an answer or a label, gaps, and labels worth a doubt. */

import { useEffect, useMemo } from "preact/hooks";
import type { OpenQuestion, Review } from "../api/records/review";
import { useDesk } from "../desk";
import { mayLead } from "../parts/may-edit";
import { sentenceFor } from "../problem";
import { CandidateList } from "./candidate-list";
import { Choices } from "./choices";
import { ConfusionLine, DoubtLine, FindingList, LikenessLine } from "./findings";
import { GapList } from "./gap-list";
import { LookAlikes } from "./look-alikes";
import { LookForDoubts } from "./look-for-doubts";
import { OpenLearning } from "./open-learning";
import { OpenReview } from "./open-review";

export function QuestionsPart() {
  const { words, review: api, learning: learningApi, live, user } = useDesk();
  const open = useMemo(() => new OpenReview(api), [api]);
  const learning = useMemo(() => new OpenLearning(learningApi), [learningApi]);
  useEffect(() => void open.refresh(), [open]);
  useEffect(() => {
    void learning.refresh();
    return learning.follow(live);
  }, [learning, live]);
  const problem = learning.problem.value ?? open.problem.value;
  const page = learning.page.value;
  const review = open.review.value;
  return (
    <div class="review">
      <header>
        <p class="muted">{mayLead(user.value) ? words.review.hint : words.review.onlyLeads}</p>
        {problem !== null && <p class="banner bad" role="alert">{sentenceFor(problem, words)}</p>}
      </header>
      {page && <CandidateList learning={learning} open={open} page={page} />}
      {page && <GapList changed={page} />}
      <LookForDoubts onFound={() => void open.refresh()} />
      {review && !review.labels && !review.next && !review.overlooked && <p class="small muted">{words.review.none}</p>}
      {review?.overlooked && <LookAlikes open={open} found={review.overlooked} />}
      {review?.next && <NextQuestions open={open} next={review.next} />}
      {review?.labels && <Labels open={open} labels={review.labels} />}
    </div>
  );
}

function NextQuestions({ open, next }: { readonly open: OpenReview; readonly next: NonNullable<Review["next"]> }) {
  const { words } = useDesk();
  const { buys } = next;
  const points = (share: number): string => (100 * share).toFixed(1);
  return (
    <section>
      <h2>{words.review.next}</h2>
      <p class="small muted">
        {words.review.nextHint} {words.review.bought(buys.stands_for, buys.unlabelled)}{" "}
        {buys.gain !== null && buys.low !== null && buys.high !== null && words.review.gain(points(buys.gain), points(buys.low), points(buys.high))}
      </p>
      <ul>{next.questions.map((question) => <li key={question.text}><QuestionLine open={open} question={question} /></li>)}</ul>
    </section>
  );
}

function QuestionLine({ open, question }: { readonly open: OpenReview; readonly question: OpenQuestion }) {
  const { words } = useDesk();
  const choices = question.guesses.map(([intent, probability]) => ({
    intent,
    label: `${open.nameOf(intent)} ${words.percent(probability)}`,
  }));
  return (
    <>
      <span dir="auto">{question.text}</span>{" "}
      <span class="small muted">{words.review.standsFor(question.stands_for)}</span>
      <Choices open={open} text={question.text} choices={choices} drop={words.review.noneOfThese} stranger />
    </>
  );
}

function Labels({ open, labels }: { readonly open: OpenReview; readonly labels: NonNullable<Review["labels"]> }) {
  const { words } = useDesk();
  const accuracy = labels.accuracy === null ? null : words.percent(labels.accuracy);
  return (
    <>
      <section class="small muted">{words.review.summary(labels.examples, accuracy)}</section>
      <FindingList title={words.review.conflicts} items={labels.conflicts} line={(item) => <LikenessLine open={open} likeness={item} />} />
      <FindingList title={words.review.suspects} items={labels.suspects} line={(item) => <DoubtLine open={open} doubt={item} />} />
      <FindingList title={words.review.confusable} items={labels.confusable} line={(item) => <ConfusionLine open={open} confusion={item} />} />
      <FindingList title={words.review.duplicates} items={labels.duplicates} line={(item) => <LikenessLine open={open} likeness={item} />} />
    </>
  );
}
