import { createHash } from 'node:crypto';
import type { CostItemView, CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { CostUseDto } from '@gongxiang/contracts/settlement/cost-use';
import type { PartyDto } from '@gongxiang/contracts/words/party';
import { fenOf, money, Refusal } from '../tools/client.js';
import { financeOf, idOf, officerOf, unionParty, type World } from '../tools/world.js';

export interface Bill {
  readonly title: string;
  readonly fen: number;
  readonly payer: (world: World) => PartyDto;
  /** What it was for, where rules of spending ask. */
  readonly use?: CostUseDto;
}

const merchant = (world: World): PartyDto => ({ kind: 'organisation', id: idOf(world, 'merchant') });

/** What was expected beforehand, by expense code: 11,000 + 5,000 = 16,000 yuan. */
const familyDayPlan = [
  { title: '场地、材料与保险', expenseCode: '1.2', amount: money(1_100_000) },
  { title: '午餐与饮水', expenseCode: '1.4', amount: money(500_000) },
];

/** 3,200 + 6,450 + 5,400 + 1,600 + 2,000 = 18,650 yuan. */
export const familyDayBills: readonly Bill[] = [
  { title: '场地布置与设备', fen: 320_000, payer: (world) => unionParty(world, 'zhonggong') },
  { title: '亲子手工材料', fen: 645_000, payer: merchant },
  { title: '午餐与饮水', fen: 540_000, payer: (world) => unionParty(world, 'lvyuan') },
  { title: '活动保险', fen: 160_000, payer: (world) => unionParty(world, 'hengda') },
  { title: '讲解与摄影', fen: 200_000, payer: (world) => unionParty(world, 'zhonggong') },
];

const billTotal = 1_865_000n;

/** Bills with receipts, shares by who came, approval by a second person. */
export async function payTheBills(world: World): Promise<void> {
  await world.report.step(
    '费用 18,650.00 元：凭据、分摊、双人审批 / The bills: receipts, shares, two-person approval',
    async () => {
      const pool = await settleCosts(world, {
        activity: 'familyDay',
        organiser: 'zhonggong',
        bills: familyDayBills,
        planned: familyDayPlan,
      });
      world.ids.set('familyDay:pool', pool.id);
      showShares(world, pool);
      const shares = pool.shares.reduce((sum, share) => sum + fenOf(share.amount), 0n);
      const subsidy = pool.subsidy === null ? 0n : fenOf(pool.subsidy);
      world.report.yuan('subsidy first', subsidy);
      world.report.prove(
        'shares + subsidy = bill = 18,650.00 元, to the fen',
        shares + subsidy === billTotal && pool.total !== null && fenOf(pool.total) === billTotal,
      );
      world.report.prove(
        'the heads in the shares are the heads that came',
        pool.shares.reduce((sum, share) => sum + (share.headcount ?? 0), 0) ===
          Number(idOf(world, 'familyDay:heads')),
      );
    },
  );
}

export function showShares(world: World, pool: CostPoolView): void {
  for (const share of pool.shares) {
    const heads = share.headcount === null ? '' : `，到场 ${share.headcount} 人`;
    world.report.yuan(`  ${share.party.name}${heads}`, fenOf(share.amount));
  }
  const trace = pool.shares[0]?.trace.join('；');
  if (trace) world.report.figure('why', trace);
}

/** From the first receipt to the posted entry. */
export async function settleCosts(
  world: World,
  plan: {
    readonly activity: string;
    readonly organiser: string;
    readonly bills: readonly Bill[];
    /** What has to be done about the pool before it can be submitted. */
    readonly beforeSubmit?: (world: World, costPoolId: string) => Promise<void>;
    readonly planned?: readonly object[];
  },
): Promise<CostPoolView> {
  const finance = officerOf(world, plan.organiser).client;
  const pool = await finance.post<CostPoolView>('/cost-pools', { activityId: idOf(world, plan.activity) });
  for (const item of plan.planned ?? []) await finance.post(`/cost-pools/${pool.id}/planned-items`, item);
  for (const [index, bill] of plan.bills.entries()) await addBill(world, pool.id, bill, index);
  await finance.post<CostPoolView>(`/cost-pools/${pool.id}/shares`);
  await plan.beforeSubmit?.(world, pool.id);
  await finance.decide<CostPoolView>(`/cost-pools/${pool.id}/submit`);
  world.report.prove(
    'whoever submits cannot approve',
    await isOwnApprovalRefused(world, plan.organiser, pool.id),
  );
  return officerOf(world, 'approver').client.decide<CostPoolView>(`/cost-pools/${pool.id}/approve`);
}

/** Each payer enters its own bills; a merchant's are entered by the union behind it. */
export async function addBill(
  world: World,
  poolId: string,
  bill: Bill,
  index: number,
): Promise<CostItemView> {
  const payer = bill.payer(world);
  const clerk = financeOf(world, payer.id).client;
  const receipt = `%PDF-1.4 ${bill.title} ${bill.fen} ${poolId}`;
  const file = await clerk.upload(`${index}.pdf`, receipt, 'application/pdf');
  return clerk.post<CostItemView>(`/cost-pools/${poolId}/items`, {
    payer,
    title: bill.title,
    amount: money(bill.fen),
    incomeKind: 'allotment',
    expenseCode: '1.2',
    use: bill.use ?? null,
    receipt: { fileKey: file.key, sha256: file.sha256, invoiceNumber: invoiceNumber(poolId, index) },
  });
}

function invoiceNumber(poolId: string, index: number): string {
  return createHash('sha256')
    .update(`${poolId}:${index}`)
    .digest('hex')
    .replace(/\D/g, '')
    .padEnd(20, '7')
    .slice(0, 20);
}

async function isOwnApprovalRefused(world: World, organiser: string, poolId: string): Promise<boolean> {
  try {
    await officerOf(world, organiser).client.decide(`/cost-pools/${poolId}/approve`);
    return false;
  } catch (error) {
    return error instanceof Refusal && error.status >= 400 && error.status < 500;
  }
}
