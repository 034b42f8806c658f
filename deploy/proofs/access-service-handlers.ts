import type { MatterReceipt } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { ServiceHandlersView } from '@gongxiang/contracts/affairs/matters/service-handler.contract';
import type { ServiceItemView } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { eventually } from '@gongxiang/testing';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { makePerson } from './fixtures.js';
import { rowsOf } from './rows.js';

/** For officers of the union at which somebody is named; nobody else sees that it is there. */
const hidden = [401, 404, 404, 200] as const;
const notGiven = 'a matter for named people is read by its person and by whoever of them has it in hand';

const definition = {
  name: '法律咨询',
  category: 'consultation',
  summary: '由执业律师解答。',
  applicants: 'members',
  anonymous: false,
  questions: [{ id: 'text', kind: 'longText', title: '想咨询什么', required: true }],
  handledAt: 'own',
  handledBy: 'named',
  acceptWithin: { count: 2, days: 'working' },
  decideWithin: { count: 7, days: 'working' },
  secondPerson: false,
  outcomes: [{ id: 'answered', label: '已答复' }],
};

async function isKnown({ platform }: AccessWorld, personId: string): Promise<void> {
  await eventually(async () => {
    const sql = 'SELECT 1 FROM affairs.member_ref WHERE person_id = $1';
    if ((await rowsOf(platform, sql, [personId])).length === 0) throw new Error('not there yet');
  });
}

/** A service for named people, and a counsellor without any office, who is about to be named. */
async function offered(world: AccessWorld): Promise<void> {
  const { platform, network, people } = world;
  const { client } = people.keeper;
  const made = await client.post<ServiceItemView>('/services', { ...definition, unionId: network.near.id });
  await client.post(`/services/${made.id}/open`, {}, { ifMatch: made.version });
  world.ids.set('namedServiceId', made.id);
  const counsellor = await makePerson(platform, network, network.near);
  world.ids.set('counsellorId', counsellor.personId);
  await isKnown(world, counsellor.personId);
  await isKnown(world, people.coHost.personId);
}

const naming = (world: AccessWorld, personId: string) => ({
  serviceId: idOf(world, 'namedServiceId'),
  unionId: world.network.near.id,
  personIds: [personId],
  title: '执业律师',
});

/** The counsellor is named first. */
async function firstNamed(world: AccessWorld): Promise<void> {
  const path = `/service-handlers?serviceId=${idOf(world, 'namedServiceId')}&limit=1`;
  const { items } = await world.people.keeper.client.get<ServiceHandlersView>(path);
  world.ids.set('serviceHandlerId', items[0]?.id ?? '');
}

/** A lawyer who is named, and without any office, has a matter of the member in hand. */
async function taken(world: AccessWorld): Promise<void> {
  const { platform, network, people } = world;
  const lawyer = await makePerson(platform, network, network.near);
  await isKnown(world, lawyer.personId);
  const { client } = people.keeper;
  await client.post<ServiceHandlersView>('/service-handlers', naming(world, lawyer.personId));
  const body = {
    serviceId: idOf(world, 'namedServiceId'),
    answers: { text: '合同到期不续，有补偿吗' },
    contact: { name: '张三' },
  };
  const { id } = await people.member.client.post<MatterReceipt>('/matters', body);
  await lawyer.client.post(`/matters/${id}/take`, {}, { ifMatch: 1 });
  world.ids.set('confidentialId', id);
}

const ofConfidential = (world: AccessWorld) => ({ params: { matterId: idOf(world, 'confidentialId') } });

/** Officers name people for a service; what is brought is for these alone, and each has what is theirs. */
export const serviceHandlerRows: readonly AccessRow[] = [
  {
    route: 'POST /service-handlers',
    expected: [401, 404, 404, 201],
    before: offered,
    request: (world) => ({ body: naming(world, idOf(world, 'counsellorId')) }),
  },
  {
    route: 'GET /service-handlers',
    expected: hidden,
    request: (world) => ({
      query: `serviceId=${idOf(world, 'namedServiceId')}&unionId=${world.network.near.id}`,
    }),
  },
  {
    // An officer of the very union, who has named everybody, is not named.
    route: 'GET /matters/{matterId}',
    expected: [401, 200, 404, 404],
    why: notGiven,
    before: taken,
    request: ofConfidential,
  },
  {
    route: 'POST /matters/{matterId}/take',
    expected: [401, 403, 404, 403],
    why: notGiven,
    request: (world) => ({ ...ofConfidential(world), body: {}, ifMatch: 2 }),
  },
  {
    // Another person who is named for the service.
    route: 'GET /matters/{matterId}',
    expected: [401, 200, 404, 404],
    right: 'coHost',
    why: notGiven,
    before: ({ people, ...world }) =>
      people.keeper.client.post('/service-handlers', naming({ people, ...world }, people.coHost.personId)),
    request: ofConfidential,
  },
  {
    route: 'POST /service-handlers/{handlerId}/end',
    expected: hidden,
    before: firstNamed,
    request: (world) => ({
      params: { handlerId: idOf(world, 'serviceHandlerId') },
      body: { reason: '聘期届满' },
      ifMatch: 1,
    }),
  },
];
