import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  DisclosurePreviewView,
  DisclosureView,
} from '@gongxiang/contracts/settlement/accounts/disclosure.contract';
import type { VouchersView } from '@gongxiang/contracts/settlement/accounts/voucher.contract';
import type {
  BudgetReportView,
  BudgetSummaryView,
  BudgetView,
} from '@gongxiang/contracts/settlement/funding/budget.contract';
import { fenOf } from '../tools/client.js';
import { officerOf, unionOf, type World } from '../tools/world.js';

const lines = [
  { expenseCode: '1.2', amount: yuan(3_000_000n), note: '运动会、读书会' },
  { expenseCode: '1.1', amount: yuan(800_000n), note: '技能讲座' },
  { expenseCode: '2.5', amount: yuan(1_200_000n), note: '送温暖、送清凉' },
];

/** A union plans its year, is held to it, and tells its members what became of their money. */
export async function tellTheYear(world: World): Promise<void> {
  await world.report.step('预算、公开与凭证 / A budget, a disclosure and vouchers', async () => {
    const budget = await adopted(world);
    await against(world, budget);
    await disclose(world);
    await enter(world);
  });
}

/** Adopted by somebody else than its submitter; a second walk finds it there. */
async function adopted(world: World): Promise<string> {
  const { client } = officerOf(world, 'zhonggong');
  const unionId = unionOf(world, 'zhonggong').id;
  const address = `/budgets?union=${unionId}&year=${thisYear()}&state=adopted`;
  const [there] = (await client.get<Page<BudgetSummaryView>>(address)).items;
  if (there !== undefined) return there.id;
  const { id } = await client.post<BudgetView>('/budgets', { unionId, year: thisYear(), lines });
  await client.decide<BudgetView>(`/budgets/${id}/submit`);
  await officerOf(world, 'approver').client.decide<BudgetView>(`/budgets/${id}/adopt`);
  return id;
}

async function against(world: World, budgetId: string): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const { total, codes } = await client.get<BudgetReportView>(`/budgets/${budgetId}/report`);
  world.report.yuan('planned', fenOf(total.planned));
  world.report.yuan('borne', fenOf(total.borne));
  const sums = codes.reduce((sum, { borne }) => sum + fenOf(borne), 0n);
  world.report.prove('planned − borne = left, and the codes make the total', isWhole(total, sums));
}

function isWhole(total: BudgetReportView['total'], ofCodes: bigint): boolean {
  return fenOf(total.planned) - fenOf(total.borne) === fenOf(total.left) && ofCodes === fenOf(total.borne);
}

async function disclose(world: World): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const year = { unionId: unionOf(world, 'zhonggong').id, year: thisYear() };
  const preview = await client.post<DisclosurePreviewView>('/disclosures/preview', year);
  if (preview.isUnchanged) return;
  const reason = preview.number === 1 ? {} : { reason: '新增活动费用' };
  const made = await client.post<DisclosureView>('/disclosures', { ...year, ...reason });
  world.report.figure('activities disclosed', made.content.activities.length);
  world.report.prove(
    'what is disclosed is what was previewed, by its hash',
    made.contentHash === preview.contentHash,
  );
}

async function enter(world: World): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const period = `from=${thisYear()}-01-01&to=${thisYear()}-12-31`;
  const { debit, credit } = await client.get<VouchersView>(
    `/vouchers?union=${unionOf(world, 'zhonggong').id}&${period}`,
  );
  world.report.prove('the vouchers’ debits are their credits', debit.amount === credit.amount);
}

function yuan(fen: bigint) {
  return { amount: String(fen), currency: 'CNY' };
}

function thisYear(): number {
  return Number(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4));
}
