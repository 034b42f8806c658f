import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  DuesPaymentsView,
  DuesPaymentView,
  DuesRuleView,
  DuesView,
} from '@gongxiang/contracts/membership/dues/dues.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import { shanghaiDate } from '@gongxiang/domain';
import { officerOf, unionOf, type World } from '../tools/world.js';

const wageFen = '567890';
const ruleFrom = '2026-01';
/** Whoever of the roster pays; `worker` is the second. */
const payers = { from: 1, to: 6 };

/** Half a percent of the base wage; some members have paid. Payments of an earlier run stay. */
export async function keepDues(world: World): Promise<void> {
  await world.report.step('会费：规则、登记缴费、收据连号 / Dues: a rule, payments and their receipts', () =>
    haveThemPaid(world),
  );
}

async function haveThemPaid(world: World): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const { id: unionId } = unionOf(world, 'zhonggong');
  const rules = await client.get<Page<DuesRuleView>>(`/dues-rules?union=${unionId}`);
  if (rules.items.length === 0) {
    const terms = { kind: 'rate', percent: '0.5' };
    await client.post<DuesRuleView>('/dues-rules', { unionId, fromMonth: ruleFrom, ...terms });
  }
  const receipts = `/dues-payments?union=${unionId}`;
  const before = await client.get<Page<DuesPaymentView>>(receipts);
  if (before.items.length === 0) await recordDues(world, unionId);
  const { items } = await client.get<Page<DuesPaymentView>>(`${receipts}&limit=200`);
  const numbers = items.map(({ receiptNumber }) => receiptNumber).toReversed();
  world.report.figure('receipts of dues', numbers.length);
  world.report.prove(
    'receipts of dues are numbered without gaps',
    numbers.length > 0 && numbers.every((number, index) => number === index + 1),
  );
}

async function recordDues(world: World, unionId: string): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const paying = world.rosters.get('zhonggong')?.slice(payers.from, payers.to) ?? [];
  const payments: { readonly memberId: string; readonly amount: DuesView['due'] }[] = [];
  for (const { residentNumber } of paying) {
    const { items } = await client.get<Page<MemberView>>(`/members?q=${residentNumber}`);
    const memberId = items[0]?.id ?? '';
    const dues = await client.put<DuesView>(`/members/${memberId}/dues`, {
      fromMonth: ruleFrom,
      monthlyBaseWage: { amount: wageFen, currency: 'CNY' },
    });
    // A member who joined only now owes this month alone.
    if (dues.monthly !== null) payments.push({ memberId, amount: dues.monthly });
  }
  const paidOn = shanghaiDate(new Date());
  await client.post<DuesPaymentsView>('/dues-payments', { unionId, paidOn, payments });
}
