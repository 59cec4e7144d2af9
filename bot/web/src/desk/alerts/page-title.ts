/* The tab's title: what is shown, and before it how many wait. */

import { effect, signal, type Signal } from "@preact/signals";

export class PageTitle {
  readonly shown: Signal<string | null> = signal(null);
  readonly waiting: Signal<number> = signal(0);

  constructor(product: string) {
    effect(() => {
      const { shown, waiting } = this;
      const name = shown.value === null ? product : `${shown.value} · ${product}`;
      document.title = waiting.value > 0 ? `(${waiting.value}) ${name}` : name;
    });
  }
}
