/* Sound and notifications as the browser gives them; without its leave there are none. */

import type { ConversationSummary } from "../api/records/inbox";
import { customerName } from "../inbox/customer-name";
import type { Router } from "../router";
import type { Words } from "../words/words";
import type { Alarm } from "./waiting-alerts";

const TONES_HZ = [660, 880];
const TONE_SECONDS = 0.16;
const VOLUME = 0.12;

export class BrowserAlarm implements Alarm {
  private audio: AudioContext | null = null;

  constructor(private readonly words: Words, private readonly router: Router) {}

  looking(): boolean {
    return document.visibilityState === "visible" && document.hasFocus();
  }

  /** Two short tones, rising. */
  sound(): void {
    this.audio ??= new AudioContext();
    const { audio } = this;
    void audio.resume();
    TONES_HZ.forEach((hertz, place) => {
      const [tone, volume] = [audio.createOscillator(), audio.createGain()];
      const begin = audio.currentTime + place * TONE_SECONDS;
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(VOLUME, begin);
      volume.gain.exponentialRampToValueAtTime(0.001, begin + TONE_SECONDS);
      tone.connect(volume).connect(audio.destination);
      tone.start(begin);
      tone.stop(begin + TONE_SECONDS);
    });
  }

  notify(waiting: readonly ConversationSummary[]): void {
    const [first] = waiting;
    if (!first || typeof Notification === "undefined" || Notification.permission !== "granted") return;
    const { title, more } = this.words.alerts;
    const body = [first.handoff_reason, waiting.length > 1 && more(waiting.length - 1)].filter(Boolean).join("\n");
    const shown = new Notification(title(customerName(first, this.words)), { body, tag: "frontdesk-waiting" });
    shown.onclick = () => {
      window.focus();
      this.router.go({ page: "inbox", queue: "waiting", conversation: first.id });
      shown.close();
    };
  }
}
