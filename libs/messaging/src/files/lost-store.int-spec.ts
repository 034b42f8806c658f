import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { newId } from '@gongxiang/domain';
import { eventually, type RunningServer, startNats } from '@gongxiang/testing';
import { manifestOf, provision, Provisioner } from '../provision/index.js';
import { FileStore, type StoredFile, storeOn, uploads } from './index.js';

const ownerId = newId();
const manifest = manifestOf([], []);
let storeDirectory: string;
let server: RunningServer;
let nats: NatsConnection;
let files: FileStore;

beforeAll(async () => {
  storeDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-nats-'));
  server = await startNats({ storeDirectory });
  nats = await connect({ servers: server.url, maxReconnectAttempts: -1 });
  files = new FileStore(storeOn(nats), uploads);
  await provision(nats, manifest);
});
afterAll(async () => {
  await nats?.close();
  await server?.stop();
  rmSync(storeDirectory, { recursive: true, force: true });
});

const storeFile = (): Promise<StoredFile> =>
  files.put(Readable.from(['%PDF-1.4 a receipt']), { bytesMax: 100, types: ['application/pdf'], ownerId });

describe('a file store whose server', () => {
  it('has lost everything is UNAVAILABLE until the deployment has provided for it again', async () => {
    const lost = await storeFile();
    await (await jetstreamManager(nats)).streams.delete('OBJ_uploads');
    await expect(files.get(lost.key, ownerId)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(storeFile()).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 1 });
  });

  it('is provided for again says that a file is gone, and keeps the next one', async () => {
    const said: string[] = [];
    const provisioner = new Provisioner(nats, manifest, (line) => void said.push(line), 50);
    await provisioner.start();
    const lost = await storeFile();
    await (await jetstreamManager(nats)).streams.delete('OBJ_uploads');
    await eventually(() => expect(files.get(lost.key, ownerId)).rejects.toMatchObject({ code: 'NOT_FOUND' }));
    const stored = await storeFile();
    expect(String(Buffer.concat(await (await files.get(stored.key, ownerId)).toArray()))).toBe(
      '%PDF-1.4 a receipt',
    );
    await eventually(() => expect(said).toEqual(['NATS had lost OBJ_uploads: made again']));
    await provisioner.stop();
  });

  it('is away is UNAVAILABLE', async () => {
    await server.stop();
    await expect(storeFile()).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 1 });
  });
});
