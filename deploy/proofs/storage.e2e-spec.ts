import { randomBytes, randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { type Answer, ask, fileOf } from './ask.js';
import {
  billOf,
  makeNetwork,
  makePerson,
  type Network,
  type Person,
  publishActivity,
  withDatabase,
} from './fixtures.js';
import { connectAsAdmin } from './streams.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

/** Of the smallest store in which the platform still works: uploads get a tenth of it. */
const storeMegabytes = 100;
const memberMegabytes = 2;
const megabyte = 1_000_000;
const hourNanos = 3_600_000_000_000;

let platform: TestPlatform;
let network: Network;
let officer: Person;
let member: Person;
let admin: NatsConnection;

beforeAll(async () => {
  platform = await startTestPlatform(
    { evaluation: 0, notification: 0, affairs: 0 },
    { NATS_MAX_FILE_STORE: `${storeMegabytes}MB`, UPLOAD_MB_PER_MEMBER: String(memberMegabytes) },
  );
  network = await makeNetwork(platform);
  officer = await makePerson(platform, network, network.near, ['officer', 'organiser']);
  member = await makePerson(platform, network, network.near);
  admin = await connectAsAdmin(platform);
});

afterAll(async () => {
  await admin?.close();
  await platform?.stop();
});

function upload({ token }: Person, bytes: number): Promise<Answer> {
  const body = fileOf('a.pdf', `%PDF-1.4 ${randomBytes(bytes / 2).toString('hex')}`, 'application/pdf');
  return ask(platform.gatewayUrl, 'POST', '/files', { token, body });
}

async function configOf(bucket: string): Promise<{ readonly max_bytes: number; readonly max_age: number }> {
  const reply = await admin.request(`$JS.API.STREAM.INFO.OBJ_${bucket}`, '');
  return reply.json<{ config: { max_bytes: number; max_age: number } }>().config;
}

/** Says how long the form is, and sends none of it. */
function announce({ token }: Person, bytes: number): Promise<{ status?: number; code?: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'multipart/form-data; boundary=x',
      'Content-Length': String(bytes),
    };
    const url = `${platform.gatewayUrl}/api/v1/files`;
    const started = httpRequest(url, { method: 'POST', headers }, (response) => {
      response.setEncoding('utf8').once('data', (chunk: string) => {
        resolve({
          status: response.statusCode ?? 0,
          code: (JSON.parse(chunk) as { code?: string }).code ?? '',
        });
        started.destroy();
      });
    });
    started.once('error', reject).flushHeaders();
  });
}

/** How many events of membership have not left. */
async function untold(): Promise<number | null> {
  const sql = 'SELECT 1 FROM membership.outbox WHERE published_at IS NULL';
  return (await withDatabase(platform, (client) => client.query(sql))).rowCount;
}

describe('what a person may upload on a day', () => {
  it('ends with 429 and the time when it begins anew, for that person alone', async () => {
    expect((await upload(member, 1.2 * megabyte)).status).toBe(201);
    const refused = await upload(member, 1.2 * megabyte);
    expect([refused.status, refused.body.code]).toEqual([429, 'UPLOAD_QUOTA']);
    expect(refused.body.errors).toMatchObject([{ pointer: '/file' }]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await upload(member, 0.5 * megabyte)).status).toBe(201);
    expect((await upload(officer, 1.2 * megabyte)).status).toBe(201);
  });

  it('is refused before a byte of the file has come', async () => {
    expect(await announce(member, 3 * megabyte)).toEqual({ status: 429, code: 'UPLOAD_QUOTA' });
  });

  it('does not count what was refused', async () => {
    const other = await makePerson(platform, network, network.near);
    const { token } = other;
    const body = fileOf('a.exe', `MZ\u0000${'x'.repeat(1.5 * megabyte)}`, 'application/pdf');
    for (let times = 0; times < 3; times += 1)
      expect((await ask(platform.gatewayUrl, 'POST', '/files', { token, body })).status).toBe(415);
    expect((await upload(other, 1.5 * megabyte)).status).toBe(201);
  });
});

