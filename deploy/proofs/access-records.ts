import { daysAfter, shanghaiDate } from '@gongxiang/domain';
import type { RecordView } from '@gongxiang/contracts/affairs/records/record.contract';
import type { EnterVisit, VisitView } from '@gongxiang/contracts/affairs/records/visit.contract';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';

const signedIn = [401, 200, 200, 200] as const;
/** For the person and for officers of their union and above; nobody else sees that it is there. */
const hidden = [401, 404, 404, 200] as const;

const content = { kind: 'skill', title: '高级焊工', details: { skillLevel: '高级工' } };

/** One line of a file, about a member of the keeper's union. */
const importOf = ({ people }: AccessWorld) => ({
  lines: [{ line: 2, personId: people.member.personId, ...content, title: '高级电工' }],
});

/** The keeper says another thing about themselves, which is not right. */
async function enterAnother({ people, ids }: AccessWorld): Promise<void> {
  const { id } = await people.keeper.client.post<RecordView>('/records', content);
  ids.set('wrongRecordId', id);
}

/** The keeper has visited a member of their union on the day before; nothing is left to do. */
const visitTo = ({ people }: AccessWorld): EnterVisit => ({
  personId: people.member.personId,
  reason: 'sickness',
  visitedOn: daysAfter(shanghaiDate(new Date()), -1),
  visitorIds: [people.keeper.personId],
  promised: '联系社区助餐',
  followUpOn: daysAfter(shanghaiDate(new Date()), 7),
});

/** Who was visited may do nothing about it: neither they nor anybody else decides on it. */
async function visitAgain(world: AccessWorld): Promise<void> {
  const { id } = await world.people.keeper.client.post<VisitView>('/visits', visitTo(world));
  world.ids.set('wrongVisitId', id);
}

/** A record is its person's; officers of their union and above decide on it, the person themselves does not. */
export const recordRows: readonly AccessRow[] = [
  {
    route: 'POST /records',
    expected: [401, 201, 201, 201],
    request: () => ({ body: content }),
    keep: 'recordId',
  },
  { route: 'GET /records/{recordId}', expected: hidden },
  { route: 'PUT /records/{recordId}', expected: hidden, request: () => ({ body: content }) },
  {
    route: 'PUT /records/{recordId}/sharing',
    expected: hidden,
    sees: '/records/{recordId}',
    request: () => ({ body: { shared: true } }),
  },
  { route: 'POST /records/{recordId}/verify', expected: hidden, right: 'federal' },
  // Officers of other unions may import, but nothing about people who are not theirs.
  {
    route: 'POST /record-imports/preview',
    expected: [401, 403, 200, 200],
    request: (world) => ({ body: importOf(world) }),
  },
  {
    route: 'POST /record-imports',
    expected: [401, 403, 200, 200],
    request: (world) => ({ body: importOf(world) }),
  },
  {
    route: 'POST /visits',
    expected: [401, 404, 404, 201],
    request: (world) => ({ body: visitTo(world) }),
    keep: 'visitId',
  },
  { route: 'GET /visits/{visitId}', expected: [401, 200, 404, 200] },
  {
    route: 'PUT /visits/{visitId}',
    expected: [401, 403, 404, 200],
    request: (world) => {
      const { personId: _personId, ...body } = visitTo(world);
      return { body };
    },
  },
  {
    route: 'POST /visits/{visitId}/follow-up',
    expected: [401, 403, 404, 200],
    request: () => ({ body: { outcome: '已联系' } }),
  },
  {
    route: 'POST /visits/{visitId}/withdraw',
    expected: [401, 403, 404, 200],
    before: visitAgain,
    request: (world) => ({
      params: { visitId: idOf(world, 'wrongVisitId') },
      body: { reason: '登记错了人' },
      ifMatch: 1,
    }),
  },
  { route: 'GET /visits', expected: [401, 403, 200, 200] },
  { route: 'GET /me/visits', expected: signedIn, request: () => ({ query: 'side=visited' }) },
  { route: 'GET /talents', expected: signedIn },
  { route: 'GET /records', expected: [401, 403, 200, 200] },
  { route: 'GET /me/records', expected: signedIn },
  {
    route: 'POST /records/{recordId}/refuse',
    expected: hidden,
    right: 'federal',
    before: enterAnother,
    request: (world) => ({
      params: { recordId: idOf(world, 'wrongRecordId') },
      body: { reason: '与证书不符' },
      ifMatch: 1,
    }),
  },
  {
    route: 'POST /records/{recordId}/revoke',
    expected: hidden,
    right: 'federal',
    request: () => ({ body: { reason: '证书已注销' } }),
  },
];
