/* How long to wait before the next attempt: doubling, with jitter, so that clients spread out. */

export class Backoff {
  private attempts = 0;

  constructor(
    private readonly firstMs: number = 500,
    private readonly longestMs: number = 30_000,
    private readonly random: () => number = Math.random,
  ) {}

  /** Milliseconds to wait now: half of the step for certain, half by chance. */
  next(): number {
    const step = Math.min(this.longestMs, this.firstMs * 2 ** this.attempts);
    this.attempts += 1;
    return step / 2 + (step / 2) * this.random();
  }

  reset(): void {
    this.attempts = 0;
  }
}
