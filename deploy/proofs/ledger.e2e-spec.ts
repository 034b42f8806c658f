import { randomUUID } from 'node:crypto';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { EntryView, PostingView } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AccessWorld, makeAccessWorld } from './access-world.js';
import { type Answer, ask } from './ask.js';
import { submitCosts } from './costs.js';
import { sharedPlatform } from './shared-platform.js';
import type { TestPlatform } from './test-platform.js';

let platform: TestPlatform;
let world: AccessWorld;

beforeAll(async () => {
  platform = await sharedPlatform();
  // A second copy: what one of them decides, the other has to respect.
  await platform.start('settlement');
  world = await makeAccessWorld(platform);
}, 300_000);

afterAll(() => platform?.stop());

async function posted(): Promise<string> {
  const poolId = await submitCosts(world);
  const { client } = world.people.approver;
  const { entryId } = await client.decide<CostPoolView>(`/cost-pools/${poolId}/approve`);
  return entryId ?? '';
}

const reverse = (entryId: string, reason: string, key: string = randomUUID()): Promise<Answer> =>
  ask(platform.gatewayUrl, 'POST', `/ledger/entries/${entryId}/reverse`, {
    token: world.people.approver.token,
    body: { reason },
    key,
  });

const read = <T>(path: string): Promise<T> => world.people.keeper.client.get<T>(path);

describe('the ledger, through every hop', () => {
  it('E88: reverses an entry once of fifty who ask at the same moment', async () => {
    const entryId = await posted();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_one, index) => reverse(entryId, `重复入账 ${index}`)),
    );
    const counts = answers.reduce<Record<string, number>>((sum, { status, body }) => {
      const what = `${status} ${body.code ?? ''}`.trim();
      return { ...sum, [what]: (sum[what] ?? 0) + 1 };
    }, {});
    expect(counts).toEqual({ '201': 1, '409 ALREADY_REVERSED': 49 });
    const { reversedBy, postings } = await read<EntryView>(`/ledger/entries/${entryId}`);
    const accountId = postings[0]?.debitAccountId ?? '';
    const lines = await read<Page<PostingView>>(`/accounts/${accountId}/postings?limit=200`);
    const own = lines.items.filter(({ entryId: id }) => id === entryId || id === reversedBy);
    expect(
      own.map(({ entryId: id, debitAccountId }) => [id === entryId, debitAccountId === accountId]),
    ).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('E90: keeps what was stored first, however often and with whatever it is asked again under its key', async () => {
    const entryId = await posted();
    const key = randomUUID();
    const first = await reverse(entryId, '金额有误', key);
    const again = await reverse(entryId, '金额有误', key);
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
    const other = await reverse(entryId, '另一个原因', key);
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const { reversedBy } = await read<EntryView>(`/ledger/entries/${entryId}`);
    expect(await read<EntryView>(`/ledger/entries/${reversedBy}`)).toMatchObject({ reason: '金额有误' });
  });

  it('E79: refuses another currency where money comes in, with its place', async () => {
    const body = {
      unionId: world.network.near.id,
      reason: '内控',
      limit: { amount: '100', currency: 'USD' },
    };
    const answer = await ask(platform.gatewayUrl, 'POST', '/ledger/amount-limits', {
      token: world.network.operator.token,
      body,
    });
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, '/limit/currency']);
  });
});
