import { Inject, Injectable } from '@nestjs/common';
import type { ExportedFile } from '@gongxiang/contracts/words/person-data';
import type { CallContext } from '@gongxiang/domain';
import { FileStore, openedStream, typedStream } from '@gongxiang/messaging/files';
import { type Logger, makeCounter, type Metrics, traceIdOf } from '@gongxiang/observability';
import { LOGGER, METRICS } from '../../config/tokens.js';

/**
 * How much of a file is read before it is put into a copy, in bytes. Whatever is damaged within it, as almost every
 * picture and paper would be, is left out whole; of what is larger the beginning is in the zip by then.
 */
const heldBytesMax = 4 * 1024 * 1024;

/** Why a file is not given: the store does not have it, or what it has is not what was uploaded. */
export type NotRead = (typeof notReadReasons)[number];
const notReadReasons = ['gone', 'unreadable'] as const;

/** A file as it is put into a copy. */
export interface OwnFile {
  readonly contentType: string;
  /** Ends where the store gives no more of it, as the rest of the copy is worth having. */
  readonly content: AsyncIterable<Uint8Array>;
  /** Once the content has ended: whether all of it was read, and is what was uploaded. */
  isWhole(): boolean;
}

/** Reads the files that people have uploaded, so that one that is lost or damaged does not cost them all others. */
@Injectable()
export class OwnFiles {
  private readonly notRead: { inc(labels: { readonly reason: NotRead }): void };

  constructor(
    private readonly files: FileStore,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) metrics: Metrics,
  ) {
    this.notRead = makeCounter(metrics, {
      name: 'gongxiang_own_files_not_read_total',
      help: 'Files that people were not given with a copy of their data, as the store has them not, or damaged',
      labelNames: ['reason'],
      known: notReadReasons.map((reason) => ({ reason })),
    });
  }

  /**
   * Asks for the first of the files, so that a store that is away refuses the copy before anything of it is sent.
   * @throws DomainError `UNAVAILABLE`
   */
  async requireStore([first]: readonly ExportedFile[]): Promise<void> {
    if (first !== undefined) await this.files.has(first.fileKey);
  }

  /**
   * Each file that is not read, or not to its end, is logged once by its key and counted.
   * @throws DomainError `UNAVAILABLE` if the store is away, and so does the content: the copy breaks off, as another
   * try brings all of it
   */
  async open(file: ExportedFile, call: CallContext): Promise<OwnFile | NotRead> {
    try {
      const { content, contentType } = await this.stored(file);
      const pieces = content[Symbol.asyncIterator]() as AsyncIterableIterator<Uint8Array>;
      const held = await startOf(pieces);
      let isWhole = true;
      const damaged = async (error: unknown): Promise<void> => {
        isWhole = false;
        await this.reasonOf(file, error, call);
      };
      return { contentType, content: allOf(held, pieces, damaged), isWhole: () => isWhole };
    } catch (error) {
      return this.reasonOf(file, error, call);
    }
  }

  private async stored({ fileKey, sha256, opening }: ExportedFile): ReturnType<typeof typedStream> {
    const stored = await this.files.get(fileKey, null, sha256 ?? undefined);
    return typedStream(opening === null ? stored : openedStream(stored, opening));
  }

  /** A file of another content is refused as one that is not there: whether there is one tells the two apart. */
  private async reasonOf(file: ExportedFile, error: unknown, call: CallContext): Promise<NotRead> {
    const { fileKey, kind } = file;
    const reason = (await this.files.has(fileKey)) ? 'unreadable' : 'gone';
    const about = { traceId: traceIdOf(call.traceparent), fileKey, kind, reason, cause: String(error) };
    // What is gone may have been removed while the copy was made; what is damaged somebody has to look for in a backup.
    if (reason === 'gone') this.logger.warn(about, 'a file of a person is not there for their copy');
    else this.logger.error(about, 'a file of a person cannot be read for their copy');
    this.notRead.inc({ reason });
    return reason;
  }
}

/** The first pieces, of {@link heldBytesMax} or all there are. */
async function startOf(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array[]> {
  const held: Uint8Array[] = [];
  for (let size = 0; size < heldBytesMax;) {
    const next = await pieces.next();
    if (next.done === true) break;
    held.push(next.value);
    size += next.value.length;
  }
  return held;
}

async function* allOf(
  held: readonly Uint8Array[],
  rest: AsyncIterableIterator<Uint8Array>,
  damaged: (error: unknown) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  yield* held;
  try {
    for await (const piece of rest) yield piece;
  } catch (error) {
    await damaged(error);
  }
}
