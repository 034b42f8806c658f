import type { AgreementView, CoHostView, CostPoolView, RegistrationView } from '@gongxiang/contracts';
import { money } from '../demo/client.js';
import { beginNow, checkIn, scanOf } from '../demo/steps/door.js';
import { until } from '../demo/world.js';
import type { AccessWorld } from './access-world.js';
import { rowsOf } from './chaos-checks.js';
import { draftActivity } from './fixtures.js';

const union = (id: string): object => ({ kind: 'union', id });

/** An activity that `near` and `next` have held together, agreed to share alike, and closed. */
async function heldTogether({ people, network, platform }: AccessWorld): Promise<string> {
  const { keeper, coHost, member } = people;
  const { id } = await draftActivity(keeper.client, network.near);
  const path = `/activities/${id}`;
  const invited = await keeper.client.post<CoHostView>(`${path}/co-hosts`, { party: union(network.next.id) });
  await coHost.client.post(`/co-host-invitations/${invited.id}/accept`);
  const terms = { rule: { kind: 'equal' }, fundCategory: 'allotment', expenseCode: '1.2' };
  const proposed = await keeper.client.post<AgreementView>(`${path}/agreements`, terms);
  const agreement = (): Promise<AgreementView> => keeper.client.get(`/agreements/${proposed.id}`);
  await until(async () => (await agreement()).state === 'open', 'the verdict on the agreement');
  const { hash } = await agreement();
  for (const [person, party] of [
    [keeper, network.near],
    [coHost, network.next],
  ] as const)
    await person.client.post(`/agreements/${proposed.id}/sign`, { hash, party: union(party.id) });
  await keeper.client.post(`${path}/pools`, { name: '公共名额', capacity: 5 });
  await keeper.client.post(`${path}/publish`);
  const seats = [];
  for (const person of [member, coHost])
    seats.push(await person.client.post<RegistrationView>(`${path}/registrations`));
  await beginNow(keeper.client, id);
  await checkIn(
    keeper.client,
    id,
    seats.map((seat) => scanOf({ registrationId: seat.id })),
  );
  await keeper.client.post(`${path}/close`);
  await until(async () => {
    const text = 'SELECT 1 FROM settlement.activity_close WHERE activity_id = $1';
    return (await rowsOf(platform, text, [id])).length === 1;
  }, 'the close of the activity');
  return id;
}

/** Costs of 1,000 yuan that `near` has paid, submitted and waiting for their approval. @returns the pool's id */
export async function submitCosts(world: AccessWorld): Promise<string> {
  const { client } = world.people.keeper;
  const activityId = await heldTogether(world);
  const pool = await client.post<CostPoolView>('/cost-pools', { activityId });
  const receipt = await client.upload('r.pdf', `%PDF-1.4 ${pool.id}`, 'application/pdf');
  await client.post(`/cost-pools/${pool.id}/items`, {
    payer: union(world.network.near.id),
    ...{ title: '场地租金', amount: money(100_000), incomeKind: 'allotment', expenseCode: '1.2' },
    receipt: { fileKey: receipt.key, sha256: receipt.sha256, invoiceNumber: '24422000000000000001' },
  });
  await client.post(`/cost-pools/${pool.id}/shares`);
  await client.post(`/cost-pools/${pool.id}/submit`);
  return pool.id;
}
