import { createHash } from 'node:crypto';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { headers, type MsgHdrs, nuid } from '@nats-io/transport-node';
import { DomainError } from '@gongxiang/domain';
import { streamOfBucket } from '../provision/bucket-names.js';
import { reached, storageFull } from './reached.js';
import type { Store } from '../events/store.js';

/** What stands in the index of a bucket of one file. */
export interface IndexEntry {
  readonly name: string;
  /** Under which its pieces are kept. */
  readonly nuid: string;
  readonly size: number;
  readonly chunks: number;
  /** `SHA-256=` and base64. */
  readonly digest: string;
  readonly deleted?: boolean;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** One piece is one request when it is read. As much as any server takes that was told nothing else. */
const chunkBytes = 1_000_000;
/** What takes the place of the pieces of a deleted file is gone after this time. */
const placeholderTtl = '1s';
/** Of its bound; what is left is for the notes that deletions write, and for what several keep at the same moment. */
const fullAt = 0.9;

/**
 * The files of one bucket, in the form of NATS's object stores. A service opens it and may not make it, has no consumer of
 * its own to read by, and may not purge: so each piece is asked for, and a deletion puts an empty message in the place of all
 * pieces.
 */
export class ObjectBucket {
  constructor(
    private readonly store: Store,
    private readonly bucket: string,
  ) {}

  /** @returns null where there is none, or none any more. @throws DomainError `UNAVAILABLE` */
  async find(name: string): Promise<IndexEntry | null> {
    const manager = await this.manager();
    const query = { last_by_subj: this.indexSubject(name) };
    const message = await reached(() => manager.direct.getMessage(streamOfBucket(this.bucket), query));
    const entry = message?.json<IndexEntry>();
    return entry === undefined || entry.deleted === true ? null : entry;
  }

  /** The entry of the index that follows a place in it, of whatever file. @throws DomainError `UNAVAILABLE` */
  async entryAfter(place: number): Promise<{ readonly entry: IndexEntry; readonly place: number } | null> {
    const manager = await this.manager();
    const query = { seq: place + 1, next_by_subj: `$O.${this.bucket}.M.>` };
    const message = await reached(() => manager.direct.getMessage(streamOfBucket(this.bucket), query));
    return message === null ? null : { entry: message.json<IndexEntry>(), place: message.seq };
  }

  /**
   * Keeps what comes under a name; whatever it held before goes. Of what fails half-way nothing is kept.
   * @throws DomainError `STORAGE_FULL` where the bucket, or the whole store, has no room, `UNAVAILABLE`
   */
  async put(
    name: string,
    metadata: Readonly<Record<string, string>>,
    content: AsyncIterable<Buffer>,
  ): Promise<void> {
    const before = await this.find(name);
    const id = nuid.next();
    const hash = createHash('sha256');
    const told = { size: 0, chunks: 0 };
    try {
      for await (const chunk of inPieces(content)) {
        hash.update(chunk);
        told.size += chunk.length;
        told.chunks += 1;
        // Before each piece, as several may be kept at a time.
        await this.requireRoom();
        await this.publish(this.chunkSubject(id), chunk);
      }
      const digest = `SHA-256=${paddedUrl(hash.digest())}`;
      await this.note({ ...told, name, metadata, nuid: id, digest, deleted: false });
    } catch (error) {
      if (told.chunks > 0) await this.dropPieces(id).catch(() => undefined); // what is left has no entry: nobody finds it
      throw error;
    }
    if (before !== null) await this.dropPieces(before.nuid);
  }

  /**
   * The bytes, piece by piece, compared with their digest at the end.
   * @throws DomainError `NOT_FOUND` where it is deleted meanwhile, `UNAVAILABLE` where the server does not have them
   */
  async *read(entry: IndexEntry): AsyncGenerator<Buffer> {
    const manager = await this.manager();
    const hash = createHash('sha256');
    let last = 0;
    for (let piece = 0; piece < entry.chunks; piece += 1) {
      const query = { seq: last + 1, next_by_subj: this.chunkSubject(entry.nuid) };
      const message = await reached(() => manager.direct.getMessage(streamOfBucket(this.bucket), query));
      if (message === null || message.data.length === 0) throw await this.reasonOfLack(entry);
      last = message.seq;
      hash.update(message.data);
      yield Buffer.from(message.data.buffer, message.data.byteOffset, message.data.byteLength);
    }
    if (`SHA-256=${paddedUrl(hash.digest())}` !== entry.digest)
      throw new Error(`the file ${entry.name} is not what was kept`);
  }

  async delete(name: string): Promise<void> {
    const entry = await this.find(name);
    if (entry === null) return;
    await this.note({ ...entry, size: 0, chunks: 0, digest: '', deleted: true });
    await this.dropPieces(entry.nuid);
  }

  private async requireRoom(): Promise<void> {
    const manager = await this.manager();
    const { config, state } = await reached(() => manager.streams.info(streamOfBucket(this.bucket)));
    if (config.max_bytes > 0 && state.bytes >= config.max_bytes * fullAt) throw storageFull();
  }

  private async reasonOfLack({ name, nuid: id }: IndexEntry): Promise<DomainError> {
    const now = await this.find(name);
    return now?.nuid === id
      ? new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 })
      : new DomainError('NOT_FOUND');
  }

  /** The newest entry of a name is the only one. */
  private async note(entry: IndexEntry): Promise<void> {
    const whole = {
      bucket: this.bucket,
      mtime: new Date().toISOString(),
      options: { max_chunk_size: chunkBytes },
    };
    await this.publish(this.indexSubject(entry.name), JSON.stringify(Object.assign(whole, entry)), rollUp());
  }

  private async dropPieces(id: string): Promise<void> {
    const instead = rollUp();
    instead.set('Nats-TTL', placeholderTtl);
    await this.publish(this.chunkSubject(id), '', instead);
  }

  private async publish(subject: string, body: Uint8Array | string, extra?: MsgHdrs): Promise<void> {
    await reached(() =>
      jetstream(this.store.nats).publish(subject, body, extra === undefined ? {} : { headers: extra }),
    );
  }

  private manager(): ReturnType<typeof jetstreamManager> {
    return jetstreamManager(this.store.nats, this.store.options);
  }

  private indexSubject(name: string): string {
    return `$O.${this.bucket}.M.${paddedUrl(Buffer.from(name))}`;
  }

  private chunkSubject(id: string): string {
    return `$O.${this.bucket}.C.${id}`;
  }
}

/** Takes the place of all earlier messages of its subject. */
function rollUp(): MsgHdrs {
  const all = headers();
  all.set('Nats-Rollup', 'sub');
  return all;
}

/** As they are kept: each is full but the last. */
async function* inPieces(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const part of content) {
    for (let rest = part; rest.length > 0;) {
      const taken = rest.subarray(0, chunkBytes - size);
      rest = rest.subarray(taken.length);
      waiting.push(taken);
      size += taken.length;
      if (size < chunkBytes) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      size = 0;
    }
  }
  if (size > 0) yield Buffer.concat(waiting);
}

function paddedUrl(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}
