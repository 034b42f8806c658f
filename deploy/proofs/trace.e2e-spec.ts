import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask } from './ask.js';
import { makeNetwork, type Network, withDatabase } from './fixtures.js';
import { sharedPlatform } from './shared-platform.js';
import type { TestPlatform } from './test-platform.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
let platform: TestPlatform;
let network: Network;

beforeAll(async () => {
  platform = await sharedPlatform();
  network = await makeNetwork(platform);
});

afterAll(() => platform?.stop());

const linesOf = (service: 'gateway' | 'membership' | 'sharing'): string[] =>
  platform
    .logOf(service)
    .split('\n')
    .filter((line) => line.includes(traceId));

describe('a trace', () => {
  it("goes from the caller's header through log, audit trail and event to the service that hears of it", async () => {
    const { token } = network.operator;
    const made = await ask(platform.gatewayUrl, 'POST', '/unions', {
      token,
      headers: { traceparent },
      body: { parentId: network.root.id, name: '留痕工会' },
    });
    expect(made.status).toBe(201);
    // The line of a request is written after its answer.
    await eventually(() => {
      expect(linesOf('gateway').join()).toContain('POST /api/v1/unions');
      expect(linesOf('membership').join()).toContain('membership.union.create');
    });
    const told = await withDatabase(platform, (sql) =>
      sql.query<{ traceparent: string }>(
        `SELECT envelope->>'traceparent' AS traceparent FROM membership.outbox WHERE envelope->>'subject' = $1`,
        [made.body.id],
      ),
    );
    expect(told.rows.map((row) => row.traceparent.split('-')[1])).toEqual([traceId]);
    const audit = await ask(
      platform.gatewayUrl,
      'GET',
      `/audit?service=membership&subjectId=${made.body.id}`,
      { token },
    );
    expect(audit.body.items).toMatchObject([{ traceId, action: 'membership.union.create' }]);
    await eventually(async () => {
      const heard = await withDatabase(platform, (sql) =>
        sql.query('SELECT 1 FROM sharing.union_ref WHERE id = $1', [made.body.id]),
      );
      expect(heard.rowCount).toBe(1);
    });
  });

  it('is what a refusal tells the caller to quote', async () => {
    const refused = await ask(platform.gatewayUrl, 'POST', '/unions', {
      token: network.operator.token,
      headers: { traceparent },
      body: {},
    });
    expect([refused.status, refused.body.traceId]).toEqual([400, traceId]);
  });

  it.each(['00-xyz-00f067aa0ba902b7-01', `01-${traceId}-00f067aa0ba902b7-01`, "'; DROP TABLE person; --"])(
    'that is not well formed is replaced by one of our own: %s',
    async (header) => {
      const refused = await ask(platform.gatewayUrl, 'GET', '/unions', { headers: { traceparent: header } });
      expect(refused.status).toBe(401);
      expect(refused.body.traceId).toMatch(/^[0-9a-f]{32}$/);
      expect(refused.body.traceId).not.toBe(traceId);
    },
  );
});
