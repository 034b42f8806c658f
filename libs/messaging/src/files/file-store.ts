import { createHash } from 'node:crypto';
import { finished, Readable, Transform } from 'node:stream';
import { DomainError, newId } from '@gongxiang/domain';
import type { BucketPlan } from '../provision/manifest.js';
import { type KeptPage, keptPage } from './kept-page.js';
import { type IndexEntry, ObjectBucket } from './object-bucket.js';
import { sniffType } from './sniff-type.js';
import type { Store } from '../events/store.js';

export interface StoredFile {
  /** What messages carry instead of the file. */
  readonly key: string;
  readonly size: number;
  readonly sha256: string;
  /** What the first bytes say, whatever the sender claimed. */
  readonly contentType: string;
}

export interface PutOptions {
  readonly bytesMax: number;
  /** The types that are taken; a file of another type is refused before it is kept. */
  readonly types: readonly string[];
  /** The person who sends it: he alone may read it by its key. */
  readonly ownerId: string;
  /** A new one where absent. Whoever has noted it beforehand can delete what he left when he died. */
  readonly key?: string;
  /** For whoever looks through what is kept, see {@link FileStore.listKept}. */
  readonly keptFor?: KeptFor;
}

/** Who keeps a file, what of his it belongs to, and since when, by his clock. */
export interface KeptFor {
  readonly keeper: string;
  readonly aboutId: string;
  readonly keptAt: Date;
}

/** As many first bytes as are looked at to tell a type. */
const headBytes = 512;

/** Rosters, receipts, pictures and exports, kept by NATS beside the messages that name them. */
export class FileStore {
  private readonly files: ObjectBucket;
  private readonly others: readonly ObjectBucket[];

  /** @param others where files are looked for that are not in the bucket in which new ones are kept */
  constructor(store: Store, bucket: BucketPlan, others: readonly BucketPlan[] = []) {
    this.files = new ObjectBucket(store, bucket.name);
    this.others = others.map(({ name }) => new ObjectBucket(store, name));
  }

  /**
   * Keeps a file as it streams in.
   * @throws DomainError `FILE_TOO_LARGE` (`bytesMax`), `FILE_TYPE` (`found`), `FILE_EMPTY`, `STORAGE_FULL`, `UNAVAILABLE`
   */
  async put(content: Readable, options: PutOptions): Promise<StoredFile> {
    const { key = newId<'file'>(), ownerId, keptFor } = options;
    const meter = new Meter(options);
    // The sender may go away before anybody reads: an error that nobody hears would end the process.
    meter.on('error', () => undefined);
    finished(content, (error) => {
      if (error) meter.destroy(error);
    });
    const metadata = { ownerId, ...(keptFor && told(keptFor)) };
    try {
      await this.files.put(key, metadata, content.pipe(meter));
    } catch (error) {
      throw meter.refusal ?? error;
    }
    return { key, size: meter.size, sha256: meter.digest(), contentType: meter.contentType };
  }

  /**
   * The file as a stream.
   * @param ownerId only a file of this person is found; null for a service that has decided by its own rules
   * @param sha256 in hex, where somebody has written it down: no file of another content is found
   * @throws DomainError `NOT_FOUND`, also where it is deleted before its first bytes have come, `UNAVAILABLE`; a stream that
   * has begun is destroyed with one of these where the rest does not come
   */
  async get(key: string, ownerId: string | null, sha256?: string): Promise<Readable> {
    const found = await this.locate(key);
    if (found === null) throw new DomainError('NOT_FOUND');
    const { entry, place } = found;
    const isTheirs = ownerId === null || entry.metadata?.['ownerId'] === ownerId;
    const isSame = sha256 === undefined || sha256 === sha256Of(entry);
    if (!isTheirs || !isSame) throw new DomainError('NOT_FOUND');
    return begun(place.read(entry));
  }

  /**
   * What one keeper has, in the order in which it was kept, page by page.
   * @param after the `next` of the page before; 0 for the first
   * @throws DomainError `UNAVAILABLE` where the server cannot be reached
   */
  listKept(keeper: string, after: number, limit: number): Promise<KeptPage> {
    return keptPage(this.files, { keeper, after, limit });
  }

  async delete(key: string): Promise<void> {
    const found = await this.locate(key);
    await found?.place.delete(key);
  }

  /**
   * Moves a file of a person from the bucket in which new ones are kept to that of another store.
   * Nothing happens where he has no such file there, as when it was moved before.
   * @throws DomainError `NOT_FOUND` where somebody else moves it at the same moment, `STORAGE_FULL`, `UNAVAILABLE`
   */
  async handOver(key: string, ownerId: string, to: FileStore): Promise<void> {
    const entry = await this.files.find(key);
    if (entry === null || entry.metadata?.['ownerId'] !== ownerId) return;
    if ((await to.files.find(key)) === null) await to.files.put(key, entry.metadata, this.files.read(entry));
    await this.files.delete(key);
  }

  /** Is there such a file in any of the buckets, whosever it is? @throws DomainError `UNAVAILABLE` */
  async has(key: string): Promise<boolean> {
    return (await this.locate(key)) !== null;
  }

  private async locate(
    key: string,
  ): Promise<{ readonly place: ObjectBucket; readonly entry: IndexEntry } | null> {
    const own = await this.files.find(key);
    if (own !== null) return { place: this.files, entry: own };
    const entries = await Promise.all(this.others.map((one) => one.find(key)));
    const index = entries.findIndex((entry) => entry !== null);
    const [place, entry] = [this.others[index], entries[index]];
    return place === undefined || entry === undefined || entry === null ? null : { place, entry };
  }
}

/** Once the first bytes have come, so that what is gone by then is no answer that has begun already. */
async function begun(pieces: AsyncGenerator<Buffer>): Promise<Readable> {
  const first = await pieces.next();
  async function* whole(): AsyncGenerator<Buffer> {
    if (first.done === true) return;
    yield first.value;
    yield* pieces;
  }
  return Readable.from(whole(), { objectMode: false });
}

function told({ keptAt, ...rest }: KeptFor): Record<string, string> {
  return { ...rest, keptAt: keptAt.toISOString() };
}

/** NATS keeps it in base64. */
function sha256Of({ digest }: { readonly digest: string }): string {
  return Buffer.from(digest.replace('SHA-256=', ''), 'base64url').toString('hex');
}

/** Measures, hashes and sniffs what passes through, and stops it where it is too much or of the wrong kind. */
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
    // The first bytes may come one by one: the type is told when there are enough of them.
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
