import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  DuesPaymentsView,
  DuesPaymentView,
  DuesRuleView,
  DuesView,
} from '@gongxiang/contracts/membership/dues/dues.contract';
import type { LapseView } from '@gongxiang/contracts/membership/members/lapse.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import type {
  AssignedDuesView,
  BankLineView,
  BankStatementView,
} from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import { shanghaiDate } from '@gongxiang/domain';
import { isRefused } from '../tools/client.js';
import { financeOf, officerOf, unionOf, until, type World } from '../tools/world.js';

const wageFen = '567890';
const ruleFrom = '2026-01';
/** Whoever of the roster pays; `worker` is the second. */
const payers = { from: 1, to: 6 };
/** Whose wage is known, and who pays nothing. */
const neverPay = [payers.to + 2, payers.to + 3] as const;
/** Who pays by the bank, by their place in the roster: one a month, and one by mistake more than a year has. */
const byBank = [
  { at: payers.to, yuan: '28.35' },
  { at: payers.to + 1, yuan: '1000.00' },
] as const;

/** Half a percent of the base wage; some members have paid. Payments of an earlier run stay. */
export async function keepDues(world: World): Promise<void> {
  await world.report.step('会费：规则、登记缴费、收据连号 / Dues: a rule, payments and their receipts', () =>
    haveThemPaid(world),
  );
  await world.report.step('会费：银行流水按识别码登记 / Dues: lines of the bank, by their reference', () =>
    payByBank(world),
  );
  await world.report.step('会费：长期未缴费、未参加的先提醒 / Dues: who may lapse is warned first', () =>
    warnOfLapse(world),
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
    const { memberId, monthly } = await owes(world, residentNumber);
    // A member who joined only now owes this month alone.
    if (monthly !== null) payments.push({ memberId, amount: monthly });
  }
  const paidOn = shanghaiDate(new Date());
  await client.post<DuesPaymentsView>('/dues-payments', { unionId, paidOn, payments });
}

/** What a member owes, once their wage is known. */
async function owes(world: World, residentNumber: string): Promise<DuesView> {
  const { client } = officerOf(world, 'zhonggong');
  const { items } = await client.get<Page<MemberView>>(`/members?q=${residentNumber}`);
  return client.put<DuesView>(`/members/${items[0]?.id ?? ''}/dues`, {
    fromMonth: ruleFrom,
    monthlyBaseWage: { amount: wageFen, currency: 'CNY' },
  });
}

/** Of those who have paid nothing since the rule and came to nothing one is warned, once; the others are not. */
async function warnOfLapse(world: World): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const { id: unionId } = unionOf(world, 'zhonggong');
  for (const at of neverPay) await owes(world, world.rosters.get('zhonggong')?.[at]?.residentNumber ?? '');
  const { items } = await client.get<Page<LapseView>>(`/lapses?union=${unionId}`);
  const [first, ...others] = items.toSorted(
    (one, other) => Number(other.warning !== null) - Number(one.warning !== null),
  );
  if (first?.warning === null) await client.post(`/members/${first.memberId}/lapse-warnings`);
  const unwarned = others.find(({ warning }) => warning === null)?.memberId ?? '';
  const end = { reason: 'lapsed', decision: '示例 1 号' };
  world.report.prove(
    'no membership lapses without a warning',
    await isRefused(() => client.decide(`/members/${unwarned}/end`, end), 'LAPSE_NOT_WARNED'),
  );
}

/** What is owed is booked; what is too much comes back to finance; a line without a reference is left to people. */
async function payByBank(world: World): Promise<void> {
  const { id: union } = unionOf(world, 'zhonggong');
  const { client } = financeOf(world, union);
  const known = await client.get<Page<BankStatementView>>(`/bank-statements?union=${union}&limit=200`);
  const statement =
    known.items.find(({ account }) => account === duesAccount) ?? (await importDues(world, union));
  const path = `/bank-statements/${statement.id}`;
  await client.post<AssignedDuesView>(`${path}/assign-all-dues`, {});
  const states = await until(async () => {
    const { items } = await client.get<Page<BankLineView>>(`${path}/lines`);
    const found = items.map(({ dues }) => dues?.state ?? null);
    return found.includes('waiting') ? null : found;
  }, 'The answer of membership to the lines');
  world.report.prove(
    'a line of the bank with a reference is booked as dues, once, and what is too much comes back',
    JSON.stringify(states) === JSON.stringify(['booked', 'returned', null]),
  );
}

const duesAccount = '会费户 尾号8807';

async function importDues(world: World, unionId: string): Promise<BankStatementView> {
  const { client } = financeOf(world, unionId);
  const day = shanghaiDate(new Date());
  const serialOf = (place: number): string => `ICBC${day.replaceAll('-', '')}88${String(place)}`;
  const rows: string[] = [];
  for (const [place, { at, yuan }] of byBank.entries()) {
    const { reference } = await owes(world, world.rosters.get('zhonggong')?.[at]?.residentNumber ?? '');
    rows.push(`${day},王**,,${yuan},会费 ${reference},${serialOf(place)}`);
  }
  const content = [
    '交易日期,对方户名,借方发生额,贷方发生额,摘要,交易流水号',
    ...rows,
    `${day},周**,,28.35,会费,${serialOf(byBank.length)}`,
  ];
  const { key } = await client.upload('dues.csv', content.join('\r\n'), 'text/csv');
  return client.post<BankStatementView>('/bank-statements', { unionId, account: duesAccount, fileKey: key });
}
