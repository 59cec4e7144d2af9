/* What can go wrong between the panel and the server. */

import type { Problem } from "./records";

/** The server answered, and refused. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title ?? `The server answered ${problem.status}.`);
  }

  get status(): number {
    return this.problem.status;
  }

  /** Asking again later may work: too many requests, or the server is in trouble. */
  get passing(): boolean {
    return this.status === 429 || this.status >= 500;
  }

  /** The token opens nothing any more. */
  get sessionGone(): boolean {
    return this.status === 404 || this.status === 401;
  }
}

/** No answer: nothing is known about whether the server got the request. */
export class Unreachable extends Error {}
