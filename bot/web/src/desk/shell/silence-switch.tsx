/* The switch that silences the bot everywhere: a line while it is off, and a button for those who may turn it. */

import { useEffect, useState } from "preact/hooks";
import { moment } from "../../language/dates";
import type { Silence } from "../api/records/session";
import { useDesk } from "../desk";
import { PowerIcon } from "../parts/icons";
import { sentenceFor } from "../problem";

const MAY_SWITCH = ["lead", "admin"];

export interface SilenceSwitch {
  readonly silence: Silence | null;
  readonly problem: unknown;
  readonly turn: (silenced: boolean) => void;
}

export function useSilence(): SilenceSwitch {
  const { conversations, live } = useDesk();
  const [silence, setSilence] = useState<Silence | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    const look = (): void => void conversations.silence().then(setSilence, () => undefined);
    look();
    return live.listen((change) => {
      if (change.kind === "silence" || change.kind === "unknown") look();
    });
  }, [conversations, live]);
  const turn = (silenced: boolean): void => {
    setProblem(null);
    conversations.switch(silenced).then(setSilence, setProblem);
  };
  return { silence, problem, turn };
}

export function SilenceButton({ silence, turn }: SilenceSwitch) {
  const { words, user } = useDesk();
  if (silence === null || silence.silenced || !MAY_SWITCH.includes(user.value?.role ?? "")) return null;
  const ask = (): void => {
    if (window.confirm(words.silence.question)) turn(true);
  };
  return (
    <button type="button" class="quiet icon-only" aria-label={words.silence.turnOff} title={words.silence.turnOff} onClick={ask}>
      <PowerIcon />
    </button>
  );
}

export function SilenceBanner({ silence, problem, turn }: SilenceSwitch) {
  const { words, locale, user } = useDesk();
  if (problem !== null) return <p class="banner bad" role="alert">{sentenceFor(problem, words)}</p>;
  if (!silence?.silenced || silence.since === null) return null;
  return (
    <p class="banner warn silence" role="status">
      <span>{words.silence.off(moment(silence.since, locale), silence.by ?? "")}</span>
      {MAY_SWITCH.includes(user.value?.role ?? "") && (
        <button type="button" onClick={() => turn(false)}>{words.silence.turnOn}</button>
      )}
    </p>
  );
}
