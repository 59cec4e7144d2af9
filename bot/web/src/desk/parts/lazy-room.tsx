/* A room of the desk whose program is fetched when somebody first enters it. */

import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useDesk } from "../desk";

/** The room as a component; `load` imports it. */
export function lazyRoom<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Room(props: Props) {
    const { words } = useDesk();
    const [Inside, enter] = useState<ComponentType<Props> | null>(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Inside !== null || failed) return;
      load().then((component) => enter(() => (loaded = component)), () => setFailed(true));
    }, [Inside, failed]);
    if (Inside !== null) return <Inside {...props} />;
    return (
      <main class="empty muted">
        {failed ? (
          <p role="alert">
            {words.problems.offline} <button type="button" onClick={() => setFailed(false)}>{words.retry}</button>
          </p>
        ) : (
          <p>{words.loading}</p>
        )}
      </main>
    );
  };
}
