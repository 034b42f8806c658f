import type { HardshipKindsView } from '@gongxiang/contracts/affairs/matters/hardship-kind.contract';
import type { MyOccasionsView } from '@gongxiang/contracts/affairs/matters/occasion.contract';
import type { ServiceItemView } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { shanghaiDate } from '@gongxiang/domain';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';

const signedIn = [401, 200, 200, 200] as const;
/** For officers and auditors of the union and of those above it. */
const figures = [401, 404, 404, 200] as const;
/** For officers of the very union; nobody else sees who is to be visited. */
const hidden = [401, 404, 404, 200] as const;

/** One table for all unions: anybody reads it, and no union below changes it. */
const byFederation = [401, 403, 403, 201] as const;
const changedByFederation = [401, 403, 403, 200] as const;
const hardshipKind = {
  label: '单亲困难职工',
  source: '江城市总工会 2026 年第 8 号文',
  validFrom: '2026-01-01',
};

async function kindNow(world: AccessWorld) {
  const kindId = idOf(world, 'kindId');
  const { items } = await world.people.federal.client.get<HardshipKindsView>('/hardship-kinds');
  return { params: { kindId }, ifMatch: items.find(({ id }) => id === kindId)?.version ?? 1 };
}

const on = shanghaiDate(new Date());
const options = [
  { id: 'o1', label: '结婚' },
  { id: 'o2', label: '生育' },
];
const visit = {
  name: '看望',
  category: 'benefit',
  summary: '有喜事，工会来看望。',
  applicants: 'members',
  anonymous: false,
  questions: [
    { id: 'what', kind: 'choice', title: '什么事', required: true, options },
    { id: 'day', kind: 'date', title: '哪一天', required: true },
  ],
  handledAt: 'own',
  acceptWithin: { count: 1, days: 'working' },
  decideWithin: { count: 3, days: 'working' },
  secondPerson: false,
  outcomes: [{ id: 'given', label: '已看望' }],
  occasion: {
    question: 'what',
    day: 'day',
    answers: [
      { kind: 'wedding', option: 'o1' },
      { kind: 'birth', option: 'o2' },
    ],
  },
};

async function offerVisits({ people, network }: AccessWorld): Promise<void> {
  const { client } = people.keeper;
  const made = await client.post<ServiceItemView>('/services', { ...visit, unionId: network.near.id });
  await client.post(`/services/${made.id}/open`, {}, { ifMatch: made.version });
  await people.member.client.post('/me/occasions', { kind: 'birth', on });
}

async function ownOne({ people, ids }: AccessWorld): Promise<void> {
  const { items } = await people.keeper.client.get<MyOccasionsView>('/me/occasions');
  ids.set('occasionId', items[0]?.id ?? '');
}

const ofUnion = (world: AccessWorld) => ({ params: { unionId: world.network.near.id } });
const ofMember =
  (kind: 'wedding' | 'birth', more: object = {}) =>
  (world: AccessWorld) => ({
    ...ofUnion(world),
    body: { personId: world.people.member.personId, kind, on, ...more },
  });

/** What a member tells is theirs to take back; who is to be visited is seen by officers of their own union. */
export const occasionRows: readonly AccessRow[] = [
  {
    route: 'POST /me/occasions',
    expected: [401, 201, 201, 201],
    before: offerVisits,
    request: () => ({ body: { kind: 'wedding', on } }),
  },
  { route: 'GET /me/occasions', expected: signedIn },
  {
    route: 'DELETE /me/occasions/{occasionId}',
    expected: hidden,
    before: ownOne,
    request: (world) => ({ params: { occasionId: idOf(world, 'occasionId') } }),
  },
  { route: 'GET /unions/{unionId}/occasions', expected: hidden, request: ofUnion },
  {
    route: 'POST /unions/{unionId}/occasions/matters',
    expected: [401, 404, 404, 201],
    request: ofMember('wedding'),
  },
  {
    route: 'POST /unions/{unionId}/occasions/skips',
    expected: hidden,
    request: ofMember('birth', { reason: '已在外地看望' }),
  },
  {
    route: 'GET /unions/{unionId}/coverage',
    expected: figures,
    request: (world) => ({ ...ofUnion(world), query: 'year=2026' }),
  },
  {
    route: 'PUT /unions/{unionId}/coverage/{kind}',
    expected: hidden,
    request: (world) => ({
      params: { unionId: world.network.near.id, kind: 'women' },
      body: { year: 2026, count: 12 },
    }),
  },
  { route: 'GET /hardship-kinds', expected: signedIn },
  {
    route: 'POST /hardship-kinds',
    expected: byFederation,
    right: 'federal',
    request: () => ({ body: hardshipKind }),
    keep: 'kindId',
  },
  {
    route: 'PUT /hardship-kinds/{kindId}',
    expected: changedByFederation,
    right: 'federal',
    request: async (world) => ({ ...(await kindNow(world)), body: hardshipKind }),
  },
  {
    route: 'DELETE /hardship-kinds/{kindId}',
    expected: changedByFederation,
    right: 'federal',
    request: kindNow,
  },
];
