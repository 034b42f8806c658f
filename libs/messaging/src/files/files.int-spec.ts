import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { Objm } from '@nats-io/obj';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { newId } from '@gongxiang/domain';
import { eventually, startNats } from '@gongxiang/testing';
import { manifestOf, provision } from '../provision/index.js';
import {
  briefFilesOf,
  filesOf,
  FileStore,
  type PutOptions,
  sniffType,
  storeOn,
  typedStream,
  uploads,
} from './index.js';

let nats: NatsConnection;
let files: FileStore;
let stop: () => Promise<void>;
const ownerId = newId();

beforeAll(async () => {
  const storeDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-nats-'));
  const server = await startNats({ storeDirectory });
  nats = await connect({ servers: server.url });
  files = new FileStore(storeOn(nats), uploads);
  await provision(nats, manifestOf([], []));
  stop = async () => {
    await nats.close();
    await server.stop();
    rmSync(storeDirectory, { recursive: true, force: true });
  };
});
afterAll(() => stop());

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), randomBytes(300_000)]);
const options: PutOptions = { bytesMax: 400_000, types: ['image/png', 'text/csv'], ownerId };

const bytesOf = async (stream: Readable): Promise<Buffer> =>
  Buffer.concat((await stream.toArray()) as Buffer[]);
const inChunks = (body: Buffer, size: number): Readable =>
  Readable.from(
    Array.from({ length: Math.ceil(body.length / size) }, (_, n) => body.subarray(n * size, (n + 1) * size)),
  );

async function countKept(): Promise<number> {
  const store = await new Objm(jetstream(nats)).open('uploads');
  return (await store.list()).length;
}

async function bytesOfStore(): Promise<number> {
  const manager = await jetstreamManager(nats);
  return (await manager.streams.info('OBJ_uploads')).state.bytes;
}

