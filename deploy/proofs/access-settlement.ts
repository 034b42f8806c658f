import type { Page } from '@gongxiang/contracts/core/contract';
import type { CostItemView, CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { NettingRunView } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import type { PaymentView } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import type { AccountView, EntrySummaryView } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { newId } from '@gongxiang/domain';
import { until } from '../demo/tools/world.js';
import { type Answer, ask } from './ask.js';
import { type AccessRow, type AccessWorld, idOf, versionAt } from './access-world.js';
import { billOf, confirmShares, withDatabase } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
/** Money is the matter of those whose it is: to all others it does not exist. */
const hidden = [401, 404, 404, 200] as const;
const hiddenMade = [401, 404, 404, 201] as const;

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** The close comes after the agreement in the stream, so with it all is there that a cost pool needs. */
async function factsArrived(world: AccessWorld): Promise<void> {
  await until(
    () =>
      withDatabase(world.platform, async (sql) => {
        const text = 'SELECT 1 FROM settlement.activity_close WHERE activity_id = $1';
        return (await sql.query(text, [idOf(world, 'activityId')])).rowCount === 1;
      }),
    'the close of the activity',
  );
}

async function itemOf(world: AccessWorld, file?: { key: string; sha256: string }): Promise<object> {
  const { client } = world.people.keeper;
  const receipt = file ?? (await client.upload('r.pdf', `%PDF-1.4 ${newId()}`, 'application/pdf'));
  return billOf(world.network.near, receipt);
}

/** The co-host's finance gets what the keeper has uploaded; a file that is another person's is nobody's receipt. */
async function receiptIsWhole(world: AccessWorld): Promise<void> {
  const { keeper, coHost } = world.people;
  const receiptOf = (itemId: string): Promise<Answer> =>
    ask(world.platform.gatewayUrl, 'GET', `${poolPath(world)}/items/${itemId}/receipt`, {
      token: coHost.token,
    });
  const seen = await receiptOf(idOf(world, 'itemId'));
  const disposition = seen.headers.get('content-disposition') ?? '';
  const isWhole = /^%PDF-1\.4 [-0-9a-f]+$/.test(seen.text) && /filename="\d{20}\.pdf"/.test(disposition);
  if (!isWhole || seen.headers.get('content-type') !== 'application/pdf')
    throw new Error(`the receipt is not what was uploaded: ${seen.status} ${disposition} ${seen.text}`);
  const theirs = await coHost.client.upload('their.pdf', '%PDF-1.4 of another person', 'application/pdf');
  const item = await itemOf(world, theirs);
  const { id } = await keeper.client.post<CostItemView>(`${poolPath(world)}/items`, item);
  const stolen = await receiptOf(id);
  if (stolen.status !== 404)
    throw new Error(`a file of another person passes as a receipt: ${stolen.status}`);
}

const poolPath = (world: AccessWorld): string => `/cost-pools/${idOf(world, 'costPoolId')}`;

async function entryOf(world: AccessWorld): Promise<void> {
  const { items } = await world.people.keeper.client.get<Page<EntrySummaryView>>(
    '/ledger/entries?kind=costs',
  );
  world.ids.set('entryId', items.at(-1)?.id ?? '');
}

/** Costs: drafted by the organiser's union, approved by somebody else there. */
export const costRows: readonly AccessRow[] = [
  {
    route: 'POST /cost-pools',
    expected: hiddenMade,
    before: factsArrived,
    request: (world) => ({ body: { activityId: idOf(world, 'activityId') } }),
    keep: 'costPoolId',
  },
  { route: 'GET /cost-pools', expected: signedIn },
  { route: 'GET /cost-pools/{costPoolId}', expected: hidden },
  {
    route: 'POST /cost-pools/{costPoolId}/items',
    expected: hiddenMade,
    request: async (world) => ({ body: await itemOf(world) }),
    keep: 'itemId',
  },
  {
    route: 'GET /cost-pools/{costPoolId}/items/{itemId}/receipt',
    expected: hidden,
    before: receiptIsWhole,
  },
  { route: 'GET /cost-pools/{costPoolId}/items', expected: hidden },
  {
    route: 'DELETE /cost-pools/{costPoolId}/items/{itemId}',
    expected: hidden,
    before: async (world) => {
      const { client } = world.people.keeper;
      const item = await client.post<CostItemView>(`${poolPath(world)}/items`, await itemOf(world));
      world.ids.set('itemId', item.id);
    },
    request: async (world) => ({ ifMatch: await versionAt(world, poolPath(world)) }),
  },
  { route: 'POST /cost-pools/{costPoolId}/shares', expected: hidden },
  { route: 'POST /cost-pools/{costPoolId}/submit', expected: hidden },
  {
    route: 'POST /cost-pools/{costPoolId}/return',
    expected: hidden,
    right: 'approver',
    request: () => ({ body: { reason: '缺少场地发票' } }),
  },
  {
    route: 'POST /cost-pools/{costPoolId}/approve',
    expected: hidden,
    right: 'approver',
    before: async (world) => {
      const { client } = world.people.keeper;
      await client.post(`${poolPath(world)}/shares`);
      await client.decide(`${poolPath(world)}/submit`);
    },
  },
];

async function settleAgain(world: AccessWorld): Promise<void> {
  const { keeper, approver } = world.people;
  const activityId = idOf(world, 'activityId');
  const pool = await keeper.client.post<CostPoolView>('/cost-pools', { activityId });
  world.ids.set('costPoolId', pool.id);
  await keeper.client.post(`${poolPath(world)}/items`, await itemOf(world));
  await keeper.client.post(`${poolPath(world)}/shares`);
  await keeper.client.decide(`${poolPath(world)}/submit`);
  await approver.client.decide(`${poolPath(world)}/approve`);
  await confirmShares(keeper, pool.id);
}

/** The ledger, read by the unions whose accounts they are. */
export const ledgerRows: readonly AccessRow[] = [
  { route: 'GET /accounts', expected: signedIn },
  {
    route: 'GET /accounts/{accountId}',
    expected: hidden,
    before: async (world) => {
      const { items } = await world.people.keeper.client.get<Page<AccountView>>('/accounts');
      world.ids.set('accountId', items[0]?.id ?? '');
    },
  },
  { route: 'GET /accounts/{accountId}/postings', expected: hidden },
  { route: 'GET /ledger/entries', expected: signedIn },
  { route: 'GET /ledger/entries/{entryId}', expected: hidden, before: entryOf },
  {
    route: 'POST /ledger/entries/{entryId}/reverse',
    expected: hiddenMade,
    right: 'approver',
    request: () => ({ body: { reason: '发票重复入账' } }),
  },
  { route: 'GET /ledger/trial-balance', expected: [401, 403, 403, 200], right: 'operator' },
  ...['json', 'xlsx', 'pdf'].map((format): AccessRow => ({
    route: 'GET /statements',
    expected: hidden,
    request: ({ network }) => ({
      query: `union=${network.near.id}&from=${today()}&to=${today()}&format=${format}`,
    }),
  })),
  {
    route: 'GET /statements',
    expected: hidden,
    request: (world) => ({
      query: `party=organisation:${idOf(world, 'organisationId')}&from=${today()}&to=${today()}`,
    }),
  },
];

const run = (world: AccessWorld): object => ({
  mode: 'fewest',
  periodFrom: today(),
  periodTo: today(),
  unionId: world.network.districts[0].id,
});

const account = {
  accountName: '青林区总工会',
  accountNumber: '3202015509000123456',
  bankName: '工商银行青林支行',
};

async function proposeAccount(world: AccessWorld): Promise<void> {
  const path = `/unions/${world.network.near.id}/payee-account`;
  await world.people.keeper.client.put(path, account, { ifMatch: await versionAt(world, path) });
}

async function paymentOfRun(world: AccessWorld): Promise<void> {
  const query = `nettingRunId=${idOf(world, 'nettingRunId')}`;
  const { items } = await world.people.keeper.client.get<Page<PaymentView>>(`/payments?${query}`);
  world.ids.set('paymentId', items[0]?.id ?? '');
}

/** What was never paid is netted once more, and the payer says this time that it was sent. */
async function netAgain(world: AccessWorld): Promise<void> {
  const { keeper, approver, coHost } = world.people;
  const next = await keeper.client.post<NettingRunView>('/netting-runs', run(world));
  world.ids.set('nettingRunId', next.id);
  await approver.client.decide(`/netting-runs/${next.id}/confirm`);
  await paymentOfRun(world);
  const sent = { bankReference: '20261120-000124' };
  await coHost.client.decide(`/payments/${idOf(world, 'paymentId')}/confirm-sent`, sent);
}

/** Netting in a district, and the transfers that come of it. `next` owes `near` half of what `near` paid. */
export const nettingRows: readonly AccessRow[] = [
  {
    route: 'POST /netting-runs',
    expected: [401, 403, 403, 201],
    before: settleAgain,
    request: (world) => ({ body: run(world) }),
    keep: 'nettingRunId',
  },
  {
    route: 'POST /netting-runs/preview',
    expected: [401, 403, 403, 200],
    request: (world) => ({ body: run(world) }),
  },
  {
    route: 'GET /unions/{unionId}/open-balances',
    expected: hidden,
    request: (world) => ({ params: { unionId: world.network.near.id } }),
  },
  {
    route: 'GET /unions/{unionId}/payee-account',
    expected: hidden,
    request: (world) => ({ params: { unionId: world.network.near.id } }),
  },
  {
    route: 'PUT /unions/{unionId}/payee-account',
    expected: hidden,
    request: (world) => ({
      params: { unionId: world.network.near.id },
      body: account,
      ifMatch: 0,
    }),
  },
  {
    route: 'POST /unions/{unionId}/payee-account/confirm',
    expected: hidden,
    right: 'approver',
    request: (world) => ({ params: { unionId: world.network.near.id } }),
  },
  {
    route: 'POST /unions/{unionId}/payee-account/withdraw',
    expected: hidden,
    before: proposeAccount,
    request: (world) => ({ params: { unionId: world.network.near.id } }),
  },
  { route: 'GET /netting-runs', expected: signedIn },
  { route: 'GET /netting-runs/{nettingRunId}', expected: hidden },
  { route: 'GET /netting-runs/{nettingRunId}/lines', expected: hidden },
  { route: 'POST /netting-runs/{nettingRunId}/confirm', expected: hidden, right: 'approver' },
  { route: 'GET /payments', expected: signedIn },
  { route: 'GET /payments/{paymentId}', expected: hidden, before: paymentOfRun },
  {
    route: 'POST /payments/{paymentId}/confirm-sent',
    expected: hidden,
    right: 'coHost',
    request: () => ({ body: { bankReference: '20261120-000123' } }),
  },
  {
    route: 'POST /payments/{paymentId}/fail',
    expected: hidden,
    right: 'approver',
    request: () => ({ body: { reason: '账户已注销，退票' } }),
  },
  { route: 'POST /payments/{paymentId}/confirm-received', expected: hidden, before: netAgain },
];