describe('an upload', () => {
  it('goes after an hour, unless a request has named it, even within a part of what it is about', async () => {
    expect(await configOf('uploads')).toMatchObject({ max_age: hourNanos });
    expect(await configOf('files-settlement')).toMatchObject({ max_age: 0 });
    const { body } = await upload(officer, 10_000);
    const receipt = { key: body.key ?? '', sha256: body.sha256 ?? '' };
    const { token } = officer;
    await ask(platform.gatewayUrl, 'POST', `/cost-pools/${randomUUID()}/items`, {
      token,
      body: billOf(network.near, receipt),
    });
    const name = Buffer.from(receipt.key).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
    const found = await admin.request(
      `$JS.API.DIRECT.GET.OBJ_files-settlement.$O.files-settlement.M.${name}`,
      '',
    );
    expect(found.json()).toMatchObject({ name: receipt.key });
    const still = await ask(platform.gatewayUrl, 'GET', `/files/${receipt.key}`, { token });
    expect(still.status).toBe(200);
  });

  it('that is gone is refused where it would be written down, with the request to upload it again', async () => {
    const receipt = { key: randomUUID(), sha256: 'a'.repeat(64) };
    const answer = await ask(platform.gatewayUrl, 'POST', `/cost-pools/${randomUUID()}/items`, {
      token: officer.token,
      body: billOf(network.near, receipt),
      headers: { 'Accept-Language': 'en' },
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'UPLOAD_GONE']);
    expect(answer.body.errors).toMatchObject([{ pointer: '/receipt/fileKey' }]);
    expect(answer.body.detail).toContain('upload it again');
  });
});

describe('the store of NATS', () => {
  it('is as large as it was told, whatever is free on the disk', async () => {
    const wanted = { name: 'large', subjects: ['large'], max_bytes: storeMegabytes * 1024 * 1024 + 1 };
    const reply = await admin.request('$JS.API.STREAM.CREATE.large', JSON.stringify(wanted));
    const noRoomToReserve = 10047;
    expect(reply.json()).toMatchObject({ error: { err_code: noRoomToReserve } });
  });
});

describe('a store that is full of uploads', () => {
  it('refuses the next with 507 and Retry-After, and stops no event', async () => {
    expect(await configOf('uploads')).toMatchObject({
      max_bytes: Math.floor((storeMegabytes / 10) * 1024 * 1024),
    });
    let refused = await upload(officer, 1.5 * megabyte);
    for (let times = 0; refused.status === 201 && times < 20; times += 1)
      refused = await upload(officer, 1.5 * megabyte);
    expect([refused.status, refused.body.code]).toEqual([507, 'STORAGE_FULL']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const { client } = network.operator;
    await client.post('/unions', { parentId: network.near.id, name: `分会 ${randomUUID()}` });
    await eventually(async () => expect(await untold()).toBe(0));
    const ready = await ask(platform.gatewayUrl, 'GET', '/health/ready');
    expect(ready.status).toBe(200);
  });
});

describe('a store that is full altogether', () => {
  it('refuses exports and uploads in words, and what was committed meanwhile is told when there is room', async () => {
    const activity = await publishActivity(officer.client, network.near, 10);
    const exported = (): Promise<Answer> =>
      ask(platform.gatewayUrl, 'GET', `/activities/${activity.id}/poster`, { token: officer.token });
    expect((await exported()).status).toBe(200);
    await eventually(async () => expect(await untold()).toBe(0));
    const { streams } = await jetstreamManager(admin);
    await streams.add({ name: 'filler', subjects: ['filler'] });
    const fill = async (): Promise<void> => {
      for (;;) await jetstream(admin).publish('filler', randomBytes(megabyte / 2));
    };
    await expect(fill()).rejects.toThrow('insufficient resources');

    for (const answer of [await exported(), await upload(officer, 10_000)]) {
      expect([answer.status, answer.body.code]).toEqual([507, 'STORAGE_FULL']);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    const { client } = network.operator;
    await client.post('/unions', { parentId: network.near.id, name: `分会 ${randomUUID()}` });
    expect(await untold()).toBeGreaterThan(0);

    await streams.delete('filler');
    await eventually(async () => expect(await untold()).toBe(0));
    expect((await exported()).status).toBe(200);
  });
});
