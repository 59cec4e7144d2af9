/* A long list of rows of one height: only those in sight are in the page. */

import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

interface Props<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly rowPx: number;
  /** The row that must be in sight; -1 for none. */
  readonly current: number;
  /** More may be had: called when the end comes near. */
  readonly onNearEnd: (() => void) | null;
  readonly children: (item: Item) => ComponentChildren;
}

const BEYOND_ROWS = 8;
const NEAR_END_ROWS = 40;

export function VirtualList<Item>({ items, keyOf, rowPx, current, onNearEnd, children }: Props<Item>) {
  const place = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState({ first: 0, last: 30 });
  const look = (): void => {
    const list = place.current;
    if (!list) return;
    const first = Math.max(0, Math.floor(list.scrollTop / rowPx) - BEYOND_ROWS);
    const last = Math.ceil((list.scrollTop + list.clientHeight) / rowPx) + BEYOND_ROWS;
    setShown((before) => (before.first === first && before.last === last ? before : { first, last }));
  };
  useEffect(() => {
    const watching = new ResizeObserver(look);
    if (place.current) watching.observe(place.current);
    return () => watching.disconnect();
  }, [rowPx]);
  useEffect(() => {
    if (onNearEnd && shown.last + NEAR_END_ROWS > items.length) onNearEnd();
  }, [shown.last, items.length, onNearEnd]);
  useLayoutEffect(() => keepInSight(place.current, current, rowPx), [current, rowPx]);
  const visible = items.slice(shown.first, shown.last);
  const above = Math.min(shown.first, items.length) * rowPx;
  const below = Math.max(0, items.length - shown.last) * rowPx;
  return (
    <div class="rows virtual" ref={place} onScroll={look}>
      <ul style={{ paddingBlockStart: `${above}px`, paddingBlockEnd: `${below}px` }}>
        {visible.map((item, index) => (
          <li key={keyOf(item)} aria-posinset={shown.first + index + 1} aria-setsize={onNearEnd ? -1 : items.length}>
            {children(item)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Scrolls no further than it takes. */
function keepInSight(list: HTMLElement | null, row: number, rowPx: number): void {
  if (!list || row < 0) return;
  const [top, bottom] = [row * rowPx, (row + 1) * rowPx];
  if (top < list.scrollTop) list.scrollTop = top;
  else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
}
