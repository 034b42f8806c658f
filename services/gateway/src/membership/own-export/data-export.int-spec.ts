import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  dataExportContract,
  type DataExportView,
} from '@gongxiang/contracts/membership/privacy/data-export.contract';
import {
  type ExportedFile,
  type ExportedFilesView,
  personDataContract,
} from '@gongxiang/contracts/words/person-data';
import { mergeServices, type MergeService } from '@gongxiang/contracts/words/person-merge';
import { type CallContext, newId, systemCall } from '@gongxiang/domain';
import { FileStore, sealFile, storeOn, uploads } from '@gongxiang/messaging/files';
import { manifestOf, provision } from '@gongxiang/messaging/provision';
import { RpcClient, RpcServer } from '@gongxiang/messaging/rpc';
import { continueTrace, createLogger, createMetrics, type Metrics } from '@gongxiang/observability';
import { type RunningServer, startNats } from '@gongxiang/testing';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { unzipSync } from 'fflate';
import { DataExportController } from './data-export.controller.js';
import { OwnFiles } from './own-files.js';

const rpcKey = randomBytes(32).toString('base64');
const keys = Object.fromEntries(mergeServices.map((service) => [service, rpcKey]));
const ownerId = newId();
const megabyte = 1024 * 1024;
const at = '2026-11-26T02:00:00Z';
const noRest = { about: null, at: null, size: null, opening: null };

let storeDirectory: string;
let server: RunningServer;
let nats: NatsConnection;
let rpc: RpcClient;
let servers: RpcServer[];
let files: FileStore;
let metrics: Metrics;
let lines: Record<string, unknown>[];
let exporter: DataExportController;
/** What each service lists, or that it fails. */
let lists: Partial<Record<MergeService, () => Promise<ExportedFilesView>>>;

beforeAll(async () => {
  storeDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-nats-'));
  server = await startNats({ storeDirectory });
  nats = await connect({ servers: server.url, maxReconnectAttempts: -1 });
  await provision(nats, manifestOf([], []));
  files = new FileStore(storeOn(nats), uploads);
  rpc = new RpcClient(server.url, keys);
  await rpc.onModuleInit();
  servers = await Promise.all(mergeServices.map(serve));
});
afterAll(async () => {
  await rpc?.onApplicationShutdown();
  await server?.stop();
  for (const one of servers ?? []) await one.connection?.close();
  await nats?.close();
  rmSync(storeDirectory, { recursive: true, force: true });
});

beforeEach(() => {
  lists = {};
  lines = [];
  metrics = createMetrics('gateway');
  const note = (about: Record<string, unknown>): void => void lines.push(about);
  const logger = { ...createLogger({ service: 'gateway', level: 'silent' }), warn: note, error: note };
  exporter = new DataExportController(rpc, new OwnFiles(files, logger as never, metrics));
});

async function serve(service: MergeService): Promise<RpcServer> {
  const logger = createLogger({ service: 'gateway', level: 'silent' });
  const one = new RpcServer({ service, natsUrl: server.url, key: rpcKey, logger });
  const { page, files: list } = personDataContract(service);
  const opened: DataExportView = { id: newId(), askedAt: at, until: at, downloadedAt: at };
  const rows = JSON.stringify([{ name: '王芳' }]);
  await one.listen([
    { contract: page, handle: () => Promise.resolve({ parts: [{ kind: 'record', rows }], next: null }) },
    { contract: list, handle: () => lists[service]?.() ?? Promise.resolve({ files: [], next: null }) },
    ...(service === 'membership'
      ? [
          {
            contract: dataExportContract.open,
            handle: () => Promise.resolve({ body: opened, existing: true }),
          },
        ]
      : []),
  ]);
  return one;
}

function call(): CallContext {
  const actor = { personId: ownerId, unionId: null, unionPath: null, roles: [], version: 1 };
  return { ...systemCall(continueTrace(undefined)), actor, deadline: Date.now() + 30_000 };
}

const pictureOf = (size: number): Buffer =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), randomBytes(size - 4)]);

/** Stores a file, and lists it among the works. */
async function stored(
  name: string,
  content: Buffer,
  more: Partial<ExportedFile> = {},
): Promise<ExportedFile> {
  const options = { bytesMax: 20 * megabyte, types: ['image/png', 'application/octet-stream'], ownerId };
  const { key, sha256 } = await files.put(Readable.from([content]), options);
  return { ...noRest, kind: 'works', name, fileKey: key, sha256, ...more };
}

