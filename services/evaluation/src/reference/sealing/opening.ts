import { OpeningThread } from './opening-thread.js';
import type { SealedPortion } from './sealed-answer.repository.js';
import type { SealingKeyPair } from './sealed-box.js';

/** So many are opened and added up at once: a few milliseconds in which nothing else is done here. */
export const openingPortion = 500;

/** Opens what was sealed to one key, portion by portion, in a thread of its own. */
export class Opening {
  private readonly thread: OpeningThread;
  /** What the key did not open, or is no answer: somebody has written it past the platform. */
  unreadable = 0;

  constructor(
    key: SealingKeyPair,
    private readonly signal: AbortSignal,
  ) {
    this.thread = new OpeningThread(key);
  }

  /**
   * @param take false for what is no answer
   * @throws the reason of the signal, once it is aborted
   */
  async each<Key>(
    read: (after: Key | null) => Promise<SealedPortion<Key>>,
    take: (bytes: Buffer) => boolean,
  ): Promise<void> {
    let after: Key | null = null;
    do {
      this.signal.throwIfAborted();
      const { sealed, next }: SealedPortion<Key> = await read(after);
      for (const bytes of await this.thread.open(sealed))
        if (bytes === null || !take(bytes)) this.unreadable += 1;
      after = next;
    } while (after !== null);
  }

  end(): Promise<void> {
    return this.thread.end();
  }
}
