import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  costPoolContract,
  type CostPoolView,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { sharedBillContract } from '@gongxiang/contracts/settlement/bills/shared-bill.contract';
import { searchContract } from '@gongxiang/contracts/words/search';
import { type Actor, toWire } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { holder, knownActivity, knownNetwork, type Network } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';
import { TitlesFold } from './titles-fold.due.js';

const { find } = searchContract('settlement');

let settlement: ServiceFixture;
let network: Network;
let pools: CostPoolView[];

beforeAll(async () => {
  settlement = await startSettlement();
  network = await knownNetwork(settlement, 3);
  const [first, second] = network.unions;
  if (first === undefined || second === undefined) throw new Error('there are three');
  pools = [];
  for (const parties of [[first], [first, second]]) {
    const activityId = await knownActivity(settlement, { parties, rule: { kind: 'equal' } });
    pools.push(await settlement.ask(costPoolContract.create, { activityId }, holder('finance', first)));
  }
  await fold();
});
afterAll(() => settlement.stop());

/** As the due work does, without waiting for it. */
function fold(): Promise<unknown> {
  return settlement.app
    .get(Transactions)
    .system(continueTrace(undefined), (tx) => settlement.app.get(TitlesFold).fold(tx, 'all'));
}

const financeAt = (place: number): Actor => holder('finance', network.unions[place] ?? network.root);

async function found(q: string, actor: Actor) {
  const { groups } = await settlement.ask(find, { q }, actor);
  return groups.flatMap(({ items }) => items.map(({ id, match }) => [id, match]));
}

it('finds the pools whose list a reader sees, the newest first, by title and pinyin of their activity', async () => {
  const [older, newer] = pools.map(({ id }) => id);
  expect(await found('夏季运动会', financeAt(0))).toEqual([
    [newer, 'exact'],
    [older, 'exact'],
  ]);
  expect(await found('xjydh', financeAt(1))).toEqual([[newer, 'prefix']]);
  expect(await found('运动', financeAt(1))).toEqual([[newer, 'contains']]);
  expect(await found('运动', holder('auditor', network.root))).toHaveLength(2);
});

it('finds nothing for a union that takes no part, and for members', async () => {
  expect(await found('夏季运动会', financeAt(2))).toEqual([]);
  expect(await found('夏季运动会', actorWith({}))).toEqual([]);
});

it('shows the state and the union of a pool', async () => {
  const { groups } = await settlement.ask(find, { q: '夏季', limit: 1 }, financeAt(0));
  expect(groups).toEqual([
    {
      kind: 'costPool',
      items: [
        {
          id: pools[1]?.id,
          title: '夏季运动会',
          match: 'prefix',
          unionName: '工会A',
          state: pools[1]?.state,
          at: null,
        },
      ],
      hasMore: true,
    },
  ]);
});

it('finds a shared bill by its own title, for those who share it alone', async () => {
  const [first, second] = network.unions.map(({ id }) => ({ kind: 'union', id }) as const);
  if (first === undefined || second === undefined) throw new Error('there are three');
  const bill = await settlement.ask(
    sharedBillContract.open,
    {
      title: '运动服合买',
      amount: toWire(60_000n),
      payer: first,
      parties: [{ party: first }, { party: second }],
      incomeKind: 'dues',
      expenseCode: '1.3',
    },
    financeAt(0),
  );
  await fold();
  expect(await found('ydfhm', financeAt(1))).toEqual([[bill.id, 'prefix']]);
  expect(await found('运动服合买', financeAt(2))).toEqual([]);
  // Among the pools of activities: the closest first, whatever they are.
  expect((await found('运动', financeAt(1))).map(([, match]) => match)).toEqual(['prefix', 'contains']);
});
