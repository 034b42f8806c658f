import type { Page } from '@gongxiang/contracts/core/contract';
import type { StatementView } from '@gongxiang/contracts/settlement/accounts/statement.contract';
import type { NettingRunView } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import type { PaymentView } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import type { TrialBalanceView } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { fenOf } from '../tools/client.js';
import { financeOf, officerOf, unionOf, type World } from '../tools/world.js';
import { confirmByBank, freezeOne } from './bank.js';

/** Many debts become few payments; both sides confirm each; every account ends where it should. */
export async function settle(world: World): Promise<void> {
  await world.report.step('轧差：许多往来，几笔划拨 / Netting: many debts, few transfers', () => net(world));
  await world.report.step('按银行流水确认 / Confirmed by what the bank says', () => confirmByBank(world));
  await world.report.step('付款双方确认，对账单 / Payments confirmed by both sides; the statement', () =>
    pay(world),
  );
  await world.report.step('冻结一个参与方 / A party is frozen', () => freezeOne(world));
}

async function net(world: World): Promise<void> {
  const { client } = officerOf(world, 'officer');
  const today = shanghaiToday();
  const run = await client.post<NettingRunView>('/netting-runs', {
    mode: 'fewest',
    periodFrom: today,
    periodTo: today,
    unionId: unionOf(world, 'federation').id,
  });
  world.ids.set('run', run.id);
  const { report } = world;
  report.figure('debts before', run.lines.length);
  report.figure('transfers after', run.transfers.length);
  for (const transfer of run.transfers)
    report.yuan(`  ${transfer.from.name} → ${transfer.to.name}`, fenOf(transfer.amount));
  const left = new Map(run.balances.map((one) => [one.party.id, fenOf(one.balance)]));
  for (const transfer of run.transfers) {
    left.set(transfer.from.id, (left.get(transfer.from.id) ?? 0n) + fenOf(transfer.amount));
    left.set(transfer.to.id, (left.get(transfer.to.id) ?? 0n) - fenOf(transfer.amount));
  }
  report.prove(
    'the transfers bring every balance of the run to zero',
    [...left.values()].every((balance) => balance === 0n),
  );
  report.prove('fewer transfers than debts', run.transfers.length < run.lines.length);
  const confirmed = await officerOf(world, 'approver').client.decide<NettingRunView>(
    `/netting-runs/${run.id}/confirm`,
  );
  report.figure('run', confirmed.state);
}

async function pay(world: World): Promise<void> {
  const { client } = officerOf(world, 'officer');
  const runId = world.ids.get('run');
  const open = await client.get<Page<PaymentView>>(`/payments?nettingRunId=${runId}&limit=200`);
  for (const [index, payment] of open.items.entries()) {
    const sent = {
      bankReference: `ICBC${shanghaiToday().replaceAll('-', '')}${String(index + 1).padStart(4, '0')}`,
    };
    // What the bank has said is not said again.
    if (payment.sentAt === null)
      await financeOf(world, payment.payer.id).client.decide<PaymentView>(
        `/payments/${payment.id}/confirm-sent`,
        sent,
      );
    if (payment.receivedAt === null)
      await financeOf(world, payment.payee.id).client.decide<PaymentView>(
        `/payments/${payment.id}/confirm-received`,
      );
  }
  const after = await client.get<Page<PaymentView>>(`/payments?nettingRunId=${runId}&limit=200`);
  const { report } = world;
  report.figure(
    'payments settled',
    `${after.items.filter((one) => one.state === 'settled').length} of ${after.items.length}`,
  );
  const trial = await client.get<TrialBalanceView>('/ledger/trial-balance');
  report.yuan('debits', fenOf(trial.debits));
  report.yuan('credits', fenOf(trial.credits));
  report.prove('the sum of all accounts is zero', trial.balanced && fenOf(trial.difference) === 0n);
  await showStatement(world);
}

async function showStatement(world: World): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const today = shanghaiToday();
  const union = unionOf(world, 'zhonggong');
  const statement = await client.get<StatementView>(
    `/statements?union=${union.id}&from=${today}&to=${today}`,
  );
  world.report.figure('statement of', statement.party.name);
  world.report.yuan('  opening', fenOf(statement.opening));
  for (const line of statement.lines.slice(-8))
    world.report.yuan(`  ${line.kind} ${line.title}`, fenOf(line.amount));
  world.report.yuan('  closing', fenOf(statement.closing));
  const sum = statement.lines.reduce((total, line) => total + fenOf(line.amount), fenOf(statement.opening));
  world.report.prove('opening + lines = closing', statement.truncated || sum === fenOf(statement.closing));
}

function shanghaiToday(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
