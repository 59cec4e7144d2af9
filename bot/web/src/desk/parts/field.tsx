/* A labelled field with its hint and its error, tied together for screen readers. */

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface Attributes {
  readonly id: string;
  readonly "aria-describedby": string;
  readonly "aria-invalid": boolean;
}

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly error: string | null;
  readonly children: (attributes: Attributes) => ComponentChildren;
}

export function Field({ label, hint, error, children }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, "aria-describedby": `${id}-about`, "aria-invalid": error !== null })}
      <p id={`${id}-about`} class={error ? "small error" : "small muted"}>
        {error ?? hint}
      </p>
    </div>
  );
}
