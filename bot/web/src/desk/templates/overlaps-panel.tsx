/* What the draft shares with other templates, looked up whenever the typing pauses. */

import { useEffect, useState } from "preact/hooks";
import type { Overlap } from "../api/records/template-parts";
import { useDesk } from "../desk";
import { Link } from "../parts/link";
import type { OpenTemplate } from "./open-template";
import { contentOf } from "./template-draft";

const PAUSE_MS = 700;

export function OverlapsPanel({ open }: { readonly open: OpenTemplate }) {
  const { words } = useDesk();
  const found = useOverlaps(open);
  if (found.length === 0) return null;
  return (
    <section class="overlaps" aria-label={words.answers.overlapsTitle} aria-live="polite">
      <h2>{words.answers.overlapsTitle}</h2>
      <ul>
        {found.map((overlap, place) => (
          <li key={place}>
            <Shared overlap={overlap} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Shared({ overlap: { kind, ours, theirs, template, title, probability } }: { readonly overlap: Overlap }) {
  const { words } = useDesk();
  const tone = kind === "contradicts" || kind === "same_question" ? "tag bad" : "tag warn";
  return (
    <>
      <span class={tone}>{words.answers.overlaps[kind]}</span>{" "}
      <Link to={{ page: "templates", template }}>{title}</Link>
      {probability !== null && <span class="small muted"> {words.answers.chance(words.percent(probability))}</span>}
      <p class="small" dir="auto">“{ours}”</p>
      {theirs !== ours && <p class="small muted" dir="auto">“{theirs}”</p>}
    </>
  );
}

/** The latest answer; a later draft's overtakes an earlier one's. A failed look says nothing. */
function useOverlaps(open: OpenTemplate): readonly Overlap[] {
  const { templates } = useDesk();
  const [found, setFound] = useState<readonly Overlap[]>([]);
  const draft = open.draft.value;
  const { id } = open;
  useEffect(() => {
    let late = false;
    const timer = setTimeout(() => {
      templates.overlaps(id, contentOf(draft)).then(
        (overlaps) => late || setFound(overlaps),
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [templates, id, draft.examples, draft.texts, draft.intents]);
  return found;
}
