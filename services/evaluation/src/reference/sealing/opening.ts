import { OpeningThread } from './opening-thread.js';
import type { SealedPortion } from './sealed-answer.repository.js';
import type { SealingKeyPair } from './sealed-box.js';

/** The number of answers opened and summed at once; blocks the process for a few milliseconds. */
export const openingPortion = 500;

/** Opens answers sealed to one key, portion by portion, in a worker thread. */
export class Opening {
  private readonly thread: OpeningThread;
  /** The number of rows that the key did not open or that are no answers: they were written bypassing the platform. */
  unreadable = 0;

  constructor(
    key: SealingKeyPair,
    private readonly signal: AbortSignal,
  ) {
    this.thread = new OpeningThread(key);
  }

  /**
   * @param take returns false for a row that is no answer
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
