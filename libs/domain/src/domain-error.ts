/** One thing that is wrong with one field: `pointer` is an RFC 6901 JSON pointer into the request body. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  /** Values that the message of the code names, e.g. `{ missingFen: '1' }`. */
  readonly params?: Readonly<Record<string, string | number | boolean>>;
}

export interface DomainErrorOptions {
  /** The field that is wrong, when it is exactly one. */
  readonly pointer?: string;
  readonly params?: Readonly<Record<string, string | number | boolean>>;
  /** Several fields at once. */
  readonly errors?: readonly FieldProblem[];
  /** Set if the same request may succeed a little later; such an answer is never stored for replays. */
  readonly retryAfterSeconds?: number;
}

/**
 * A rule of the domain that a request breaks. The code is stable and is listed, with its texts in both
 * languages, in `libs/contracts/src/error-codes.ts`; texts are made at the edge, never here.
 */
export class DomainError extends Error {
  readonly params: Readonly<Record<string, string | number | boolean>>;
  readonly errors: readonly FieldProblem[];
  readonly retryAfterSeconds: number | null;

  constructor(
    readonly code: string,
    options: DomainErrorOptions = {},
  ) {
    super(code);
    this.name = 'DomainError';
    this.params = options.params ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
    this.errors =
      options.errors ??
      (options.pointer === undefined ? [] : [{ pointer: options.pointer, code, params: this.params }]);
  }
}

/** The longest that somebody whose time was up is asked to wait. */
const retrySecondsMax = 4;

/**
 * `TIME_UP`: the time of a request has passed. Those whose time is up together are asked to come back over some seconds, not in the
 * same one, in which they would be late together again.
 * @param random within [0, 1)
 */
export function timeUp(random: number = Math.random()): DomainError {
  return new DomainError('TIME_UP', { retryAfterSeconds: 1 + Math.floor(random * retrySecondsMax) });
}

/**
 * Whether a failure is a refusal that stays, and may be kept or shown as the answer. One that may pass, such as that a copy has not come
 * yet, is none: it is let through to whoever asks again.
 */
export function isLastingRefusal(error: unknown): error is DomainError {
  return error instanceof DomainError && error.retryAfterSeconds === null;
}
