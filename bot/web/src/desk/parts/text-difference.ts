/* What changed between two texts, word by word: the longest run of words in common stays. */

export interface Piece {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

const LONGEST = 1_500;

export function difference(before: string, after: string): readonly Piece[] {
  const old = wordsOf(before);
  const fresh = wordsOf(after);
  if (old.length > LONGEST || fresh.length > LONGEST) return joined([{ kind: "gone", text: before }, { kind: "new", text: after }]);
  const shared = commonLengths(old, fresh);
  const pieces: Piece[] = [];
  let [one, other] = [0, 0];
  while (one < old.length || other < fresh.length) {
    const [gone, added] = [old[one], fresh[other]];
    if (gone !== undefined && gone === added) {
      pieces.push({ kind: "same", text: gone });
      one += 1;
      other += 1;
    } else if (added === undefined || (gone !== undefined && lengthAt(shared, one + 1, other) >= lengthAt(shared, one, other + 1))) {
      pieces.push({ kind: "gone", text: gone ?? "" });
      one += 1;
    } else {
      pieces.push({ kind: "new", text: added });
      other += 1;
    }
  }
  return joined(pieces);
}

/** Words, the gaps and marks between them, and single characters of scripts without gaps. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\p{Script=Han}|\s+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+|./gsu) ?? [];
}

/** For each pair of places, how many words the rest of both has in common. */
function commonLengths(old: readonly string[], fresh: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let one = old.length - 1; one >= 0; one -= 1) {
    const row = table[one] as Uint16Array;
    for (let other = fresh.length - 1; other >= 0; other -= 1) {
      row[other] = old[one] === fresh[other]
        ? lengthAt(table, one + 1, other + 1) + 1
        : Math.max(lengthAt(table, one + 1, other), lengthAt(table, one, other + 1));
    }
  }
  return table;
}

function lengthAt(table: readonly Uint16Array[], one: number, other: number): number {
  return table[one]?.[other] ?? 0;
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last?.kind === piece.kind) found[found.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else if (piece.text !== "") found.push(piece);
  }
  return found;
}
