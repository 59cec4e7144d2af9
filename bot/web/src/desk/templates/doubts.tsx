/* What a saved template names that nobody knows, with what may have been meant; and who offers it though it is retired. */

import type { Template } from "../api/records/templates";
import { useDesk } from "../desk";

/** The titles of those that offer it, as one text. */
export const offering = (template: Template): string => (template.offered_by ?? []).map(({ title }) => `“${title}”`).join(", ");

export function Doubts({ template }: { readonly template: Template }) {
  const { words: { editor } } = useDesk();
  return (
    <>
      {template.state === "retired" && offering(template) !== "" && (
        <p class="banner warn" role="status" dir="auto">{editor.stillOffered(offering(template))}</p>
      )}
      {template.doubts?.map(({ about, name, nearest }) => (
        <p key={`${about} ${name}`} class="banner warn" role="status" dir="auto">{editor.unknownName(about, name, nearest)}</p>
      ))}
    </>
  );
}
