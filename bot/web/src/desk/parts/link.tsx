/* A link within the desk: a real address, followed without loading the page anew. */

import type { ComponentChildren } from "preact";
import { useDesk } from "../desk";
import { addressOf, type Route } from "../router";

interface Props {
  readonly to: Route;
  readonly current?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function Link({ to, current = false, class: className, children }: Props) {
  const { router } = useDesk();
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    router.go(to);
  };
  return (
    <a href={addressOf(to)} class={className} aria-current={current ? "page" : undefined} onClick={follow}>
      {children}
    </a>
  );
}
