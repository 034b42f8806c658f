import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  BankLineView,
  BankStatementView,
} from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import type { NettingRunView } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import type { PaymentView } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { duesReference, newId } from '@gongxiang/domain';
import { eventually } from '@gongxiang/testing';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { submitCosts } from './costs.js';
import { billedFen, confirmShares } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
/** Money is the matter of those whose it is: to all others it does not exist. */
const hidden = [401, 404, 404, 200] as const;
const hiddenMade = [401, 404, 404, 201] as const;

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** `next` owes `near` half of a bill of another activity, and a run proposes that it pays. */
async function oweAndPropose(world: AccessWorld): Promise<void> {
  const costPoolId = await submitCosts(world);
  await world.people.approver.client.decide(`/cost-pools/${costPoolId}/approve`);
  await confirmShares(world.people.keeper, costPoolId);
  await propose(world);
}

async function propose(world: AccessWorld): Promise<void> {
  const run = await world.people.keeper.client.post<NettingRunView>('/netting-runs', {
    mode: 'bilateral',
    periodFrom: today(),
    periodTo: today(),
    unionId: world.network.districts[0].id,
  });
  world.ids.set('nettingRunId', run.id);
}

async function openPayment(world: AccessWorld): Promise<void> {
  const { keeper, approver } = world.people;
  await propose(world);
  await approver.client.decide(`/netting-runs/${idOf(world, 'nettingRunId')}/confirm`);
  const query = `nettingRunId=${idOf(world, 'nettingRunId')}`;
  const { items } = await keeper.client.get<Page<PaymentView>>(`/payments?${query}`);
  world.ids.set('paymentId', items[0]?.id ?? '');
}

/** What the bank of `near` says: half of a bill has come. */
async function statementOf({ people, network }: AccessWorld): Promise<object> {
  const half = billedFen / 2;
  const yuan = `${Math.floor(half / 100)}.${String(half % 100).padStart(2, '0')}`;
  const rows = ['交易日期,对方户名,借方发生额,贷方发生额,交易流水号', `${today()},工会,,${yuan},${newId()}`];
  const { key } = await people.keeper.client.upload('bank.csv', rows.join('\n'), 'text/csv');
  return { unionId: network.near.id, account: '基本户', fileKey: key };
}

async function importAgain(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const { id } = await client.post<BankStatementView>('/bank-statements', await statementOf(world));
  world.ids.set('bankStatementId', id);
}

/** Nobody has it: membership returns the line. */
const reference = duesReference({ year: 2026, number: 99_999_999 });

export async function assignDues(world: AccessWorld): Promise<void> {
  await importAgain(world);
  const path = `/bank-statements/${idOf(world, 'bankStatementId')}/assign-dues`;
  await world.people.keeper.client.decide(path, { number: 2, reference });
}

export async function untilDuesReturned(world: AccessWorld): Promise<void> {
  const path = `/bank-statements/${idOf(world, 'bankStatementId')}/lines`;
  await eventually(async () => {
    const { items } = await world.people.keeper.client.get<Page<BankLineView>>(path);
    if (items[0]?.dues?.state !== 'returned') throw new Error('the line has not come back yet');
  });
}

/** Who is frozen, what becomes of a run, which bills went into a transfer, and what the bank says. */
export const nettingLifeRows: readonly AccessRow[] = [
  {
    route: 'POST /party-freezes',
    expected: hiddenMade,
    right: 'approver',
    request: ({ network }) => ({
      body: { party: { kind: 'union', id: network.near.id }, reason: '审计期间暂停结算' },
    }),
    keep: 'partyFreezeId',
  },
  { route: 'GET /party-freezes', expected: signedIn },
  { route: 'GET /party-freezes/{partyFreezeId}', expected: hidden },
  {
    route: 'POST /party-freezes/{partyFreezeId}/release',
    expected: hidden,
    right: 'approver',
    request: () => ({ body: { reason: '审计已结束' } }),
  },
  {
    route: 'GET /netting-runs/{nettingRunId}/transfers/{number}',
    expected: hidden,
    before: oweAndPropose,
    request: () => ({ params: { number: '1' } }),
  },
  {
    route: 'POST /netting-runs/{nettingRunId}/withdraw',
    expected: hidden,
    request: () => ({ body: { reason: '漏选了两家单位' } }),
  },
  { route: 'GET /payments/{paymentId}/bills', expected: hidden, before: openPayment },
  {
    route: 'POST /bank-statements',
    expected: hiddenMade,
    request: async (world) => ({ body: await statementOf(world) }),
    keep: 'bankStatementId',
  },
  { route: 'GET /bank-statements', expected: signedIn },
  { route: 'GET /bank-statements/{bankStatementId}', expected: hidden },
  { route: 'GET /bank-statements/{bankStatementId}/lines', expected: hidden },
  {
    route: 'POST /bank-statements/{bankStatementId}/confirm-line',
    expected: hidden,
    request: (world) => ({ body: { number: 2, paymentId: idOf(world, 'paymentId') } }),
  },
  {
    route: 'POST /bank-statements/{bankStatementId}/assign-all-dues',
    expected: hidden,
    before: importAgain,
  },
  {
    route: 'POST /bank-statements/{bankStatementId}/assign-dues',
    expected: hidden,
    request: () => ({ body: { number: 2, reference } }),
  },
  {
    route: 'POST /bank-statements/{bankStatementId}/keep-dues',
    expected: [401, 404, 404, 409],
    before: untilDuesReturned,
    request: () => ({ body: { number: 2 } }),
    why: 'what nobody can be found for is kept for nobody',
  },
  {
    route: 'POST /bank-statements/{bankStatementId}/refund-dues',
    expected: hidden,
    request: () => ({ body: { number: 2, bankReference: '20261120-000126' } }),
  },
  {
    route: 'POST /bank-statements/{bankStatementId}/release-dues',
    expected: hidden,
    before: assignDues,
    request: () => ({ body: { number: 2 } }),
  },
  { route: 'POST /bank-statements/{bankStatementId}/undo', expected: hidden, before: importAgain },
];
