/* How two versions of a template differ, part by part: what went is struck out, what came is marked. */

import { useDesk } from "../desk";
import type { TemplateContent } from "../api/records/templates";
import { ChangedText } from "../parts/changed-text";
import { differences } from "./content-parts";
import { nameOf } from "./part-names";
import { difference } from "../parts/text-difference";

interface Props {
  readonly before: TemplateContent;
  readonly after: TemplateContent;
}

export function Differences({ before, after }: Props) {
  const { words } = useDesk();
  const found = differences(before, after);
  if (found.length === 0) return <p class="small muted">{words.answers.same}</p>;
  return (
    <dl class="differences">
      {found.map((part) => (
        <div key={`${part.name} ${part.of}`}>
          <dt>{part.of === "" ? nameOf(part.name, words) : `${nameOf(part.name, words)} (${part.of})`}</dt>
          <dd dir="auto">
            <ChangedText pieces={difference(part.before, part.after)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
