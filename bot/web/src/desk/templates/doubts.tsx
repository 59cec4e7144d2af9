/* What a saved template names that nobody knows, with what may have been meant. */

import type { Template } from "../api/records/templates";
import { useDesk } from "../desk";

export function Doubts({ template }: { readonly template: Template }) {
  const { words: { editor } } = useDesk();
  return (
    <>
      {template.doubts?.map(({ about, name, nearest }) => (
        <p key={`${about} ${name}`} class="banner warn" role="status" dir="auto">{editor.unknownName(about, name, nearest)}</p>
      ))}
    </>
  );
}
