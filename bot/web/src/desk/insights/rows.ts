/* A figure as rows: everything that is counted, for spreadsheets. Days stay ISO dates, durations seconds. */

import type { Figure } from "../api/records/insights";
import type { Words } from "../words/words";
import type { Cell } from "./csv";

export function rowsForCsv(figure: Figure, words: Words["insights"]): readonly (readonly Cell[])[] {
  if (figure.templates) return templateRows(figure, words);
  return figure.times ? timeRows(figure, words) : countRows(figure, words);
}

function countRows({ figure, parts, buckets, total, before }: Figure, words: Words["insights"]): readonly (readonly Cell[])[] {
  const at = (place: number): readonly number[] => parts.map(({ counts }) => counts[place] ?? 0);
  return [
    [words.day, ...parts.map(({ id, name }) => words.part(figure, id, name)), words.total],
    ...buckets.map((day, place) => [day, ...at(place), at(place).reduce((sum, count) => sum + count, 0)]),
    [words.total, ...parts.map((part) => part.total), total],
    [words.beforeColumn, ...parts.map((part) => part.before), before],
  ];
}

function timeRows(figure: Figure, words: Words["insights"]): readonly (readonly Cell[])[] {
  const row = (name: string, of: NonNullable<Figure["in_all"]> | undefined): readonly Cell[] => [name, of?.median ?? null, of?.slowest ?? null, of?.count ?? 0];
  return [
    [words.day, words.inSeconds(words.median), words.inSeconds(words.slowest), words.count],
    ...figure.buckets.map((day, place) => row(day, figure.times?.[place])),
    row(words.total, figure.in_all),
    row(words.beforeColumn, figure.in_all_before),
  ];
}

function templateRows({ templates = [] }: Figure, words: Words["insights"]): readonly (readonly Cell[])[] {
  const columns = words.templateColumns;
  return [
    [columns.title, columns.shown, columns.helpful, columns.unhelpful, columns.to_person, columns.by_agents, columns.edited, columns.rating, words.count],
    ...templates.map((each) => [each.title, each.shown, each.helpful, each.unhelpful, each.to_person, each.by_agents, each.edited, each.rating, each.ratings]),
  ];
}
