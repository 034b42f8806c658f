import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { jetstream, type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { newId } from '@gongxiang/domain';
import { eventually, startNats } from '@gongxiang/testing';
import { type Manifest, manifestOf, provision } from '../provision/index.js';
import { buckets, FileStore, type StoredFile, storeOn, uploads } from './index.js';

const megabyte = 1024 * 1024;
const storeMegabytes = 60;
const storeBytes = storeMegabytes * megabyte;
const uploadsBytes = Math.floor(uploads.share * storeBytes);
const unbounded: Manifest = manifestOf(['bench'], []);
const bounded: Manifest = { ...unbounded, storeBytes };
const ownerId = newId();
let ends: (() => Promise<void>)[] = [];

interface Tools {
  readonly nats: NatsConnection;
  readonly manager: JetStreamManager;
  /** Stores this many bytes as an upload. */
  readonly storeFile: (bytes: number) => Promise<StoredFile>;
  readonly files: FileStore;
}

afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
});

async function start(): Promise<Tools> {
  const storeDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-nats-'));
  const config = `jetstream { max_file_store: ${storeMegabytes}MB }\n`;
  const server = await startNats({ storeDirectory, config });
  const nats = await connect({ servers: server.url });
  ends = [
    async () => rmSync(storeDirectory, { recursive: true, force: true }),
    () => server.stop(),
    () => nats.close(),
  ];
  const files = new FileStore(storeOn(nats), uploads);
  const head = Buffer.from('%PDF-1.4 ');
  const options = { bytesMax: storeBytes, types: ['application/pdf'], ownerId };
  return {
    nats,
    files,
    manager: await jetstreamManager(nats),
    storeFile: (bytes) => files.put(Readable.from([head, randomBytes(bytes - head.length)]), options),
  };
}

async function storeUntilFull({ storeFile: keep }: Tools, bytes: number): Promise<StoredFile[]> {
  const stored: StoredFile[] = [];
  for (;;) {
    try {
      stored.push(await keep(bytes));
    } catch (error) {
      expect(error).toMatchObject({ code: 'STORAGE_FULL', retryAfterSeconds: 600 });
      return stored;
    }
  }
}

const tellEvent = ({ nats }: Tools): Promise<unknown> =>
  jetstream(nats).publish('evt.bench.thing.changed.v1', '{}');

const heldBytes = async ({ manager }: Tools): Promise<number> =>
  (await manager.streams.info('OBJ_uploads')).state.bytes;

describe('the room for files', () => {
  it('is less than two thirds of the store: the rest is for events', () => {
    const total = buckets.reduce((sum, { share }) => sum + share, 0);
    expect(total).toBeLessThan(2 / 3);
    expect(buckets.every(({ share }) => share > 0)).toBe(true);
  });

  it('fills up: the next upload is refused, events still leave, and a deleted file makes room', async () => {
    const tools = await start();
    expect(await provision(tools.nats, bounded)).toEqual([]);
    const stored = await storeUntilFull(tools, 300_000);
    const held = await heldBytes(tools);
    expect(held).toBeGreaterThanOrEqual(uploadsBytes * 0.9);
    expect(held).toBeLessThan(uploadsBytes);
    await tellEvent(tools);
    for (const { key } of stored.slice(0, 3)) await tools.files.delete(key);
    await eventually(() => expect(tools.storeFile(300_000)).resolves.toMatchObject({ size: 300_000 }));
  });

  it('is not overrun by many who upload at the same moment', async () => {
    const tools = await start();
    await provision(tools.nats, bounded);
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => tools.storeFile(600_000)));
    const refused = all.filter((one) => one.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'STORAGE_FULL' });
    await tellEvent(tools);
  });

  it('is bounded in a deployment that holds more already: nothing is lost, nothing is added, deletions work', async () => {
    const tools = await start();
    await provision(tools.nats, unbounded);
    const large = await tools.storeFile(2 * uploadsBytes);
    for (let times = 0; times < 2; times += 1) expect(await provision(tools.nats, bounded)).toEqual([]);
    const content = await (await tools.files.get(large.key, ownerId)).toArray();
    expect(Buffer.concat(content as Buffer[])).toHaveLength(large.size);
    await expect(tools.storeFile(1_000)).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    await tools.files.delete(large.key);
    await eventually(() => expect(tools.storeFile(1_000)).resolves.toMatchObject({ size: 1_000 }));
    await provision(tools.nats, bounded);
    const { config } = await tools.manager.streams.info('OBJ_uploads');
    expect(config.max_bytes).toBe(uploadsBytes);
  });

  it('cannot be bounded where the server has less than was said: that is told, and files are kept', async () => {
    const tools = await start();
    const names = await provision(tools.nats, { ...unbounded, storeBytes: 8 * storeBytes });
    expect(names).toContain('files-sharing');
    await tools.storeFile(1_000);
  });

  it('ends with the whole store: files are refused in words, and never as a fault of ours', async () => {
    const tools = await start();
    await provision(tools.nats, unbounded);
    await tools.manager.streams.add({ name: 'other', subjects: ['other'] });
    const fill = async (): Promise<void> => {
      for (;;) await jetstream(tools.nats).publish('other', randomBytes(megabyte - 1_000));
    };
    await expect(fill()).rejects.toThrow('insufficient resources');
    await expect(tools.storeFile(2_000_000)).rejects.toMatchObject({
      code: 'STORAGE_FULL',
      retryAfterSeconds: 600,
    });
  });
});
