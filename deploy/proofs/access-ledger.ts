import type { ClosureView } from '@gongxiang/contracts/settlement/accounts/account-closure.contract';
import { until } from '../demo/tools/world.js';
import { ask } from './ask.js';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { grantRole } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
const hidden = [401, 404, 404, 200] as const;
const hiddenMade = [401, 404, 404, 201] as const;
/** That there are months is no secret; what is in them is the network's. */
const rootsOwn = [401, 403, 403, 200] as const;
const right = 'operator' as const;

const thisMonth = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
const inThisMonth = (): { params: { month: string } } => ({ params: { month: thisMonth() } });

/** Approves and audits at the root from here on, where so far nobody does. */
async function rootTakesOffice({ network, platform }: AccessWorld): Promise<void> {
  const { personId, token } = network.operator;
  for (const role of ['approver', 'auditor'] as const) await grantRole(network, network.root, personId, role);
  await until(
    async () => (await ask(platform.gatewayUrl, 'GET', '/ledger/reconciliations', { token })).status === 200,
    'the new roles at the root',
  );
}

const closure = ({ network }: AccessWorld): object => ({
  party: { kind: 'union', id: network.districts[0].id },
  successor: { kind: 'union', id: network.root.id },
  reason: '机构撤并',
});

/** The strict ledger: months and proof at the root, limits by whoever stands above, the end of accounts by two. */
export const strictLedgerRows: readonly AccessRow[] = [
  { route: 'GET /ledger/periods', expected: rootsOwn, right, before: rootTakesOffice },
  { route: 'GET /ledger/periods/{month}', expected: rootsOwn, right, request: inThisMonth },
  {
    route: 'POST /ledger/periods/{month}/close',
    expected: [401, 404, 404, 409],
    right,
    request: inThisMonth,
    why: 'a month is closed when it is over',
  },
  {
    route: 'POST /ledger/periods/{month}/reopen',
    expected: [401, 404, 404, 409],
    right,
    request: () => ({ ...inThisMonth(), body: { reason: '复核凭证' } }),
    why: 'it is not closed',
  },
  { route: 'GET /ledger/amount-limits', expected: signedIn, right },
  {
    route: 'POST /ledger/amount-limits',
    expected: hiddenMade,
    right,
    request: ({ network }) => ({
      body: {
        unionId: network.near.id,
        reason: '年度内控要求',
        limit: { amount: '99999999', currency: 'CNY' },
      },
    }),
  },
  { route: 'GET /accounts/{accountId}/overdraft-rules', expected: hidden },
  {
    route: 'POST /accounts/{accountId}/overdraft-rules',
    expected: hiddenMade,
    right,
    request: () => ({ body: { limit: null, reason: '恢复不设限' } }),
  },
  { route: 'GET /ledger/seal', expected: hidden, right },
  { route: 'GET /ledger/reconciliations', expected: hidden, right },
  {
    route: 'POST /ledger/reconciliations',
    expected: [401, 404, 404, 202],
    right,
    keep: 'reconciliationId',
  },
  { route: 'GET /ledger/reconciliations/{reconciliationId}', expected: hidden, right },
  { route: 'GET /ledger/accounts-to-close', expected: signedIn },
  {
    route: 'POST /account-closures',
    expected: hiddenMade,
    request: (world) => ({ body: closure(world) }),
    keep: 'closureId',
  },
  { route: 'GET /account-closures', expected: signedIn },
  { route: 'GET /account-closures/{closureId}', expected: hidden },
  { route: 'POST /account-closures/{closureId}/withdraw', expected: hidden },
  {
    route: 'POST /account-closures/{closureId}/approve',
    expected: hidden,
    right: 'approver',
    before: async (world) => {
      const { client } = world.people.keeper;
      const { id } = await client.post<ClosureView>('/account-closures', closure(world));
      world.ids.set('closureId', id);
    },
  },
  {
    route: 'GET /accounts/{accountId}',
    expected: hidden,
    request: (world) => ({ params: { accountId: idOf(world, 'accountId') }, query: 'asOf=2026-11-01' }),
  },
];
