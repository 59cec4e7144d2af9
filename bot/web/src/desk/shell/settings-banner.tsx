/* What is wrong with frontdesk.yaml: a line for those who answer for it, until it is mended. */

import { useEffect, useState } from "preact/hooks";
import type { SettingsState } from "../api/records/session";
import { useDesk } from "../desk";

const ANSWER_FOR_IT = ["lead", "admin"];

export function SettingsBanner() {
  const { conversations, live, words, user } = useDesk();
  const [found, setFound] = useState<SettingsState | null>(null);
  const mine = ANSWER_FOR_IT.includes(user.value?.role ?? "");
  useEffect(() => {
    if (!mine) return undefined;
    const look = (): void => void conversations.settings().then(setFound, () => undefined);
    look();
    return live.listen((change) => {
      if (change.kind === "templates" || change.kind === "unknown") look();
    });
  }, [conversations, live, mine]);
  if (found === null || (found.unusable === null && found.doubts.length === 0)) return null;
  return (
    <div class="banner warn" role="status">
      {found.unusable !== null && <p>{words.settings.unusable(found.unusable)}</p>}
      {found.doubts.length > 0 && (
        <details>
          <summary>{words.settings.doubts(found.doubts.length)}</summary>
          <ul>{found.doubts.map((each) => <li key={each} dir="ltr">{each}</li>)}</ul>
        </details>
      )}
    </div>
  );
}
