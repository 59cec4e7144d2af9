/* Files dragged over an element: whether there are some above it, and the handlers that take them. */

import { useRef, useState } from "preact/hooks";
import { filesIn } from "./choice";

export interface DropHandlers {
  readonly onDragEnter: (event: DragEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

export function useDropping(onFiles: (files: File[]) => unknown): [boolean, DropHandlers] {
  const depth = useRef(0); // Entering a child comes before leaving its parent.
  const [over, setOver] = useState(false);
  const count = (change: number): void => {
    depth.current += change;
    setOver(depth.current > 0);
  };
  const bringsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  return [over, {
    onDragEnter: (event) => bringsFiles(event) && count(1),
    onDragLeave: (event) => bringsFiles(event) && count(-1),
    onDragOver: (event) => bringsFiles(event) && event.preventDefault(),
    onDrop: (event) => {
      const files = filesIn(event.dataTransfer);
      depth.current = 0;
      setOver(false);
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    },
  }];
}
