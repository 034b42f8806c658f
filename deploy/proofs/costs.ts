import type { CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { AgreementView } from '@gongxiang/contracts/sharing/activities/agreement.contract';
import type { CoHostView } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { beginNow, checkIn, scanOf } from '../demo/steps/door.js';
import { until } from '../demo/tools/world.js';
import type { AccessWorld } from './access-world.js';
import { billOf, draftActivity } from './fixtures.js';
import { rowsOf } from './rows.js';

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
