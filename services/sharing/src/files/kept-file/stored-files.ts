import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { newId } from '@gongxiang/domain';
import { OnDue, schedule, unschedule } from '@gongxiang/messaging/events';
import { FileDrops, FileStore, readUpload, type UploadWish } from '@gongxiang/messaging/files';
import { continueTrace } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';

/** Due work: nobody refers to a file any more. */
export const unneededDue = 'unneeded-file';
/** Of what this service keeps, and no other one does. */
export const owningService = 'sharing';
const retryMs = 3_600_000;

/** A file that is to be kept. */
export interface NewFile {
  readonly bytes: Buffer;
  /** By its first bytes. */
  readonly type: string;
}

export interface StoredFile {
  readonly key: string;
  readonly sha256: string;
  readonly size: number;
}

/** Files that rows refer to: taken from the store, kept, and forgotten. Nothing here waits in a transaction. */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly drops: FileDrops,
  ) {}

  /** The bytes of an upload. @throws DomainError `missing`, as `requireBytes` does */
  read(upload: UploadWish): Promise<Buffer> {
    return readUpload(this.files, upload);
  }

  /**
   * Keeps files, which go by themselves within the hour unless somebody comes to refer to them: see {@link need}. That they go
   * is noted before the first of them is kept, so that a process that dies at any moment leaves none for ever.
   * @param aboutId what they belong to, by which {@link FileSweep} finds the rows that may name them
   */
  async store(
    contents: readonly NewFile[],
    { ownerId, aboutId }: { readonly ownerId: string; readonly aboutId: string },
  ): Promise<StoredFile[]> {
    const keys = contents.map(() => newId<'file'>());
    const keptAt = await this.transactions.system(continueTrace(undefined), async (tx) => {
      const at = new Date(tx.now.getTime() + retryMs);
      for (const key of keys) await schedule(tx, { kind: unneededDue, key, at });
      return tx.now;
    });
    const stored: StoredFile[] = [];
    for (const [index, { bytes, type }] of contents.entries()) {
      const place = {
        ownerId,
        key: keys[index] ?? newId(),
        keptFor: { keeper: owningService, aboutId, keptAt },
      };
      const options = { ...place, bytesMax: bytes.length, types: [type] };
      const { key, sha256, size } = await this.files.put(Readable.from([bytes]), options);
      stored.push({ key, sha256, size });
    }
    return stored;
  }

  /** Somebody refers to them from now on. */
  async need(tx: Transaction, files: readonly Pick<StoredFile, 'key'>[]): Promise<void> {
    for (const { key } of files) await unschedule(tx, unneededDue, key);
  }

  /** Nobody does any more. */
  async forget(tx: Transaction, keys: readonly string[]): Promise<void> {
    for (const key of keys) await schedule(tx, { kind: unneededDue, key, at: tx.now });
  }

  @OnDue(unneededDue)
  async drop(tx: Transaction, key: string): Promise<void> {
    await this.drops.drop(tx, { kind: unneededDue, key }, key);
  }
}
