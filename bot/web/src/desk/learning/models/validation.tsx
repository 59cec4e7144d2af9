/* What validation showed of single intents: how many were read rightly, what they are taken for, the worst mistakes. */

import { useState } from "preact/hooks";
import type { Validation } from "../../api/records/models";
import { useDesk } from "../../desk";
import { Link } from "../../parts/link";

const SHOWN = 12;

interface Props {
  readonly validation: Validation;
  readonly names: Readonly<Record<string, string>>;
}

export function IntentTable({ validation, names }: Props) {
  const { words } = useDesk();
  const said = words.learningRoom.models;
  const [all, showAll] = useState(false);
  const shown = all ? validation.intents : validation.intents.slice(0, SHOWN);
  return (
    <div class="card">
      <h3>{said.perIntent}</h3>
      <p class="small muted">{said.perIntentHint}</p>
      <div class="table-frame" role="region" aria-label={said.perIntent} tabIndex={0}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{said.intent}</th>
              <th scope="col">{said.recognised}</th>
              <th scope="col" class="number">{said.texts}</th>
              <th scope="col" class="number">{said.wrongly}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ intent, texts, right, said: taken }) => (
              <tr key={intent}>
                <th scope="row"><Link to={{ page: "learning", part: "intents", item: intent }}>{names[intent] ?? intent}</Link></th>
                <td><Share right={right} texts={texts} /></td>
                <td class="number">{texts}</td>
                <td class="number">{taken - right}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {validation.intents.length > SHOWN && (
        <button type="button" class="quiet" aria-expanded={all} onClick={() => showAll(!all)}>{all ? said.fewer : said.showAll(validation.intents.length)}</button>
      )}
    </div>
  );
}

function Share({ right, texts }: { readonly right: number; readonly texts: number }) {
  const { words } = useDesk();
  return (
    <span class="share">
      <svg class="bar reached" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width={100} height={6} />
        <rect class="fill" width={(100 * right) / texts} height={6} />
      </svg>
      {words.percent(right / texts)}
    </span>
  );
}

export function Confusions({ validation, names }: Props) {
  const { words } = useDesk();
  const said = words.learningRoom.models;
  if (validation.confused.length === 0) return null;
  return (
    <div class="card">
      <h3>{said.confusions}</h3>
      <ol class="plain">
        {validation.confused.slice(0, SHOWN).map(({ intent, taken_for: other, texts }) => (
          <li key={`${intent} ${other}`}>
            <strong class="number">{texts}×</strong> <span>{said.takenFor(names[intent] ?? intent, names[other] ?? other)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

export function MisreadList({ validation, names }: Props) {
  const { words } = useDesk();
  const said = words.learningRoom.models;
  if (validation.misread.length === 0) return null;
  return (
    <div class="card">
      <h3>{said.worst}</h3>
      <p class="small muted">{said.worstHint}</p>
      <ol class="plain">
        {validation.misread.slice(0, SHOWN).map(({ text, intent, said: taken, probability }) => (
          <li key={text}>
            <span dir="auto">{text}</span>
            <p class="small muted">{said.misread(names[intent] ?? intent, names[taken] ?? taken, words.percent(probability))}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
