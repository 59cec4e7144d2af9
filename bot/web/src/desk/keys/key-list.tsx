/* The list of all shortcuts, and the switch that turns single keys off. */

import { useEffect, useRef } from "preact/hooks";
import { useDesk } from "../desk";
import { CloseIcon } from "../parts/icons";
import { useKeys } from "./keys";

export function KeyList() {
  const { keys, words } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const listed = keys.listed.value;
  const show = (): void => void (keys.listed.value = true);
  useKeys({ "?": show, h: show });
  useEffect(() => {
    if (listed) dialog.current?.showModal();
    else dialog.current?.close();
  }, [listed]);
  return (
    <dialog ref={dialog} class="dialog" aria-label={words.keys.title} onClose={() => (keys.listed.value = false)}>
      <header>
        <h2>{words.keys.title}</h2>
        <button type="button" class="quiet icon-only" aria-label={words.keys.close} onClick={() => (keys.listed.value = false)}><CloseIcon /></button>
      </header>
      <dl class="key-list">
        {words.keys.list.map(([names, what]) => (
          <div key={what}>
            <dt>{names.map((name) => <kbd key={name}>{name}</kbd>)}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label class="switch">
        <input type="checkbox" checked={keys.enabled.value} onChange={(event) => keys.switch(event.currentTarget.checked)} /> {words.keys.enabled}
      </label>
      <p class="small muted">{words.keys.layouts}</p>
    </dialog>
  );
}
