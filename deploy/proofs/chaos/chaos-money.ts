import type {
  AgreementView,
  CoHostView,
  CostPoolView,
  NettingRunView,
  RegistrationView,
} from '@gongxiang/contracts';
import { eventually } from '@gongxiang/testing';
import { beginNow, checkIn, scanOf } from '../../demo/steps/door.js';
import { until } from '../../demo/world.js';
import type { AccessWorld } from '../access-world.js';
import type { AnswerBody } from '../ask.js';
import { rowsOf, type Violation } from './chaos-checks.js';
import { isCurable, ride, type Wish } from './chaos-wave.js';
import { billedFen, billOf, draftActivity, type Person } from '../fixtures.js';

/** What a process that died had fetched comes again ten seconds later; many times that on a busy machine. */
const arrivesWithinMs = 90_000;

const union = (id: string): object => ({ kind: 'union', id });

/** An activity that `near` and `next` have held together, agreed to share alike, and closed. */
async function heldTogether({ people, network, platform }: AccessWorld): Promise<string> {
  const { keeper, coHost, member } = people;
  const { id } = await draftActivity(keeper.client, network.near);
  const path = `/activities/${id}`;
  const invited = await keeper.client.post<CoHostView>(`${path}/co-hosts`, { party: union(network.next.id) });
  await coHost.client.decide(`/co-host-invitations/${invited.id}/accept`);
  const terms = { rule: { kind: 'equal' }, fundCategory: 'allotment', expenseCode: '1.2' };
  const proposed = await keeper.client.post<AgreementView>(`${path}/agreements`, terms);
  const agreement = (): Promise<AgreementView> => keeper.client.get(`/agreements/${proposed.id}`);
  await until(
    async () => (await agreement()).state === 'open',
    'the verdict on the agreement',
    arrivesWithinMs,
  );
  const { hash } = await agreement();
  for (const [person, party] of [
    [keeper, network.near],
    [coHost, network.next],
  ] as const)
    await person.client.post(`/agreements/${proposed.id}/sign`, { hash, party: union(party.id) });
  await keeper.client.post(`${path}/pools`, { name: '公共名额', capacity: 5 });
  await keeper.client.decide(`${path}/publish`);
  const seats = [];
  for (const person of [member, coHost])
    seats.push(await person.client.post<RegistrationView>(`${path}/registrations`));
  await beginNow(keeper.client, id);
  await checkIn(
    keeper.client,
    id,
    seats.map((seat) => scanOf({ registrationId: seat.id })),
  );
  await keeper.client.decide(`${path}/close`);
  await until(
    async () => {
      const text = 'SELECT 1 FROM settlement.activity_close WHERE activity_id = $1';
      return (await rowsOf(platform, text, [id])).length === 1;
    },
    'the close of the activity',
    arrivesWithinMs,
  );
  return id;
}

/** What `next` owes `near`, which has paid the bill: half. */
const owedFen = String(billedFen / 2);

/** The costs of an activity as a draft, with nothing in it yet. */
export async function openPool(world: AccessWorld): Promise<string> {
  const { keeper } = world.people;
  return (await keeper.client.post<CostPoolView>('/cost-pools', { activityId: await heldTogether(world) }))
    .id;
}

/** The request that adds one bill of 1,000 yuan, which `near` has paid, to a pool. */
export async function billRequest(
  world: AccessWorld,
  poolId: string,
): Promise<{ path: string; body: object }> {
  const receipt = await world.people.keeper.client.upload('r.pdf', `%PDF-1.4 ${poolId}`, 'application/pdf');
  return { path: `/cost-pools/${poolId}/items`, body: billOf(world.network.near, receipt) };
}

/** Splits and submits what is in a pool. */
export async function submitPool(world: AccessWorld, poolId: string): Promise<void> {
  const { client } = world.people.keeper;
  await client.post(`/cost-pools/${poolId}/shares`);
  await client.decide(`/cost-pools/${poolId}/submit`);
}

/** Costs of 1,000 yuan that `near` has paid, submitted and waiting for their approval. @returns the pool's id */
export async function submitCosts(world: AccessWorld): Promise<string> {
  const poolId = await openPool(world);
  const { path, body } = await billRequest(world, poolId);
  await world.people.keeper.client.post(path, body);
  await submitPool(world, poolId);
  return poolId;
}

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
