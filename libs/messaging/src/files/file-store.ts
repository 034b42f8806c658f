import { createHash } from 'node:crypto';
import { finished, Readable, Transform } from 'node:stream';
import { DomainError, newId } from '@gongxiang/domain';
import type { BucketPlan } from '../provision/manifest.js';
import { type KeptPage, readKeptPage } from './kept-page.js';
import { type IndexEntry, ObjectBucket } from './object-bucket.js';
import { sniffType } from './sniff-type.js';
import type { Store } from '../events/store.js';

export interface StoredFile {
  /** Messages carry this key instead of the file. */
  readonly key: string;
  readonly size: number;
  readonly sha256: string;
  /** Determined from the first bytes, whatever the sender claimed. */
  readonly contentType: string;
}

export interface PutOptions {
  readonly bytesMax: number;
  /** Accepted types; a file of another type is refused before it is stored. */
  readonly types: readonly string[];
  /** The person who sends it; only they may read it by its key. */
  readonly ownerId: string;
  /** Generated if absent. A caller that records the key beforehand can delete a file left behind by a crash. */
  readonly key?: string;
  /** Makes the file appear in {@link FileStore.listKept}. */
  readonly keptFor?: StoredFor;
}

/** The feature that stores a file, the aggregate it belongs to, and since when, by the feature's clock. */
export interface StoredFor {
  readonly keeper: string;
  readonly aboutId: string;
  readonly keptAt: Date;
}

/** Number of leading bytes from which the type is determined. */
const headBytes = 512;

/** Rosters, receipts, pictures and exports, stored in NATS beside the messages that name them. */
export class FileStore {
  private readonly files: ObjectBucket;
  private readonly others: readonly ObjectBucket[];

  /** @param others further buckets in which files are looked up; new ones go to `bucket` */
  constructor(store: Store, bucket: BucketPlan, others: readonly BucketPlan[] = []) {
    this.files = new ObjectBucket(store, bucket.name);
    this.others = others.map(({ name }) => new ObjectBucket(store, name));
  }

  /**
   * Stores a file as it streams in.
   * @throws DomainError `FILE_TOO_LARGE` (`bytesMax`), `FILE_TYPE` (`found`), `FILE_EMPTY`, `STORAGE_FULL`,
   * `UNAVAILABLE`
   */
  async put(content: Readable, options: PutOptions): Promise<StoredFile> {
    const { key = newId<'file'>(), ownerId, keptFor } = options;
    const meter = new Meter(options);
    // The sender may disconnect before anybody reads: an unhandled `error` event would end the process.
    meter.on('error', () => undefined);
    finished(content, (error) => {
      if (error) meter.destroy(error);
    });
    const metadata = { ownerId, ...(keptFor && toMetadata(keptFor)) };
    try {
      await this.files.put(key, metadata, content.pipe(meter));
    } catch (error) {
      throw meter.refusal ?? error;
    }
    return { key, size: meter.size, sha256: meter.digest(), contentType: meter.contentType };
  }

  /**
   * Opens a file as a stream.
   * @param ownerId only a file of this person is found; null for a service that has decided by its own rules
   * @param sha256 hex digest if the caller has stored one: a file with other content is not found
   * @throws DomainError `NOT_FOUND`, also if it is deleted before its first bytes have arrived, `UNAVAILABLE`; a
   * stream that has started is destroyed with one of these if the rest does not arrive
   */
  async get(key: string, ownerId: string | null, sha256?: string): Promise<Readable> {
    const found = await this.locate(key);
    if (found === null) throw new DomainError('NOT_FOUND');
    const { entry, bucket } = found;
    const isOwner = ownerId === null || entry.metadata?.['ownerId'] === ownerId;
    const matchesDigest = sha256 === undefined || sha256 === sha256Of(entry);
    if (!isOwner || !matchesDigest) throw new DomainError('NOT_FOUND');
    return startedStream(bucket.read(entry));
  }

  /**
   * The files of one feature, in the order in which they were stored, page by page.
   * @param after the `next` of the page before; 0 for the first
   * @throws DomainError `UNAVAILABLE` if the server cannot be reached
   */
  listKept(keeper: string, after: number, limit: number): Promise<KeptPage> {
    return readKeptPage(this.files, { keeper, after, limit });
  }

