import { Readable } from 'node:stream';
import { type DomainError, hourMs, newId } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import type { Transaction, Transactions } from '@gongxiang/persistence';
import { OnDue } from '../events/consumes.js';
import { schedule, unschedule } from '../events/due.js';
import type { FileDrops } from './file-drops.js';
import type { FileStore, StoredFile } from './file-store.js';
import { readUpload, type UploadWish } from './read-upload.js';
import { sealFile } from './sealed-file.js';
import { sniffType } from './sniff-type.js';

/** Due work: a file is no longer referenced. */
export const unneededDue = 'unneeded-file';
const retryMs = hourMs;

/** A file to be stored. */
interface NewFile {
  readonly bytes: Buffer;
  /** By its first bytes. */
  readonly type: string;
}

/** A file as it is stored: sealed under a key of its own. */
interface SealedContent {
  readonly file: Pick<StoredFile, 'key' | 'sha256'>;
  /** What opens it; see {@link sealFile}. */
  readonly opening: string;
  /** In bytes, of what is sealed. */
  readonly size: number;
}

/** An upload as it is stored, with its preview if it has one. */
export interface SealedUpload extends SealedContent {
  /** Of what is sealed. */
  readonly contentType: string;
  readonly preview: SealedContent | null;
}

/** What is sealed instead of an upload. */
interface UploadReplacement {
  readonly bytes: Buffer;
  readonly preview: Buffer | null;
}

/** Files referenced by rows: read, stored, and deleted. Nothing here waits within a transaction. */
export class StoredFiles {
  /** @param service whose files they are, by which a sweep finds them */
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly drops: FileDrops,
    private readonly service: string,
  ) {}

  /** The bytes of an upload. @throws DomainError `missing`, as `requireBytes` does */
  read(upload: UploadWish): Promise<Buffer> {
    return readUpload(this.files, upload);
  }

  /**
   * Stores the content of an upload sealed, as {@link store} does.
   * @param unfit the error of content whose type is none of `types`
   * @param anew makes what is sealed instead of the upload, of the same type, and a preview that is sealed beside it
   */
  async storeSealed(
    upload: UploadWish,
    {
      aboutId,
      types,
      unfit,
      anew,
    }: {
      readonly aboutId: string;
      readonly types: readonly string[];
      readonly unfit: () => DomainError;
      readonly anew?: (uploaded: Buffer, contentType: string) => Promise<UploadReplacement>;
    },
  ): Promise<SealedUpload> {
    const uploaded = await this.read(upload);
    const contentType = sniffType(uploaded);
    if (!types.includes(contentType)) throw unfit();
    const { bytes, preview } =
      anew === undefined ? { bytes: uploaded, preview: null } : await anew(uploaded, contentType);
    const owner = { ownerId: upload.ownerId, aboutId };
    const content = await this.seal(bytes, owner);
    return { ...content, contentType, preview: preview && (await this.seal(preview, owner)) };
  }

  private async seal(
    plain: Buffer,
    owner: { readonly ownerId: string; readonly aboutId: string },
  ): Promise<SealedContent> {
    const { bytes, opening } = sealFile(plain);
    const [file] = await this.store([{ bytes, type: sniffType(bytes) }], owner);
    if (file === undefined) throw new Error('what was stored is one file');
    return { file, opening, size: plain.length };
  }

  /**
   * Stores files that are removed within the hour unless referenced: see {@link need}. The removal is scheduled
   * before the first of them is stored, so that a process that dies at any time leaves none for ever.
   * @param aboutId their owner, by which a sweep finds the rows that may reference them
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
        keptFor: { keeper: this.service, aboutId, keptAt },
      };
      const options = { ...place, bytesMax: bytes.length, types: [type] };
      stored.push(await this.files.put(Readable.from([bytes]), options));
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
