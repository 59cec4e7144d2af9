/* What is said about files, in the panel and at the desk. */

import type { FileProblem } from "../records";

export interface FileWords {
  readonly attach: string;
  readonly remove: (name: string) => string;
  readonly uploading: (percent: number) => string;
  readonly ready: string;
  readonly dropHere: string;
  readonly onItsWay: string;
  readonly download: string;
  readonly problems: Readonly<Record<FileProblem, string>>;
  readonly tooLarge: (limit: string) => string;
  readonly largerThanTaken: string;
  readonly kindNotTaken: string;
  readonly empty: string;
  readonly enoughForToday: string;
  readonly noRoom: string;
  readonly notUploaded: string;
}
