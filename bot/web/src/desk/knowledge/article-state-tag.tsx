/* Whether an article answers, as a tag. */

import type { ArticleState } from "../api/records/articles";
import { useDesk } from "../desk";

const TONES: Record<ArticleState, string> = { answering: "tag good", older: "tag warn", outdated: "tag warn", retired: "tag" };

export function ArticleStateTag({ state }: { readonly state: ArticleState }) {
  const { words } = useDesk();
  return <span class={TONES[state]}>{words.knowledge.states[state]}</span>;
}