const listed = (all: readonly ExportedFile[]): void => {
  lists.affairs = () => Promise.resolve({ files: [...all], next: null });
};

const streamName = `OBJ_${uploads.name}`;

/** The chunks of a stored file in the stream: their subject, and their places. */
async function chunksOf(fileKey: string): Promise<{ readonly subject: string; readonly places: number[] }> {
  const index = `$O.${uploads.name}.M.${Buffer.from(fileKey).toString('base64').replaceAll('+', '-').replaceAll('/', '_')}`;
  const asked = async (query: object) =>
    nats.request(`$JS.API.DIRECT.GET.${streamName}`, JSON.stringify(query));
  const { nuid } = (await asked({ last_by_subj: index })).json<{ readonly nuid: string }>();
  const subject = `$O.${uploads.name}.C.${nuid}`;
  const places: number[] = [];
  for (;;) {
    const message = await asked({ seq: (places.at(-1) ?? 0) + 1, next_by_subj: subject });
    const place = message.headers?.get('Nats-Sequence');
    if (place === undefined || place === '') return { subject, places };
    places.push(Number(place));
  }
}

async function loseChunk(fileKey: string, index: number): Promise<void> {
  const { places } = await chunksOf(fileKey);
  await nats.request(`$JS.API.STREAM.MSG.DELETE.${streamName}`, JSON.stringify({ seq: places[index] }));
}

/** The disk gives other bytes than were written to it. */
async function falsify(fileKey: string): Promise<void> {
  const { subject } = await chunksOf(fileKey);
  await loseChunk(fileKey, 0);
  await nats.request(subject, pictureOf(5_000));
}

/** Reads a zip as strictly as a program that unpacks it: every entry by the directory, with its checksum. */
function unpacked(zip: Buffer): Record<string, Buffer> {
  const found = unzipSync(zip);
  const directory = new Map<string, number>();
  let offset = zip.readUInt32LE(zip.length - 22 + 16);
  while (zip.readUInt32LE(offset) === 0x02014b50) {
    const length = zip.readUInt16LE(offset + 28);
    directory.set(zip.toString('utf8', offset + 46, offset + 46 + length), zip.readUInt32LE(offset + 16));
    offset += 46 + length + zip.readUInt16LE(offset + 30) + zip.readUInt16LE(offset + 32);
  }
  expect(zip.readUInt32LE(offset)).toBe(0x06054b50);
  const checksums = Object.entries(found).map(([path, bytes]) => [path, crc32(bytes)] as const);
  expect(new Map(checksums)).toEqual(directory);
  return Object.fromEntries(Object.entries(found).map(([path, bytes]) => [path, Buffer.from(bytes)]));
}

async function download(): Promise<Readable> {
  const { body } = await exporter.download({ exportId: newId() }, call());
  return body.getStream();
}

async function downloaded(): Promise<Record<string, Buffer>> {
  return unpacked(Buffer.concat((await (await download()).toArray()) as Buffer[]));
}

interface SaidOf {
  readonly name: string;
  readonly path: string | null;
  readonly leftOut: string | null;
  readonly isDamaged: boolean;
}

function saidOf(zip: Record<string, Buffer>): (string | boolean | null)[][] {
  const { files: all } = JSON.parse(String(zip['data.json'])) as { readonly files: readonly SaidOf[] };
  return all.map(({ name, leftOut, isDamaged }) => [name, leftOut, isDamaged]);
}

const folder = '我上传的文件/作品征集：投稿、评审、投票';

