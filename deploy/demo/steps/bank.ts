import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  BankLineView,
  BankStatementView,
} from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import type { PartyFreezeView } from '@gongxiang/contracts/settlement/clearing/party-freeze.contract';
import type { PaymentView } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import type { TransferTraceView } from '@gongxiang/contracts/settlement/clearing/transfer-trace.contract';
import { fenOf } from '../tools/client.js';
import { financeOf, officerOf, unionParty, type World } from '../tools/world.js';

/** Two of the run's transfers are confirmed by what a bank says; what the bank says of others is left to people. */
export async function confirmByBank(world: World): Promise<void> {
  const { report } = world;
  const runId = world.ids.get('run');
  const { client } = officerOf(world, 'officer');
  const open = await client.get<Page<PaymentView>>(`/payments?nettingRunId=${runId}&limit=200`);
  const union = busiestOf(open.items);
  const finance = financeOf(world, union).client;
  const mine = open.items.filter(({ payer, payee }) => [payer.id, payee.id].includes(union)).slice(0, 2);
  const rows = mine.map((payment) => rowOf(payment, union));
  const content = [
    '账户名称：工会基本户,,,,,',
    '交易日期,对方户名,借方发生额,贷方发生额,摘要,交易流水号',
    ...rows,
    `${today()},市印刷服务部,86.00,,宣传册印刷,ICBC${compact(today())}9001`,
  ];
  const { key } = await finance.upload('bank.csv', content.join('\r\n'), 'text/csv');
  const request = { unionId: union, account: '基本户 尾号6620', fileKey: key };
  const statement = await finance.post<BankStatementView>('/bank-statements', request);
  const path = `/bank-statements/${statement.id}`;
  const { items } = await finance.get<Page<BankLineView>>(`${path}/lines`);
  for (const { number, suggestions } of items) {
    const [best] = suggestions;
    if (best === undefined) continue;
    report.figure(`  line ${number}: ${best.counterparty.name}`, `${best.score} of 100`);
    await finance.post(`${path}/confirm-line`, { number, paymentId: best.paymentId });
  }
  const after = await finance.get<BankStatementView>(path);
  report.figure('lines of the bank used', `${after.usedCount} of ${after.lineCount}`);
  report.prove('the bank’s lines confirm what they match, and no more', after.usedCount === mine.length);
  await proveBills(world, mine);
}

/** The bills that are listed behind a transfer come to it. */
async function proveBills(world: World, payments: readonly PaymentView[]): Promise<void> {
  const { client } = officerOf(world, 'officer');
  for (const { id } of payments) {
    const trace = await client.get<TransferTraceView>(`/payments/${id}/bills`);
    const level = trace.parts.every(({ lines, total }) => {
      const listed = lines.reduce((sum, { effect }) => sum + fenOf(effect), 0n);
      return listed === fenOf(total);
    });
    world.report.prove(`the bills behind ${trace.from.name} → ${trace.to.name} add up`, level);
  }
}

/** While its books are looked through, nothing of a union is netted or paid; it reads why. */
export async function freezeOne(world: World): Promise<void> {
  const { client } = officerOf(world, 'approver');
  const party = unionParty(world, 'baiyun');
  const reason = '年度财务审计期间暂停轧差与付款';
  const held = await client.get<Page<PartyFreezeView>>('/party-freezes?held=true&limit=200');
  const frozen =
    held.items.find((one) => one.party.id === party.id) ??
    (await client.post<PartyFreezeView>('/party-freezes', { party, reason }));
  world.report.figure('frozen', `${frozen.party.name}: ${frozen.reason}`);
}

/** Whoever stands at most of the transfers: there are two to match. */
function busiestOf(payments: readonly PaymentView[]): string {
  const counts = new Map<string, number>();
  for (const { payer, payee } of payments)
    for (const { kind, id } of [payer, payee])
      if (kind === 'union') counts.set(id, (counts.get(id) ?? 0) + 1);
  const [busiest] = [...counts].sort((one, other) => other[1] - one[1]);
  if (busiest === undefined) throw new Error('the run has no transfer of a union');
  return busiest[0];
}

function rowOf({ id, payer, payee, amount }: PaymentView, union: string): string {
  const fen = fenOf(amount);
  const yuan = `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
  const pays = payer.id === union;
  // Of each transfer its own, also where the demo is walked twice a day: a serial that was loaded before is the same line.
  const serial = `ICBC${compact(today())}${Number.parseInt(id.slice(-6), 16)}`;
  return [
    today(),
    pays ? payee.name : payer.name,
    pays ? yuan : '',
    pays ? '' : yuan,
    '轧差划拨',
    serial,
  ].join(',');
}

const compact = (day: string): string => day.replaceAll('-', '');

function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
