/* Intents under review, as they travel. */

export interface ReviewedIntent {
  readonly id: string;
  readonly name: string;
  /** With the names of what it stands under. */
  readonly full_name: string;
  readonly state: "draft" | "accepted";
  readonly source: string;
  readonly examples: number;
  readonly templates: readonly { readonly id: string; readonly title: string; readonly state: string; readonly held_back: string | null }[];
}

/** A question of an intent, and whether a person put it there. */
export interface ReviewedExample {
  readonly text: string;
  readonly decided: boolean;
}