describe('the file store', () => {
  it.each([1, 64_000, 300_004])(
    'keeps what streams in, in chunks of %i bytes, and gives it back',
    async (size) => {
      const body = size === 1 ? png.subarray(0, 2_000) : png;
      const stored = await files.put(inChunks(body, size), options);
      expect(stored).toEqual({
        key: expect.any(String),
        size: body.length,
        sha256: createHash('sha256').update(body).digest('hex'),
        contentType: 'image/png',
      });
      expect((await bytesOf(await files.get(stored.key, ownerId))).equals(body)).toBe(true);
    },
  );

  it('keeps a large file in pieces, as NATS’s own tools do, and leaves none of them when it is deleted', async () => {
    const body = Buffer.concat([png, randomBytes(2_400_000)]);
    const before = await bytesOfStore();
    const stored = await files.put(inChunks(body, 90_001), { ...options, bytesMax: body.length });
    expect((await bytesOf(await files.get(stored.key, ownerId, stored.sha256))).equals(body)).toBe(true);
    const place = await new Objm(jetstream(nats)).open('uploads');
    expect(Buffer.from((await place.getBlob(stored.key)) ?? []).equals(body)).toBe(true);
    expect(await bytesOfStore()).toBeGreaterThan(before + body.length);
    await files.delete(stored.key);
    // Only the index entry is left.
    await eventually(async () => expect(await bytesOfStore()).toBeLessThan(before + 1_000));
  });

  it('leaves nothing of what a name held before', async () => {
    const key = newId();
    await files.put(inChunks(png, 64_000), { ...options, key });
    const before = await bytesOfStore();
    await files.put(inChunks(png, 64_000), { ...options, key });
    expect(await bytesOfStore()).toBeLessThan(before + 1_000);
  });

  it.each([
    [
      'too large',
      inChunks(Buffer.concat([png, png]), 64_000),
      { code: 'FILE_TOO_LARGE', params: { bytesMax: 400_000 } },
    ],
    [
      'of a type that is not taken',
      Readable.from([Buffer.from('%PDF-1.7 …')]),
      { code: 'FILE_TYPE', params: { found: 'application/pdf' } },
    ],
    [
      'of no known type',
      Readable.from([Buffer.from([0, 1, 2, 3])]),
      { code: 'FILE_TYPE', params: { found: 'application/octet-stream' } },
    ],
    ['empty', Readable.from([]), { code: 'FILE_EMPTY' }],
  ])('refuses a file that is %s, and keeps nothing of it', async (_what, content, refusal) => {
    const before = await countKept();
    await expect(files.put(content, options)).rejects.toMatchObject({
      ...refusal,
      errors: [{ pointer: '/file' }],
    });
    expect(await countKept()).toBe(before);
  });

  it('keeps nothing of a file whose sender went away half-way', async () => {
    const before = await countKept();
    const parts = [png];
    const content = new Readable({
      read() {
        const part = parts.pop();
        if (part) this.push(part);
        else this.destroy(new Error('the sender went away')); // more was requested: the first chunk is on its way
      },
    });
    await expect(files.put(content, options)).rejects.toThrow('the sender went away');
    expect(await countKept()).toBe(before);
  });

  it('keeps nothing of a file whose sender went away before anything had come', async () => {
    const before = await countKept();
    const content = new Readable({ read: () => undefined });
    const putting = new FileStore(storeOn(nats), uploads).put(content, options);
    content.destroy(new Error('the sender went away'));
    await expect(putting).rejects.toThrow('the sender went away');
    expect(await countKept()).toBe(before);
  });

  it('shows a file to its owner, to a service that has decided, and to nobody else', async () => {
    const { key } = await files.put(Readable.from([Buffer.from('姓名,工号\n张三,1\n')]), options);
    expect((await bytesOf(await files.get(key, ownerId))).toString()).toContain('张三');
    await files.get(key, null).then(bytesOf);
    await expect(files.get(key, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(files.get(newId(), null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('finds no file of another content than was written down', async () => {
    const { key, sha256 } = await files.put(inChunks(png, 64_000), options);
    expect((await bytesOf(await files.get(key, ownerId, sha256))).equals(png)).toBe(true);
    const other = createHash('sha256').update('another').digest('hex');
    await expect(files.get(key, ownerId, other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(files.get(newId(), ownerId, sha256)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tells on the way out what a file is, and gives the whole of it', async () => {
    const { key } = await files.put(inChunks(png, 64_000), options);
    const { contentType, content } = await typedStream(await files.get(key, ownerId));
    expect(contentType).toBe('image/png');
    expect((await bytesOf(content)).equals(png)).toBe(true);
    const stored = await files.get(key, ownerId);
    const left = await typedStream(stored);
    left.content.destroy();
    await eventually(() => expect(stored.destroyed).toBe(true));
  });

  it('does not find a file that was deleted', async () => {
    const { key } = await files.put(Readable.from([Buffer.from('a,b')]), options);
    await files.delete(key);
    await expect(files.get(key, ownerId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  /** Simulates a server that lost a part of its store. */
  const dropChunks = async (): Promise<void> => {
    const manager = await jetstreamManager(nats);
    await manager.streams.purge('OBJ_uploads', { filter: '$O.uploads.C.>' });
  };

  it('says of a file that is deleted while it is being read that it is gone', async () => {
    const body = Buffer.concat([png, randomBytes(2_400_000)]);
    const { key } = await files.put(inChunks(body, 64_000), { ...options, bytesMax: body.length });
    const content = await files.get(key, ownerId);
    await files.delete(key);
    await expect(bytesOf(content)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('does not wait for ever for bytes that the server does not have', async () => {
    const { key } = await files.put(inChunks(png, 64_000), options);
    await dropChunks();
    await expect(files.get(key, ownerId)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      retryAfterSeconds: 1,
    });
  }, 30_000);

  it('gives all of a file that is deleted once it is being read', async () => {
    const { key } = await files.put(inChunks(png, 64_000), options);
    const content = await files.get(key, ownerId);
    await files.delete(key);
    const read = await bytesOf(content).catch((error: unknown) => error);
    // Chunks that had arrived are read; for the others the stream fails with NOT_FOUND.
    if (read instanceof Buffer) expect(read.equals(png)).toBe(true);
    else expect(read).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps a file under the key that was noted for it, and lists what one keeper has', async () => {
    const keptAt = new Date('2026-11-20T09:00:00Z');
    const aboutId = newId();
    const storeFile = async (keeper: string): Promise<string> => {
      const key = newId();
      const body = Readable.from([Buffer.from('a,b')]);
      await files.put(body, { ...options, key, keptFor: { keeper, aboutId, keptAt } });
      return key;
    };
    const [first, second, gone] = [
      await storeFile('sharing'),
      await storeFile('sharing'),
      await storeFile('sharing'),
    ];
    await storeFile('settlement');
    await files.delete(gone);
    const found: unknown[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page = await files.listKept('sharing', after, 3);
      found.push(...page.items);
      after = page.next;
    }
    expect(found).toEqual([
      { key: first, aboutId, keptAt },
      { key: second, aboutId, keptAt },
    ]);
  });

  it('gives a file over to the store of a service, once, and finds it there', async () => {
    const [place, other] = [filesOf('membership'), filesOf('sharing')];
    const membership = new FileStore(storeOn(nats), place);
    const gateway = new FileStore(storeOn(nats), uploads, [other, place]);
    const { key, sha256 } = await gateway.put(inChunks(png, 64_000), options);
    await gateway.handOver(key, newId(), membership); // somebody else's
    await expect(membership.get(key, ownerId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (let times = 0; times < 2; times += 1) await gateway.handOver(key, ownerId, membership);
    expect((await bytesOf(await membership.get(key, ownerId, sha256))).equals(png)).toBe(true);
    await expect(files.get(key, ownerId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await bytesOf(await gateway.get(key, ownerId))).equals(png)).toBe(true);
    await gateway.delete(key);
    await expect(membership.get(key, ownerId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps brief files in a place of their own, which forgets them by itself', async () => {
    const brief = new FileStore(storeOn(nats), briefFilesOf('sharing'));
    const { key } = await brief.put(Readable.from([Buffer.from('a,b')]), options);
    expect((await bytesOf(await brief.get(key, ownerId))).toString()).toBe('a,b');
    await expect(files.get(key, ownerId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const place = await new Objm(jetstream(nats)).open(briefFilesOf('sharing').name);
    expect((await place.status()).ttl).toBe(10 * 60_000 * 1_000_000); // nanoseconds
  });
});

describe('the type of a file', () => {
  it.each([
    ['<!doctype html><p>', 'text/html'],
    ['\uFEFF  <svg onload=x>', 'text/html'],
    ['%PDF-1.7', 'application/pdf'],
    ['PK\u0003\u0004…', 'application/zip'],
    ['name,code\r\n', 'text/csv'],
    ['\ufeff姓名\t工号', 'text/csv'],
    ['RIFF\u0024\u0000\u0000\u0000WEBPVP8 ', 'image/webp'],
    ['\u0000\u0000\u0000\u0018ftypheic\u0000', 'image/heic'],
    ['\u0000\u0000\u0000\u0018ftypmif1\u0000', 'image/heic'],
    ['MZ\u0000\u0001', 'application/octet-stream'],
  ])('%j is %s', (head, type) => {
    expect(sniffType(Buffer.from(head))).toBe(type);
  });
});
