/* Says of a template when it is said, where that is not always. */

import { dayName } from "../../language/dates";
import type { FurtherContent } from "../api/records/template-parts";
import { useDesk } from "../desk";
import { validityOf } from "./validity";

export function ValidityTag({ template }: { readonly template: Pick<FurtherContent, "valid_from" | "valid_until"> }) {
  const { words, locale } = useDesk();
  const validity = validityOf(template, new Date());
  switch (validity.kind) {
    case "always":
      return null;
    case "not_yet":
      return <span class="tag warn">{words.answers.notYet(dayName(validity.at, locale))}</span>;
    case "ends":
      return <span class="tag">{words.answers.endsOn(dayName(validity.at, locale))}</span>;
    case "ended":
      return <span class="tag bad">{words.answers.ended(dayName(validity.at, locale))}</span>;
  }
}
