import type { CostItemView, CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { newId } from '@gongxiang/domain';
import { type AccessRow, type AccessWorld, idOf, versionAt } from './access-world.js';
import { ask } from './ask.js';
import { billedFen, billOf } from './fixtures.js';

const source = { title: '基层工会经费收支管理办法', number: '总工办发〔2017〕32号', isVerified: false };
const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const words = {
  name: '经费使用规定',
  source,
  validFrom: '2020-01-01',
  rules: [{ key: 'prize', kind: 'prizeAmount', source, amount: yuan('40000') }],
};
const setPath = (world: AccessWorld): string => `/fund-rule-sets/${idOf(world, 'setId')}`;

/** A set that is tended by the officers of `near`; what is published may be read by everybody. */
export const fundRuleRows: readonly AccessRow[] = [
  {
    route: 'POST /fund-rule-sets',
    expected: [401, 403, 403, 201],
    request: ({ network }) => ({ body: { unionId: network.near.id, ...words } }),
    keep: 'setId',
  },
  { route: 'GET /fund-rule-sets', expected: [401, 200, 200, 200] },
  // A draft is there for those who tend it.
  { route: 'GET /fund-rule-sets/{setId}', expected: [401, 404, 404, 200] },
  {
    route: 'PUT /fund-rule-sets/{setId}',
    expected: [401, 404, 404, 200],
    request: async (world) => ({ ifMatch: await versionAt(world, setPath(world)), body: words }),
  },
  {
    route: 'POST /fund-rule-sets/{setId}/trial',
    expected: [401, 404, 404, 200],
    request: () => ({ body: { year: 2026 } }),
  },
  { route: 'POST /fund-rule-sets/{setId}/publish', expected: [401, 404, 404, 200] },
  { route: 'GET /fund-rule-sets/{setId}', expected: [401, 200, 200, 200] },
  { route: 'POST /fund-rule-sets/{setId}/copy', expected: [401, 403, 403, 201] },
];

/** A bill of a prize of 1,000 yuan in a pool that is opened anew, which the set of `near` stops. */
async function addDearPrize(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const activityId = idOf(world, 'activityId');
  const { id } = await client.post<CostPoolView>('/cost-pools', { activityId });
  world.ids.set('costPoolId', id);
  const file = await client.upload('prize.pdf', `%PDF-1.4 ${newId()}`, 'application/pdf');
  const prizes = [{ grade: 'first', count: 1, unit: yuan(String(billedFen)) }];
  const item = await client.post<CostItemView>(`/cost-pools/${id}/items`, {
    ...billOf(world.network.near, file),
    use: { kind: 'prize', recipients: 1, prizes },
  });
  world.ids.set('dearItemId', item.id);
}

/** It is taken out again, so that what comes after finds an empty pool. */
async function removeDearPrize(world: AccessWorld): Promise<void> {
  const path = `/cost-pools/${idOf(world, 'costPoolId')}`;
  const ifMatch = await versionAt(world, path);
  const { token } = world.people.keeper;
  const { gatewayUrl } = world.platform;
  await ask(gatewayUrl, 'DELETE', `${path}/items/${idOf(world, 'dearItemId')}`, { token, ifMatch });
}

/** Let pass by the approver of the district, above the union that pays. */
export const fundRuleCheckRows: readonly AccessRow[] = [
  {
    route: 'GET /cost-pools/{costPoolId}/fund-rule-check',
    expected: [401, 404, 404, 200],
    before: addDearPrize,
  },
  {
    route: 'POST /cost-pools/{costPoolId}/fund-rule-overrides',
    expected: [401, 404, 404, 201],
    right: 'approver',
    request: (world) => ({
      body: {
        itemId: idOf(world, 'dearItemId'),
        setId: idOf(world, 'setId'),
        ruleKey: 'prize',
        reason: '全区首届职工技能大赛，经研究同意',
      },
    }),
    keep: 'overrideId',
  },
  {
    route: 'POST /cost-pools/{costPoolId}/fund-rule-overrides/{overrideId}/withdraw',
    sees: '/cost-pools/{costPoolId}',
    expected: [401, 404, 404, 200],
    right: 'approver',
  },
  {
    route: 'GET /cost-pools/{costPoolId}/fund-rule-check',
    expected: [401, 404, 404, 200],
    before: removeDearPrize,
  },
];
