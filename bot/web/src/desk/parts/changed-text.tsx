/* A text as it was and as it is in one: what went is struck out, what came is marked. */

import type { Piece } from "./text-difference";

export function ChangedText({ pieces }: { readonly pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ kind, text }, place) =>
        kind === "same" ? <span key={place}>{text}</span> : kind === "gone" ? <del key={place}>{text}</del> : <ins key={place}>{text}</ins>)}
    </>
  );
}
