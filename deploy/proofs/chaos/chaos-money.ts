import type { NettingRunView } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { eventually } from '@gongxiang/testing';
import type { AccessWorld } from '../access-world.js';
import type { AnswerBody } from '../ask.js';
import { billedFen, type Person } from '../fixtures.js';
import { rowsOf } from '../rows.js';
import type { Violation } from './chaos-checks.js';
import { isCurable, ride, type Wish } from './chaos-wave.js';

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
  const violations: Violation[] = [];
  const step = async (
    person: Person,
    path: string,
    body: object,
    status: number,
    sees: Pick<Wish, 'sees'>,
  ): Promise<AnswerBody> => {
    const wishes = [{ person, path, body, afterMs: 0, ...sees }];
    const [told] = await ride(platform.gatewayUrl, wishes, withinMs, patienceMs);
    const faults = told?.before.filter((one) => !isCurable(one)) ?? [];
    if (told?.status !== status) violations.push(`refused: ${path} → ${told?.status} ${told?.body.code}`);
    if (faults.length > 0) violations.push(`fault: ${path} → ${faults.join(', ')}`);
    return told?.body ?? {};
  };
  const decide = (person: Person, thing: string, act: string, body: object = {}): Promise<AnswerBody> =>
    step(person, `${thing}/${act}`, body, 200, { sees: thing });
  await decide(people.approver, `/cost-pools/${poolId}`, 'approve');
  // The server may be killed while we look ourselves.
  const asked = await eventually(() =>
    rowsOf<{ id: string }>(platform, 'SELECT id FROM settlement.confirmation WHERE cost_pool_id = $1', [
      poolId,
    ]),
  );
  for (const { id } of asked) await decide(people.keeper, `/confirmations/${id}`, 'confirm');
  const run = await step(
    people.keeper,
    '/netting-runs',
    // What was approved a moment ago may be of yesterday.
    { mode: 'fewest', periodFrom: dayFromNow(-1), periodTo: dayFromNow(0), unionId: network.districts[0].id },
    201,
    {},
  );
  const transfers = (run as Partial<NettingRunView>).transfers?.map((one) => one.amount.amount);
  if (String(transfers) !== owedFen) violations.push(`wrong: the run transfers ${String(transfers)} fen`);
  await decide(people.approver, `/netting-runs/${run.id}`, 'confirm');
  // The server may be killed while we look ourselves.
  const payments = await eventually(() =>
    rowsOf<{ id: string }>(platform, 'SELECT id FROM settlement.payment WHERE run_id = $1', [run.id]),
  );
  if (payments.length !== 1) violations.push(`wrong: one transfer is ${payments.length} payments`);
  for (const { id } of payments) {
    await decide(people.coHost, `/payments/${id}`, 'confirm-sent', { bankReference: '20261120-000123' });
    await decide(people.keeper, `/payments/${id}`, 'confirm-received');
  }
  return violations;
}

/** A date of China's calendar. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}
