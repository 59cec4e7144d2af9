/* A message's text: formatted where the server sent HTML, plain text nodes otherwise. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { safeFragment } from "./fragment";

interface Props {
  readonly text: string;
  readonly html?: string | null | undefined;
}

export function MessageText({ text, html }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (html) place.current?.replaceChildren(safeFragment(html));
  }, [html]);
  return html ? (
    <div class="prose" dir="auto" key="html" ref={place} />
  ) : (
    <div class="prose plain" dir="auto" key="text">
      {text}
    </div>
  );
}