describe('a copy of my data', () => {
  it('leaves out a file that is lost, altered or cannot be opened, and has all others', async () => {
    const fine = pictureOf(3_000);
    const secret = sealFile(fine);
    const other = sealFile(fine);
    const all = [
      await stored('好的.png', fine),
      await stored('密封.png', secret.bytes, { opening: secret.opening }),
      await stored('没了.png', pictureOf(3_000)),
      await stored('改了.png', pictureOf(5_000)),
      await stored('别的.png', pictureOf(3_000), { sha256: '0'.repeat(64) }),
      await stored('打不开.png', secret.bytes, { opening: other.opening }),
      await stored('钥匙坏了.png', secret.bytes, { opening: 'AAAA' }),
      await stored('缺块.png', pictureOf(3 * megabyte)),
      await stored('最后.png', fine),
    ];
    listed(all);
    const keyOf = (index: number): string => all[index]?.fileKey ?? '';
    await files.delete(keyOf(2));
    await falsify(keyOf(3));
    await loseChunk(keyOf(7), 1);

    const zip = await downloaded();
    expect(saidOf(zip)).toEqual([
      ['好的.png', null, false],
      ['密封.png', null, false],
      ['没了.png', 'gone', false],
      ['改了.png', 'unreadable', false],
      ['别的.png', 'unreadable', false],
      ['打不开.png', 'unreadable', false],
      ['钥匙坏了.png', 'unreadable', false],
      ['缺块.png', 'unreadable', false],
      ['最后.png', null, false],
    ]);
    expect(Object.keys(zip)).toEqual([
      `${folder}/好的.png`,
      `${folder}/密封.png`,
      `${folder}/最后.png`,
      'data.json',
      'index.html',
    ]);
    expect(zip[`${folder}/密封.png`]?.equals(fine)).toBe(true);
    expect(String(zip['index.html']).match(/未放入：平台读不出这个文件，请询问您的工会/g)).toHaveLength(5);
    // Each is logged once, by its key; the counter says how many.
    expect(lines.map(({ fileKey, reason }) => [fileKey, reason])).toEqual([
      [keyOf(2), 'gone'],
      ...[3, 4, 5, 6, 7].map((index) => [keyOf(index), 'unreadable']),
    ]);
    const counted = await metrics.registry.metrics();
    expect(counted).toMatch(/gongxiang_own_files_not_read_total\{reason="unreadable",service="gateway"\} 5/);
  });

  it('ends a file that breaks off half-way, with a note beside it, and goes on', async () => {
    const long = pictureOf(8 * megabyte);
    const sealed = sealFile(long);
    const broken = await stored('长.png', long);
    const all = [
      broken,
      await stored('密.png', sealed.bytes, { opening: sealFile(long).opening }),
      await stored('最后.png', pictureOf(3_000)),
    ];
    listed(all);
    await loseChunk(broken.fileKey, 8);

    const zip = await downloaded();
    expect(saidOf(zip)).toEqual([
      ['长.png', null, true],
      ['密.png', null, true],
      ['最后.png', null, false],
    ]);
    const beginning = zip[`${folder}/长.png`] ?? Buffer.alloc(0);
    expect(beginning.length).toBe(8_000_000);
    expect(long.subarray(0, beginning.length).equals(beginning)).toBe(true);
    expect(String(zip[`${folder}/已损坏 - 长.png.txt`])).toMatch(/^长\.png\r\n已损坏：.*请询问您的工会\r\n$/);
    expect(String(zip['index.html']).match(/<br>已损坏：/g)).toHaveLength(2);
    expect(lines.map(({ fileKey }) => fileKey)).toEqual([all[0]?.fileKey, all[1]?.fileKey]);
  });

  it('is refused before anything is sent while one service does not answer: it would be taken for the whole', async () => {
    lists.sharing = () => Promise.reject(new Error('the database is away'));
    await expect(download()).rejects.toMatchObject({ code: 'INTERNAL' });
    delete lists.sharing;
    await servers[mergeServices.indexOf('evaluation')]?.connection?.close();
    await expect(download()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    servers[mergeServices.indexOf('evaluation')] = await serve('evaluation');
    expect(Object.keys(await downloaded())).toEqual(['data.json', 'index.html']);
  });

  it('breaks off if the store goes away meanwhile, and is refused while it is: another try brings all', async () => {
    listed([await stored('一.png', pictureOf(3_000)), await stored('二.png', pictureOf(12 * megabyte))]);
    const stream = await download();
    const pieces = stream[Symbol.asyncIterator]();
    await pieces.next();
    // The bucket is taken away with all that is in it, as a store that was lost would be.
    await nats.request(`$JS.API.STREAM.DELETE.${streamName}`, '');
    const rest = async (): Promise<void> => {
      for (let next = await pieces.next(); next.done !== true;) next = await pieces.next();
    };
    await expect(rest()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(download()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(lines).toEqual([]);
  });
});
