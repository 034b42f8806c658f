import { Readable } from 'node:stream';
import type { ReadableStreamDefaultReader } from 'node:stream/web';
import { DomainError } from '@gongxiang/domain';

/** So long nothing may come before it is asked whether the file is still there. */
const askAfterMs = 1_000;
/** So long nothing may come at all. */
const silenceMaxMs = 10_000;

type Chunk = Awaited<ReturnType<ReadableStreamDefaultReader<Uint8Array>['read']>>;

/** What is read, and how to find out whether it still can be. */
export interface BoundedSource {
  readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly isThere: () => Promise<boolean>;
}

/**
 * A file as it comes from the store, which says nothing at all to whoever reads what is deleted meanwhile.
 * @returns once its first bytes have come, so that what is gone by then is no answer that has begun already
 * @throws DomainError `NOT_FOUND` where it is deleted before that, `UNAVAILABLE` where nothing comes; later the stream
 * is destroyed with these
 */
export async function boundedRead(source: BoundedSource): Promise<Readable> {
  try {
    return new BoundedRead(source, await nextOf(source));
  } catch (error) {
    await letGo(source);
    throw error;
  }
}

class BoundedRead extends Readable {
  constructor(
    private readonly source: BoundedSource,
    private first: Chunk | null,
  ) {
    super();
  }

  override _read(): void {
    const { first } = this;
    this.first = null;
    if (first === null) void this.pull();
    else this.pass(first);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    void letGo(this.source);
    done(error);
  }

  private async pull(): Promise<void> {
    try {
      this.pass(await nextOf(this.source));
    } catch (error) {
      this.destroy(error as Error);
    }
  }

  private pass(chunk: Chunk): void {
    this.push(chunk.done ? null : chunk.value);
  }
}

async function nextOf({ reader, isThere }: BoundedSource): Promise<Chunk> {
  const next = reader.read();
  for (let silentMs = 0; silentMs < silenceMaxMs; silentMs += askAfterMs) {
    const chunk = await within(next, askAfterMs);
    if (chunk !== null) return chunk;
    if (!(await isThere())) throw new DomainError('NOT_FOUND');
  }
  throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 });
}

/** @returns null where it does not come in time */
async function within(next: Promise<Chunk>, timeoutMs: number): Promise<Chunk | null> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), timeoutMs);
  });
  try {
    return await Promise.race([next, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Ends the subscription behind it. What it was reading may be broken, which whoever reads has been told already. */
function letGo({ reader }: BoundedSource): Promise<void> {
  return reader.cancel().catch(() => undefined);
}
