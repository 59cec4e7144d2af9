/* A template's state as a small label. */

import type { TemplateState } from "../api/records/templates";
import { useDesk } from "../desk";

const TONES: Record<TemplateState, string> = {
  draft: "tag", in_review: "tag warn", live: "tag good", retired: "tag faded",
};

export function StateTag({ state }: { readonly state: TemplateState }) {
  const { words } = useDesk();
  return <span class={TONES[state]}>{words.templates.states[state]}</span>;
}
