import type { NettingRunView } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { eventually } from '@gongxiang/testing';
import type { AccessWorld } from '../access-world.js';
import { billedFen } from '../fixtures.js';
import { rowsOf } from '../rows.js';
import type { Violation } from './chaos-checks.js';
import { Steps } from './chaos-steps.js';

/** What `next` owes `near`, which has paid the bill: half. */
const owedFen = String(billedFen / 2);

/**
 * From a submitted pool to money that has arrived: approved, netted, confirmed, sent and received, each step asked again
 * until it is answered.
 * @returns what was answered otherwise than it should be
 */
export async function settle(
  world: AccessWorld,
  poolId: string,
  withinMs: number,
  patienceMs?: number,
): Promise<Violation[]> {
  const { platform, people, network } = world;
  const steps = new Steps(platform.gatewayUrl, withinMs, patienceMs);
  const { violations } = steps;
  await steps.decide(people.approver, `/cost-pools/${poolId}`, 'approve');
  // The server may be killed while we look ourselves.
  const asked = await eventually(() =>
    rowsOf<{ id: string }>(platform, 'SELECT id FROM settlement.confirmation WHERE cost_pool_id = $1', [
      poolId,
    ]),
  );
  for (const { id } of asked) await steps.decide(people.keeper, `/confirmations/${id}`, 'confirm');
  const run = await steps.take<Partial<NettingRunView>>({
    person: people.keeper,
    path: '/netting-runs',
    body: {
      mode: 'fewest',
      // What was approved a moment ago may be of yesterday.
      periodFrom: dayFromNow(-1),
      periodTo: dayFromNow(0),
      unionId: network.districts[0].id,
    },
  });
  const transfers = run.transfers?.map((one) => one.amount.amount);
  if (String(transfers) !== owedFen) violations.push(`wrong: the run transfers ${String(transfers)} fen`);
  await steps.decide(people.approver, `/netting-runs/${run.id}`, 'confirm');
  // The server may be killed while we look ourselves.
  const payments = await eventually(() =>
    rowsOf<{ id: string }>(platform, 'SELECT id FROM settlement.payment WHERE run_id = $1', [run.id]),
  );
  if (payments.length !== 1) violations.push(`wrong: one transfer is ${payments.length} payments`);
  for (const { id } of payments) {
    await steps.decide(people.coHost, `/payments/${id}`, 'confirm-sent', {
      bankReference: '20261120-000123',
    });
    await steps.decide(people.keeper, `/payments/${id}`, 'confirm-received');
  }
  return violations;
}

/** A date of China's calendar. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}
