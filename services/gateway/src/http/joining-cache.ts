interface CacheEntry<T> {
  readonly answer: Promise<T>;
  readonly askedAt: number;
}

/**
 * Caches answers for a moment and joins concurrent lookups, so that a thousand equal requests cost one call. Only for
 * public data; nothing is decided by it.
 */
export class JoiningCache<T> {
  private readonly entries = new Map<string, CacheEntry<T>>();

  constructor(
    /** The maximum age of an answer, and the number of entries, beyond which the oldest is evicted. */
    private readonly bounds: { readonly maxAgeMs: number; readonly entriesMax: number },
    private readonly now: () => number = Date.now,
  ) {}

  /** Returns the cached or pending answer, or asks for it. A failure is not cached. */
  get(key: string, ask: () => Promise<T>): Promise<T> {
    const cached = this.entries.get(key);
    if (cached !== undefined && this.now() - cached.askedAt < this.bounds.maxAgeMs) return cached.answer;
    const entry: CacheEntry<T> = { answer: ask(), askedAt: this.now() };
    this.entries.delete(key);
    this.entries.set(key, entry);
    entry.answer.catch(() => {
      if (this.entries.get(key) === entry) this.entries.delete(key);
    });
    const oldest = this.entries.keys().next();
    if (this.entries.size > this.bounds.entriesMax && !oldest.done) this.entries.delete(oldest.value);
    return entry.answer;
  }
}