  async delete(key: string): Promise<void> {
    const found = await this.locate(key);
    await found?.bucket.delete(key);
  }

  /**
   * Moves a person's file from this store's bucket to that of another store. Does nothing if they have no such file
   * there, for instance because it was already moved.
   * @throws DomainError `NOT_FOUND` if somebody else moves it at the same moment, `STORAGE_FULL`, `UNAVAILABLE`
   */
  async handOver(key: string, ownerId: string, to: FileStore): Promise<void> {
    const entry = await this.files.find(key);
    if (entry === null || entry.metadata?.['ownerId'] !== ownerId) return;
    if ((await to.files.find(key)) === null) await to.files.put(key, entry.metadata, this.files.read(entry));
    await this.files.delete(key);
  }

  /** Whether any of the buckets has the file, whoever owns it. @throws DomainError `UNAVAILABLE` */
  async has(key: string): Promise<boolean> {
    return (await this.locate(key)) !== null;
  }

  private async locate(
    key: string,
  ): Promise<{ readonly bucket: ObjectBucket; readonly entry: IndexEntry } | null> {
    const own = await this.files.find(key);
    if (own !== null) return { bucket: this.files, entry: own };
    const entries = await Promise.all(this.others.map((one) => one.find(key)));
    const index = entries.findIndex((entry) => entry !== null);
    const [bucket, entry] = [this.others[index], entries[index]];
    return bucket === undefined || entry === undefined || entry === null ? null : { bucket, entry };
  }
}

/**
 * Resolves once the first bytes have arrived, so that a file that is already gone is refused before a response has
 * started.
 */
async function startedStream(pieces: AsyncGenerator<Buffer>): Promise<Readable> {
  const first = await pieces.next();
  async function* allChunks(): AsyncGenerator<Buffer> {
    if (first.done === true) return;
    yield first.value;
    yield* pieces;
  }
  return Readable.from(allChunks(), { objectMode: false });
}

function toMetadata({ keptAt, ...rest }: StoredFor): Record<string, string> {
  return { ...rest, keptAt: keptAt.toISOString() };
}

/** NATS stores the digest in base64. */
function sha256Of({ digest }: { readonly digest: string }): string {
  return Buffer.from(digest.replace('SHA-256=', ''), 'base64url').toString('hex');
}

/** Measures, hashes and sniffs the stream, and aborts it if it is too large or of the wrong type. */
class Meter extends Transform {
  size = 0;
  contentType = 'application/octet-stream';
  refusal: DomainError | null = null;
  private readonly hash = createHash('sha256');
  private head: Buffer | null = Buffer.alloc(0);

  constructor(private readonly options: PutOptions) {
    super();
  }

  digest(): string {
    return this.hash.digest('hex');
  }

  override _transform(
    chunk: Buffer,
    _encoding: string,
    done: (error: Error | null, data?: Buffer) => void,
  ): void {
    this.size += chunk.length;
    if (this.size > this.options.bytesMax) return done(this.tooLarge());
    this.hash.update(chunk);
    if (this.head === null) return done(null, chunk);
    // The first bytes may arrive in small chunks: the type is determined once there are enough of them.
    this.head = Buffer.concat([this.head, chunk]);
    if (this.head.length < headBytes) return done(null);
    this.passHead(done);
  }

  override _flush(done: (error: Error | null, data?: Buffer) => void): void {
    if (this.size === 0) return done(this.refuse(new DomainError('FILE_EMPTY', { pointer: '/file' })));
    if (this.head === null) return done(null);
    this.passHead(done);
  }

  private passHead(done: (error: Error | null, data?: Buffer) => void): void {
    const head = this.head ?? Buffer.alloc(0);
    this.head = null;
    this.contentType = sniffType(head);
    if (this.options.types.includes(this.contentType)) return done(null, head);
    const params = { found: this.contentType };
    done(this.refuse(new DomainError('FILE_TYPE', { pointer: '/file', params })));
  }

  private tooLarge(): DomainError {
    const params = { bytesMax: this.options.bytesMax };
    return this.refuse(new DomainError('FILE_TOO_LARGE', { pointer: '/file', params }));
  }

  private refuse(refusal: DomainError): DomainError {
    this.refusal = refusal;
    return refusal;
  }
}
