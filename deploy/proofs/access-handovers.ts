import { randomUUID } from 'node:crypto';
import type { GrantView } from '@gongxiang/contracts/sharing/lending/grant.contract';
import type { HandoverView } from '@gongxiang/contracts/sharing/lending/handover.contract';
import type { DamageView } from '@gongxiang/contracts/sharing/lending/loan-damage.contract';
import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { type AccessRow, type AccessWorld, idOf, type RowRequest } from './access-world.js';
import { until } from '../demo/tools/world.js';
import { inDays, withDatabase } from './fixtures.js';
import { png } from './one-pixel.js';

const signedIn = [401, 200, 200, 200] as const;
const byKeeper = [401, 403, 403, 200] as const;
/** A loan is the matter of its two sides: to all others it does not exist. */
const hidden = [401, 404, 404, 200] as const;
const hiddenMade = [401, 404, 404, 201] as const;

/** A thing of its own for each loan, so that none is in the way of another; the keeper decides on each. */
async function lend(world: AccessWorld): Promise<void> {
  const { keeper, coHost } = world.people;
  const owner = { kind: 'union', id: world.network.near.id };
  const thing = { owner, title: '无线话筒', function: 'facility', businesses: ['culture'] };
  const { id: resourceId } = await keeper.client.post<ResourceView>('/resources', thing);
  const term = { from: inDays(-1), until: inDays(90) };
  const right = { to: { kind: 'everyone' }, ...term, approval: 'custodian', price: { kind: 'free' } };
  await keeper.client.post<GrantView>(`/resources/${resourceId}/grants`, right);
  const loan = await coHost.client.post<LoanView>('/loans', {
    borrowerUnionId: world.network.next.id,
    resourceId,
    purpose: '职工运动会',
    startsAt: inDays(1),
    endsAt: inDays(2),
  });
  await keeper.client.decide<LoanView>(`/loans/${loan.id}/approve`);
  world.ids.set('loanId', loan.id);
}

async function passOn(world: AccessWorld, direction: 'out' | 'back'): Promise<void> {
  const path = `/loans/${idOf(world, 'loanId')}/handovers`;
  const body = { operationId: randomUUID(), direction };
  world.ids.set('handoverId', (await world.people.keeper.client.post<HandoverView>(path, body)).id);
}

async function claim(world: AccessWorld): Promise<void> {
  const path = `/loans/${idOf(world, 'loanId')}/damages`;
  world.ids.set('damageId', (await world.people.keeper.client.post<DamageView>(path, damage)).id);
}

async function ask(world: AccessWorld): Promise<void> {
  await lend(world);
  const path = `/loans/${idOf(world, 'loanId')}/extension-requests`;
  const { id } = await world.people.coHost.client.post<{ id: string }>(path, { endsAt: inDays(3) });
  world.ids.set('extensionRequestId', id);
}

/** Settlement hears of a loan a moment after it was made. */
async function moneyKnown(world: AccessWorld): Promise<void> {
  await until(
    () =>
      withDatabase(world.platform, async (sql) => {
        const text = 'SELECT 1 FROM settlement.loan_ref WHERE id = $1';
        return (await sql.query(text, [idOf(world, 'loanId')])).rowCount === 1;
      }),
    'the loan in settlement',
  );
}

const damage = { note: '网罩凹陷', amount: { amount: '12000', currency: 'CNY' } };
const ofNear = (world: AccessWorld): RowRequest => ({ params: { unionId: world.network.near.id } });

