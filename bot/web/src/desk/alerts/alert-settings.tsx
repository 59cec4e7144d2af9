/* Where an agent says how the desk may call them: by sound, by notification. */

import { useRef, useState } from "preact/hooks";
import { useDesk } from "../desk";
import { BellIcon, CloseIcon } from "../parts/icons";

export function AlertSettings() {
  const { words, alerts } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const [permission, setPermission] = useState(permissionNow);
  const ask = async (): Promise<void> => setPermission(await Notification.requestPermission());
  return (
    <>
      <button type="button" class="quiet icon-only" aria-label={words.alerts.settings} title={words.alerts.settings} onClick={() => dialog.current?.showModal()}>
        <BellIcon />
      </button>
      <dialog ref={dialog} class="dialog" aria-label={words.alerts.settings}>
        <header>
          <h2>{words.alerts.settings}</h2>
          <button type="button" class="quiet icon-only" aria-label={words.keys.close} onClick={() => dialog.current?.close()}><CloseIcon /></button>
        </header>
        <p>{words.alerts.hint}</p>
        <label class="switch">
          <input type="checkbox" checked={alerts.sound.value} onChange={(event) => alerts.switchSound(event.currentTarget.checked)} /> {words.alerts.sound}
        </label>
        {permission === "default" ? (
          <button type="button" onClick={() => void ask()}>{words.alerts.allow}</button>
        ) : (
          <p class="small muted">{words.alerts.permissions[permission]}</p>
        )}
        <p class="small muted">{words.alerts.beyond}</p>
      </dialog>
    </>
  );
}

function permissionNow(): NotificationPermission {
  return typeof Notification === "undefined" ? "denied" : Notification.permission;
}
