/* What a figure's kinds are called. */

import type { Figure } from "../api/records/insights";
import { useDesk } from "../desk";
import { OTHERS } from "./reckoning";

export function useKindName({ figure }: Figure): (id: string, name: string) => string {
  const { words: { insights } } = useDesk();
  return (id, name) => (id === OTHERS ? insights.others : insights.part(figure, id, name));
}
