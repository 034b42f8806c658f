interface Kept<T> {
  readonly answer: Promise<T>;
  readonly askedAt: number;
}

/**
 * Keeps answers for a moment, so that a thousand who ask the same at once cost one question. Nothing is decided by it: it
 * is for what anyone may see.
 */
export class Remembered<T> {
  private readonly kept = new Map<string, Kept<T>>();

  constructor(
    /** How old an answer may be; and how many are kept, beyond which the oldest goes. */
    private readonly bounds: { readonly keptMs: number; readonly entriesMax: number },
    private readonly now: () => number = Date.now,
  ) {}

  /** The answer that is there, also one that is on its way; else asks. A failure is not kept. */
  get(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key);
    if (known !== undefined && this.now() - known.askedAt < this.bounds.keptMs) return known.answer;
    const entry: Kept<T> = { answer: ask(), askedAt: this.now() };
    this.kept.delete(key);
    this.kept.set(key, entry);
    entry.answer.catch(() => {
      if (this.kept.get(key) === entry) this.kept.delete(key);
    });
    const oldest = this.kept.keys().next();
    if (this.kept.size > this.bounds.entriesMax && !oldest.done) this.kept.delete(oldest.value);
    return entry.answer;
  }
}
