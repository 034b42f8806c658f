import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { newId } from '@gongxiang/domain';
import { type RunningServer, startNats } from '@gongxiang/testing';
import { manifestOf, provision } from '../provision/index.js';
import { storeOn, UploadQuota } from './index.js';

const now = new Date('2026-11-24T15:30:00Z'); // half past eleven in the evening in China
const bytesMax = 10_000_000;
let storeDirectory: string;
let server: RunningServer;
let quota: UploadQuota;
let otherQuota: UploadQuota;
let gateways: readonly [NatsConnection, NatsConnection];

beforeAll(async () => {
  storeDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-nats-'));
  server = await startNats({ storeDirectory });
  gateways = [await connect({ servers: server.url }), await connect({ servers: server.url })];
  [quota, otherQuota] = [new UploadQuota(storeOn(gateways[0])), new UploadQuota(storeOn(gateways[1]))];
  await provision(gateways[0], manifestOf([], []));
});
afterAll(async () => {
  await Promise.all((gateways ?? []).map((nats) => nats.close()));
  await server?.stop();
  rmSync(storeDirectory, { recursive: true, force: true });
});

describe('what a person may upload on a day', () => {
  it('holds over two gateways, however many uploads begin at once', async () => {
    const uploader = { personId: newId(), bytesMax };
    const takes = Array.from({ length: 16 }, (_, index) =>
      (index % 2 === 0 ? quota : otherQuota).take(uploader, 1_000_000, now),
    );
    const ended = await Promise.allSettled(takes);
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(10); // 10 × 1 MB = 10 MB
  });

  it('is refused with the hour at which it begins anew, and begins anew then', async () => {
    const uploader = { personId: newId(), bytesMax };
    await quota.take(uploader, bytesMax, now);
    await expect(quota.take(uploader, 1, now)).rejects.toMatchObject({
      code: 'UPLOAD_QUOTA',
      params: { megabytesMax: 10 },
      errors: [{ pointer: '/file' }],
      retryAfterSeconds: 1_800, // to midnight
    });
    await quota.take(uploader, bytesMax, new Date(now.getTime() + 1_800_000));
  });

  it('does not count what was given back, nor what others upload', async () => {
    const uploader = { personId: newId(), bytesMax };
    await quota.take(uploader, bytesMax, now);
    await quota.take({ ...uploader, personId: newId() }, bytesMax, now);
    await quota.refund(uploader.personId, 3_000_000, now);
    await quota.take(uploader, 3_000_000, now);
    await expect(quota.take(uploader, 1, now)).rejects.toMatchObject({ code: 'UPLOAD_QUOTA' });
  });
});
