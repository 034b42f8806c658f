import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { newId } from '@gongxiang/domain';
import { OnDue, schedule, unschedule } from '@gongxiang/messaging/events';
import { FileDrops, FileStore, readUpload, type UploadWish } from '@gongxiang/messaging/files';
import { continueTrace } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';

/** Due work: a file is no longer referenced. */
export const unneededDue = 'unneeded-file';
/** The owner of files stored by this service. */
export const owningService = 'sharing';
const retryMs = 3_600_000;

/** A file to be stored. */
interface NewFile {
  readonly bytes: Buffer;
  /** By its first bytes. */
  readonly type: string;
}

export interface StoredFile {
  readonly key: string;
  readonly sha256: string;
  readonly size: number;
}

/** Files referenced by rows: read, stored, and deleted. Nothing here waits within a transaction. */
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
   * Stores files that are removed within the hour unless referenced: see {@link need}. The removal is scheduled
   * before the first of them is stored, so that a process that dies at any time leaves none for ever.
   * @param aboutId their owner, by which {@link FileSweep} finds the rows that may reference them
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

  /** Marks them as referenced. */
  async need(tx: Transaction, files: readonly Pick<StoredFile, 'key'>[]): Promise<void> {
    for (const { key } of files) await unschedule(tx, unneededDue, key);
  }

  /** Marks them as no longer referenced. */
  async forget(tx: Transaction, keys: readonly string[]): Promise<void> {
    for (const key of keys) await schedule(tx, { kind: unneededDue, key, at: tx.now });
  }

  @OnDue(unneededDue)
  async drop(tx: Transaction, key: string): Promise<void> {
    await this.drops.drop(tx, { kind: unneededDue, key }, key);
  }
}
