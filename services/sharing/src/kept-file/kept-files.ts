import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { ErrorCode } from '@gongxiang/contracts';
import { DomainError, newId } from '@gongxiang/domain';
import { OnDue, schedule, unschedule } from '@gongxiang/messaging/events';
import { FileStore } from '@gongxiang/messaging/files';
import { LOGGER } from '@gongxiang/messaging/service';
import { continueTrace, type Logger } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';

/** Due work: nobody refers to a file any more. */
export const unneededDue = 'unneeded-file';
/** Of what this service keeps, and no other one does. */
export const keeper = 'sharing';
const retryMs = 3_600_000;

/** A file that is to be kept. */
export interface FileToKeep {
  readonly bytes: Buffer;
  /** By its first bytes. */
  readonly type: string;
}

export interface KeptFile {
  readonly key: string;
  readonly sha256: string;
  readonly size: number;
}

/** Whose an upload has to be, and what is said where it is not there. */
export interface UploadWish {
  readonly fileKey: string;
  readonly ownerId: string;
  readonly missing: ErrorCode;
  /** Throws where it is too much; asked while the bytes come. */
  readonly requireBytes: (bytes: number) => void;
}

/** Files that rows refer to: taken from the store, kept, and forgotten. Nothing here waits in a transaction. */
@Injectable()
export class KeptFiles {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The bytes of an upload. @throws DomainError `missing`, as `requireBytes` does */
  async read({ fileKey, ownerId, missing, requireBytes }: UploadWish): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    try {
      for await (const chunk of await this.files.get(fileKey, ownerId)) {
        bytes += (chunk as Buffer).length;
        requireBytes(bytes);
        chunks.push(chunk as Buffer);
      }
    } catch (error) {
      const isGone = error instanceof DomainError && error.code === 'NOT_FOUND';
      throw isGone ? new DomainError(missing, { pointer: '/fileKey' }) : error;
    }
    return Buffer.concat(chunks);
  }

  /**
   * Keeps files, which go by themselves within the hour unless somebody comes to refer to them: see {@link need}. That they go
   * is noted before the first of them is kept, so that a process that dies at any moment leaves none for ever.
   * @param aboutId what they belong to, by which {@link FileSweep} finds the rows that may name them
   */
  async keep(
    contents: readonly FileToKeep[],
    { ownerId, aboutId }: { readonly ownerId: string; readonly aboutId: string },
  ): Promise<KeptFile[]> {
    const keys = contents.map(() => newId<'file'>());
    const keptAt = await this.transactions.system(continueTrace(undefined), async (tx) => {
      const at = new Date(tx.now.getTime() + retryMs);
      for (const key of keys) await schedule(tx, { kind: unneededDue, key, at });
      return tx.now;
    });
    const kept: KeptFile[] = [];
    for (const [index, { bytes, type }] of contents.entries()) {
      const place = { ownerId, key: keys[index] ?? newId(), keptFor: { keeper, aboutId, keptAt } };
      const options = { ...place, bytesMax: bytes.length, types: [type] };
      const { key, sha256, size } = await this.files.put(Readable.from([bytes]), options);
      kept.push({ key, sha256, size });
    }
    return kept;
  }

  /** Somebody refers to them from now on. */
  async need(tx: Transaction, files: readonly Pick<KeptFile, 'key'>[]): Promise<void> {
    for (const { key } of files) await unschedule(tx, unneededDue, key);
  }

  /** Nobody does any more. */
  async forget(tx: Transaction, keys: readonly string[]): Promise<void> {
    for (const key of keys) await schedule(tx, { kind: unneededDue, key, at: tx.now });
  }

  @OnDue(unneededDue)
  async drop(tx: Transaction, key: string): Promise<void> {
    // The store is reached after the commit, as it is another network; whoever dies on the way there comes again.
    await schedule(tx, { kind: unneededDue, key, at: new Date(tx.now.getTime() + retryMs) });
    tx.afterCommit(() => void this.remove(key));
  }

  /** Never throws: nobody waits for it, and it is tried again. */
  private async remove(key: string): Promise<void> {
    try {
      await this.files.delete(key);
      await this.transactions.system(continueTrace(undefined), (tx) => unschedule(tx, unneededDue, key));
    } catch (error) {
      this.logger.warn({ key, reason: String(error) }, 'a file is left for another try');
    }
  }
}
