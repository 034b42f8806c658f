import { createHash } from 'node:crypto';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { headers, type MsgHdrs, nuid } from '@nats-io/transport-node';
import { DomainError } from '@gongxiang/domain';
import { streamOfBucket } from '../provision/bucket-names.js';
import { withStoreErrors, storageFull } from './store-errors.js';
import type { Store } from '../events/store.js';

/** The index entry of one file. */
export interface IndexEntry {
  readonly name: string;
  /** The id under which its chunks are stored. */
  readonly nuid: string;
  readonly size: number;
  readonly chunks: number;
  /** `SHA-256=` and base64. */
  readonly digest: string;
  readonly deleted?: boolean;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Each chunk is read by one request; below the default `max_payload` of a server. */
const chunkBytes = 1_000_000;
/** Lifetime of the placeholder that replaces the chunks of a deleted file. */
const placeholderTtl = '1s';
/**
 * Fraction of its bound at which a bucket counts as full. The rest is for the index entries that deletions write, and
 * for concurrent uploads.
 */
const fullFraction = 0.9;

/**
 * The files of one bucket, in the format of NATS's object stores. A service opens a bucket and may neither create nor
 * purge it, and has no consumer to read by: so each chunk is requested, and a deletion replaces all chunks by an
 * empty message.
 */
export class ObjectBucket {
  constructor(
    private readonly store: Store,
    private readonly bucket: string,
  ) {}

  /** @returns null if there is none, or it was deleted. @throws DomainError `UNAVAILABLE` */
  async find(name: string): Promise<IndexEntry | null> {
    const manager = await this.manager();
    const query = { last_by_subj: this.indexSubject(name) };
    const message = await withStoreErrors(() =>
      manager.direct.getMessage(streamOfBucket(this.bucket), query),
    );
    const entry = message?.json<IndexEntry>();
    return entry === undefined || entry.deleted === true ? null : entry;
  }

  /** The index entry that follows a sequence number, of any file. @throws DomainError `UNAVAILABLE` */
  async entryAfter(place: number): Promise<{ readonly entry: IndexEntry; readonly place: number } | null> {
    const manager = await this.manager();
    const query = { seq: place + 1, next_by_subj: `$O.${this.bucket}.M.>` };
    const message = await withStoreErrors(() =>
      manager.direct.getMessage(streamOfBucket(this.bucket), query),
    );
    return message === null ? null : { entry: message.json<IndexEntry>(), place: message.seq };
  }

  /**
   * Stores content under a name and replaces any earlier content. If it fails half-way nothing is stored.
   * @throws DomainError `STORAGE_FULL` if the bucket, or the whole store, has no room, `UNAVAILABLE`
   */
  async put(
    name: string,
    metadata: Readonly<Record<string, string>>,
    content: AsyncIterable<Buffer>,
  ): Promise<void> {
    const before = await this.find(name);
    const id = nuid.next();
    const hash = createHash('sha256');
    const totals = { size: 0, chunks: 0 };
    try {
      for await (const chunk of chunksOf(content)) {
        hash.update(chunk);
        totals.size += chunk.length;
        totals.chunks += 1;
        // Before each chunk, as several uploads may run at a time.
        await this.requireRoom();
        await this.publish(this.chunkSubject(id), chunk);
      }
      const digest = `SHA-256=${base64Url(hash.digest())}`;
      await this.writeEntry({ ...totals, name, metadata, nuid: id, digest, deleted: false });
    } catch (error) {
      if (totals.chunks > 0) await this.replaceChunks(id).catch(() => undefined); // chunks that remain have no index entry, so they are unreachable
      throw error;
    }
    if (before !== null) await this.replaceChunks(before.nuid);
  }

  /**
   * Reads the content chunk by chunk and verifies its digest at the end.
   * @throws DomainError `NOT_FOUND` if it is deleted meanwhile, `UNAVAILABLE` if the server does not have a chunk
   */
  async *read(entry: IndexEntry): AsyncGenerator<Buffer> {
    const manager = await this.manager();
    const hash = createHash('sha256');
    let last = 0;
    for (let chunkIndex = 0; chunkIndex < entry.chunks; chunkIndex += 1) {
      const query = { seq: last + 1, next_by_subj: this.chunkSubject(entry.nuid) };
      const message = await withStoreErrors(() =>
        manager.direct.getMessage(streamOfBucket(this.bucket), query),
      );
      if (message === null || message.data.length === 0) throw await this.missingChunkError(entry);
      last = message.seq;
      hash.update(message.data);
      yield Buffer.from(message.data.buffer, message.data.byteOffset, message.data.byteLength);
    }
    if (`SHA-256=${base64Url(hash.digest())}` !== entry.digest)
      throw new Error(`the file ${entry.name} does not match its digest`);
  }

  async delete(name: string): Promise<void> {
    const entry = await this.find(name);
    if (entry === null) return;
    await this.writeEntry({ ...entry, size: 0, chunks: 0, digest: '', deleted: true });
    await this.replaceChunks(entry.nuid);
  }

  private async requireRoom(): Promise<void> {
    const manager = await this.manager();
    const { config, state } = await withStoreErrors(() => manager.streams.info(streamOfBucket(this.bucket)));
    if (config.max_bytes > 0 && state.bytes >= config.max_bytes * fullFraction) throw storageFull();
  }

  private async missingChunkError({ name, nuid: id }: IndexEntry): Promise<DomainError> {
    const now = await this.find(name);
    return now?.nuid === id
      ? new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 })
      : new DomainError('NOT_FOUND');
  }

  /** Writes the index entry; it replaces all earlier ones of the name. */
  private async writeEntry(entry: IndexEntry): Promise<void> {
    const defaults = {
      bucket: this.bucket,
      mtime: new Date().toISOString(),
      options: { max_chunk_size: chunkBytes },
    };
    await this.publish(
      this.indexSubject(entry.name),
      JSON.stringify(Object.assign(defaults, entry)),
      rollupHeaders(),
    );
  }

  private async replaceChunks(id: string): Promise<void> {
    const rollup = rollupHeaders();
    rollup.set('Nats-TTL', placeholderTtl);
    await this.publish(this.chunkSubject(id), '', rollup);
  }

  private async publish(subject: string, body: Uint8Array | string, extra?: MsgHdrs): Promise<void> {
    await withStoreErrors(() =>
      jetstream(this.store.nats).publish(subject, body, extra === undefined ? {} : { headers: extra }),
    );
  }

  private manager(): ReturnType<typeof jetstreamManager> {
    return jetstreamManager(this.store.nats, this.store.options);
  }

  private indexSubject(name: string): string {
    return `$O.${this.bucket}.M.${base64Url(Buffer.from(name))}`;
  }

  private chunkSubject(id: string): string {
    return `$O.${this.bucket}.C.${id}`;
  }
}

/** Headers that make a message replace all earlier ones of its subject. */
function rollupHeaders(): MsgHdrs {
  const all = headers();
  all.set('Nats-Rollup', 'sub');
  return all;
}

/** Splits content into chunks that are full except for the last. */
async function* chunksOf(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pending: Buffer[] = [];
  let size = 0;
  for await (const part of content) {
    for (let rest = part; rest.length > 0;) {
      const taken = rest.subarray(0, chunkBytes - size);
      rest = rest.subarray(taken.length);
      pending.push(taken);
      size += taken.length;
      if (size < chunkBytes) continue;
      yield Buffer.concat(pending);
      pending = [];
      size = 0;
    }
  }
  if (size > 0) yield Buffer.concat(pending);
}

function base64Url(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}
