/* From which value on a message counts as unhappy or friendly. */

const UNHAPPY = -0.35;
const HAPPY = 0.35;

export function moodOf(sentiment: number): "unhappy" | "neutral" | "happy" {
  if (sentiment <= UNHAPPY) return "unhappy";
  return sentiment >= HAPPY ? "happy" : "neutral";
}
