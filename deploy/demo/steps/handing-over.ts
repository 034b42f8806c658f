import { randomUUID } from 'node:crypto';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { LoanMoneyView } from '@gongxiang/contracts/settlement/bills/loan-money.contract';
import type { EntrySummaryView } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import type { ExtensionRequestView } from '@gongxiang/contracts/sharing/lending/extension-request.contract';
import type { GrantPriceDto } from '@gongxiang/contracts/sharing/lending/grant-terms';
import type { GrantView } from '@gongxiang/contracts/sharing/lending/grant.contract';
import type { HandoverView } from '@gongxiang/contracts/sharing/lending/handover.contract';
import type { DamagesView } from '@gongxiang/contracts/sharing/lending/loan-damage.contract';
import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { officerOf, unionOf, unionParty, until, type World } from '../tools/world.js';

const hourMs = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * hourMs).toISOString();

/** Things go from hand to hand: one comes back damaged and waits for an answer, one whole, one is to be handed over today. */
export async function lendThings(world: World): Promise<void> {
  await world.report.step(
    '交接台：双方确认、归还登记损坏、申请延期 / The handover desk: both hands, a damage, an extension asked for',
    async () => {
      const damaged = await comeBackDamaged(world);
      const asked = await waitForToday(world);
      const money = await comeBackWhole(world);
      world.report.figure('damage asked', `${damaged.items[0]?.note ?? ''} ¥120.00`);
      world.report.prove(
        'what came back damaged waits for the borrower’s answer, and an extension for the owner’s',
        damaged.items[0]?.state === 'claimed' && asked.state === 'asked',
      );
      world.report.figure('deposit held, released; fee', '¥200.00, ¥200.00; ¥30.00');
      world.report.prove(
        'a deposit was held at the hand-over and released at the end of the loan, and its fee is owed',
        money.released.amount === '20000' && money.held.amount === '0' && money.owed.amount === '3000',
      );
    },
  );
}

async function comeBackDamaged(world: World): Promise<DamagesView> {
  const owner = officerOf(world, 'zhonggong').client;
  const borrower = officerOf(world, 'shuxiang').client;
  const loan = await lent(world, {
    title: '无线话筒与便携音响',
    by: 'shuxiang',
    purpose: '职工朗诵排练',
    startsAt: inHours(0.2),
    endsAt: inHours(4),
  });
  const path = `/loans/${loan.id}/handovers`;
  const out = { operationId: randomUUID(), direction: 'out', grade: 'good', condition: '外观完好，附件齐全' };
  const { id } = await owner.post<HandoverView>(path, out);
  await borrower.decide<HandoverView>(`${path}/${id}/confirm`, {}, { sees: path });
  await owner.post<HandoverView>(path, {
    operationId: randomUUID(),
    direction: 'back',
    grade: 'damaged',
    condition: '主机完好',
    damage: { note: '话筒网罩凹陷', amount: { amount: '12000', currency: 'CNY' } },
  });
  return borrower.get<DamagesView>(`/loans/${loan.id}/damages`);
}

/** With a deposit and a fee: both hands agree, so that the loan is closed and its fee is owed. */
async function comeBackWhole(world: World): Promise<LoanMoneyView> {
  const owner = officerOf(world, 'zhonggong').client;
  const borrower = officerOf(world, 'hengda').client;
  const loan = await lent(world, {
    title: '投影幕布与激光投影仪',
    by: 'hengda',
    purpose: '安全生产月培训',
    startsAt: inHours(0.2),
    endsAt: inHours(20),
    price: {
      kind: 'fee',
      fee: { amount: '3000', currency: 'CNY' },
      per: 'day',
      deposit: { amount: '20000', currency: 'CNY' },
    },
  });
  const path = `/loans/${loan.id}/handovers`;
  for (const direction of ['out', 'back']) {
    const { id } = await owner.post<HandoverView>(path, {
      operationId: randomUUID(),
      direction,
      grade: 'good',
    });
    await borrower.decide<HandoverView>(`${path}/${id}/confirm`, {}, { sees: path });
  }
  await until(async () => {
    const { items } = await borrower.get<Page<EntrySummaryView>>('/ledger/entries?kind=loanFee');
    return items.some(({ sourceId }) => sourceId === loan.id);
  }, 'the fee of a loan in the ledger');
  return borrower.get<LoanMoneyView>(`/loans/${loan.id}/money`);
}

async function waitForToday(world: World): Promise<ExtensionRequestView> {
  const loan = await lent(world, {
    title: '折叠展架',
    by: 'hengda',
    purpose: '安全月图片展',
    startsAt: inHours(0.5),
    endsAt: inHours(26),
  });
  const wish = { endsAt: inHours(50), reason: '展览加开一天' };
  return officerOf(world, 'hengda').client.post<ExtensionRequestView>(
    `/loans/${loan.id}/extension-requests`,
    wish,
  );
}

interface Lent {
  readonly title: string;
  readonly by: string;
  readonly purpose: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly price?: GrantPriceDto;
}

/** Something new of the large union, lent to a small one by a right of which its custodian decides each time. */
async function lent(world: World, { title, by, purpose, startsAt, endsAt, price }: Lent): Promise<LoanView> {
  const owner = officerOf(world, 'zhonggong').client;
  const { id: resourceId } = await owner.post<ResourceView>('/resources', {
    owner: unionParty(world, 'zhonggong'),
    title,
    function: 'facility',
    businesses: ['culture'],
    district: '青林区',
    place: '钢桥大道 8 号',
  });
  await owner.post<GrantView>(`/resources/${resourceId}/grants`, {
    to: { kind: 'everyone' },
    from: inHours(-1),
    until: inHours(24 * 90),
    price: price ?? { kind: 'free' },
    approval: 'custodian',
  });
  const loan = await officerOf(world, by).client.post<LoanView>('/loans', {
    borrowerUnionId: unionOf(world, by).id,
    resourceId,
    startsAt,
    endsAt,
    purpose,
  });
  return owner.decide<LoanView>(`/loans/${loan.id}/approve`);
}
