import { createHash } from 'node:crypto';
import { finished, Readable, Transform } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { Objm, type ObjectStore } from '@nats-io/obj';
import { errors, nanos, type NatsConnection } from '@nats-io/transport-node';
import { DomainError, newId } from '@gongxiang/domain';
import { boundedRead } from './bounded-read.js';
import { type KeptPage, keptPage } from './kept-page.js';
import { sniffType } from './sniff-type.js';

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

/** A place of files that live equally long. */
export interface FileBucket {
  readonly name: string;
  readonly description: string;
  /** How long a file is kept by itself; for ever where absent. */
  readonly keptMs?: number;
}

/** What somebody refers to, and deletes. */
const keptFiles: FileBucket = { name: 'files', description: 'rosters, receipts, pictures' };

/** What is made for one download: nobody refers to it later, so that it goes by itself. */
export const briefFiles: FileBucket = {
  name: 'brief-files',
  description: 'exports on their way to whoever asked for them',
  keptMs: 10 * 60_000,
};

/** As many first bytes as are looked at to tell a type. */
const headBytes = 512;

/** Rosters, receipts, pictures and exports, kept by NATS beside the messages that name them. */
export class FileStore {
  constructor(
    private readonly nats: NatsConnection,
    private readonly bucket: FileBucket = keptFiles,
  ) {}

  /**
   * Keeps a file as it streams in.
   * @throws DomainError `FILE_TOO_LARGE` (`bytesMax`), `FILE_TYPE` (`found`), `FILE_EMPTY`
   */
  async put(content: Readable, options: PutOptions): Promise<StoredFile> {
    const { key = newId<'file'>(), ownerId, keptFor } = options;
    const meter = new Meter(options);
    // The sender may go away while the store is still being opened: an error that nobody hears would end the process.
    meter.on('error', () => undefined);
    finished(content, (error) => {
      if (error) meter.destroy(error);
    });
    const store = await this.open();
    try {
      if (meter.errored) throw meter.errored;
      await store.put(
        { name: key, metadata: { ownerId, ...(keptFor && told(keptFor)) } },
        Readable.toWeb(content.pipe(meter)) as ReadableStream<Uint8Array>,
      );
    } catch (error) {
      await store.delete(key).catch(() => undefined); // nothing was kept under the key, or only a part that nobody knows
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
    const store = await this.open();
    const info = await store.info(key);
    const isTheirs = ownerId === null || info?.metadata?.['ownerId'] === ownerId;
    const isSame = sha256 === undefined || sha256 === sha256Of(info);
    const found = info === null || info.deleted || !isTheirs || !isSame ? null : await store.get(key);
    if (found === null) throw new DomainError('NOT_FOUND');
    found.error.catch(() => undefined); // whoever reads is told by the stream
    const reader = (found.data as WebStream<Uint8Array>).getReader();
    const { nuid } = found.info;
    return boundedRead({ reader, isThere: async () => isSameFile(await store.info(key), nuid) });
  }

  /**
   * What one keeper has, in the order in which it was kept, page by page.
   * @param after the `next` of the page before; 0 for the first
   * @throws DomainError `UNAVAILABLE` where the server cannot be reached
   */
  async listKept(keeper: string, after: number, limit: number): Promise<KeptPage> {
    await this.open();
    const manager = await jetstreamManager(this.nats);
    return keptPage(manager, { bucket: this.bucket.name, keeper, after, limit });
  }

  async delete(key: string): Promise<void> {
    await (await this.open()).delete(key);
  }

  /**
   * Looked for each time: a server that lost its store has to make it anew, and a file cannot be sent twice to find out.
   * @throws DomainError `UNAVAILABLE` where the server cannot be reached
   */
  private async open(): Promise<ObjectStore> {
    const { name, description, keptMs } = this.bucket;
    const ttl = keptMs === undefined ? {} : { ttl: nanos(keptMs) };
    try {
      return await new Objm(jetstream(this.nats)).create(name, { description, ...ttl });
    } catch (error) {
      if (!isOutage(error)) throw error;
      throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 });
    }
  }
}

function told({ keptAt, ...rest }: KeptFor): Record<string, string> {
  return { ...rest, keptAt: keptAt.toISOString() };
}

function isSameFile(
  info: { readonly nuid: string; readonly deleted: boolean } | null,
  nuid: string,
): boolean {
  return info !== null && !info.deleted && info.nuid === nuid;
}

function isOutage(error: unknown): boolean {
  return (
    error instanceof errors.TimeoutError ||
    error instanceof errors.RequestError ||
    error instanceof errors.ConnectionError ||
    error instanceof errors.ClosedConnectionError
  );
}

/** NATS keeps it in base64. */
function sha256Of(info: { readonly digest: string } | null): string {
  return Buffer.from(info?.digest.replace('SHA-256=', '') ?? '', 'base64url').toString('hex');
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
