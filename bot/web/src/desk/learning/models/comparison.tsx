/* What would change if the model served: the verdict with its reasons, and every intent that got better or worse. */

import type { ComparedIntent, ComparisonResult } from "../../api/records/models";
import { useDesk } from "../../desk";

const TONES = { better: "tag good", alike: "tag", worse: "tag bad", unjudged: "tag warn" } as const;

interface Props {
  readonly found: ComparisonResult;
  readonly names: Readonly<Record<string, string>>;
}

export function ComparisonView({ found, names }: Props) {
  const { words } = useDesk();
  const said = words.learningRoom.models;
  const { golden } = found;
  return (
    <>
      <p class="tags"><span class={TONES[found.verdict]}>{said.verdicts[found.verdict]}</span></p>
      {found.because.map((sentence) => <p class="small" key={sentence}>{sentence}</p>)}
      {golden.accuracy_before !== null && golden.accuracy_after !== null && golden.texts > 0 && (
        <p class="small">{said.goldenAccuracy(words.percent(golden.accuracy_before), words.percent(golden.accuracy_after), golden.texts)}</p>
      )}
      {golden.intents.length > 0 && (
        <ul class="plain">
          {golden.intents.map((each) => <li key={each.intent}><ChangedIntent changed={each} name={names[each.intent] ?? each.intent} names={names} /></li>)}
        </ul>
      )}
    </>
  );
}

interface ChangedProps {
  readonly changed: ComparedIntent;
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
}

function ChangedIntent({ changed, name, names }: ChangedProps) {
  const { words } = useDesk();
  const said = words.learningRoom.models;
  const difference = changed.right_after - changed.right_before;
  const tone = difference > 0 ? "tag good" : difference < 0 ? "tag bad" : "tag";
  return (
    <details>
      <summary>
        <span class={tone}>{difference > 0 ? `+${difference}` : difference}</span> {name} <span class="small muted">{said.rightOf(changed.right_before, changed.right_after, changed.texts)}</span>
      </summary>
      <ul class="plain small">
        {changed.lost.map(({ text, after }) => <li key={text}><span dir="auto">{text}</span> <span class="muted">{said.nowTakenFor(after === null ? "–" : (names[after] ?? after))}</span></li>)}
        {changed.gained.map(({ text }) => <li key={text}><span dir="auto">{text}</span> <span class="muted">{said.nowRight}</span></li>)}
      </ul>
    </details>
  );
}
