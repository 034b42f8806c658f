import { newUuid } from './new-uuid.js';
import { ProblemError } from './problem.js';

/** Answers after which the very same submit is to be sent again with the very same key. */
const unsettled = new Set([401, 429]);

/**
 * The Idempotency-Key of one logical submit: pressing the button again after a lost answer repeats it, a changed form or
 * a definite answer begins a new one (a refusal is kept by the platform and would only be told again).
 */
export class SubmitKey {
  private current: { readonly content: string | undefined; readonly key: string } | null = null;

  constructor(private readonly newKey: () => string = () => newUuid()) {}

  /** The key for this content; a command without any has `undefined`. */
  for(content: unknown): string {
    const text = JSON.stringify(content) as string | undefined;
    if (this.current === null || this.current.content !== text)
      this.current = { content: text, key: this.newKey() };
    return this.current.key;
  }

  succeeded(): void {
    this.current = null;
  }

  failed(error: unknown): void {
    if (!(error instanceof ProblemError)) return;
    const { status } = error.problem;
    if (status < 500 && !unsettled.has(status)) this.current = null;
  }
}