/** From hand to hand, and what becomes of it. */
export const handoverRows: readonly AccessRow[] = [
  { route: 'GET /loan-desk', expected: signedIn },
  {
    route: 'POST /loans/{loanId}/handovers',
    expected: hiddenMade,
    before: lend,
    request: () => ({ body: { operationId: randomUUID(), direction: 'out', grade: 'good' } }),
    keep: 'handoverId',
  },
  { route: 'GET /loans/{loanId}/handovers', expected: hidden },
  {
    route: 'POST /loans/{loanId}/handovers/{handoverId}/pictures',
    expected: hiddenMade,
    before: async (world) => {
      const { client } = world.people.keeper;
      world.ids.set('conditionFile', (await client.upload('p.png', png, 'image/png')).key);
    },
    request: (world) => ({ body: { fileKey: idOf(world, 'conditionFile') } }),
    after: (world, answer) => {
      const { pictures } = answer as unknown as HandoverView;
      world.ids.set('conditionPictureId', pictures[0]?.id ?? '');
    },
  },
  {
    route: 'GET /loans/{loanId}/handovers/{handoverId}/pictures/{pictureId}/{width}',
    expected: hidden,
    request: (world) => ({ params: { pictureId: idOf(world, 'conditionPictureId'), width: '320' } }),
  },
  { route: 'POST /loans/{loanId}/handovers/{handoverId}/confirm', expected: hidden, right: 'coHost' },
  {
    route: 'POST /loans/{loanId}/handovers/{handoverId}/dispute',
    expected: hidden,
    right: 'coHost',
    before: (world) => passOn(world, 'back'),
    request: () => ({ body: { words: '交来时已有划痕' } }),
  },
  {
    route: 'POST /loans/{loanId}/damages',
    expected: hiddenMade,
    request: () => ({ body: damage }),
    keep: 'damageId',
  },
  { route: 'GET /loans/{loanId}/damages', expected: hidden },
  { route: 'GET /damages', expected: [401, 200, 200, 200], request: () => ({ query: 'waitingForMe=true' }) },
  {
    route: 'GET /handovers',
    expected: [401, 200, 200, 200],
    request: () => ({ query: 'waitingForMe=true' }),
  },
  { route: 'GET /loans/{loanId}/money', expected: hidden, before: moneyKnown },
  { route: 'POST /loans/{loanId}/damages/{damageId}/accept', expected: hidden, right: 'coHost' },
  {
    route: 'POST /loans/{loanId}/damages/{damageId}/withdraw',
    expected: hidden,
    request: () => ({ body: { reason: '已自行修好' } }),
  },
  {
    route: 'POST /loans/{loanId}/damages/{damageId}/dispute',
    expected: hidden,
    right: 'coHost',
    before: claim,
    request: () => ({ body: { reason: '交来时已有划痕' } }),
  },
  {
    route: 'POST /loans/{loanId}/damages/{damageId}/decide',
    expected: [401, 404, 404, 403],
    request: () => ({ body: { amount: { amount: '6000', currency: 'CNY' }, reason: '双方各担一半' } }),
    why: 'whoever claims it does not decide it: an officer above both sides does',
  },
  {
    route: 'POST /loans/{loanId}/extension-requests',
    expected: hiddenMade,
    right: 'coHost',
    before: lend,
    request: () => ({ body: { endsAt: inDays(3), reason: '活动加演一场' } }),
    keep: 'extensionRequestId',
  },
  { route: 'GET /loans/{loanId}/extension-requests', expected: hidden },
  { route: 'POST /loans/{loanId}/extension-requests/{extensionRequestId}/approve', expected: hidden },
  {
    route: 'POST /loans/{loanId}/extension-requests/{extensionRequestId}/refuse',
    expected: hidden,
    before: ask,
    request: () => ({ body: { reason: '之后要检修' } }),
  },
  {
    route: 'POST /loans/{loanId}/extension-requests/{extensionRequestId}/withdraw',
    expected: hidden,
    right: 'coHost',
    before: ask,
  },
  { route: 'GET /unions/{unionId}/overdue-rule', expected: signedIn, request: ofNear },
  {
    route: 'PUT /unions/{unionId}/overdue-rule',
    expected: byKeeper,
    request: (world) => ({ ...ofNear(world), body: { overdueBlock: 'sameOwner', graceHours: 24 } }),
  },
];
