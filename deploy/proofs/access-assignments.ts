import type { AddedBulletinAttachmentView } from '@gongxiang/contracts/affairs/bulletins/bulletin-file.contract';
import type {
  AssignmentPartLine,
  AssignmentPartView,
  AssignmentView,
} from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { rowsOf } from './rows.js';

/** For officers of the union, and those above; nobody else sees that it is there. */
const hidden = [401, 404, 404, 200] as const;

const content = {
  title: '第四季度工会活动统计',
  text: '请填报本季度开展的活动场次。',
  kind: 'task',
  questions: [{ id: 'events', kind: 'number', title: '活动场次', required: true }],
  dueOn: '2099-06-30',
  scope: 'chosen',
};
const answers = { events: 3 };

const contentOf = ({ network }: AccessWorld) => ({ ...content, unionIds: [network.near.id] });

const versionOf = async ({ people }: AccessWorld, path: string): Promise<number> =>
  (await people.federal.client.get<AssignmentView | AssignmentPartView>(path)).version;

const ofGiver =
  (body: unknown = {}) =>
  async (world: AccessWorld) => {
    const assignmentId = idOf(world, 'assignmentId');
    return {
      params: { assignmentId },
      body,
      ifMatch: await versionOf(world, `/assignments/${assignmentId}`),
    };
  };

/** A document that the federation gives with something, in which the union of the keeper has a part. */
async function givenDocument(world: AccessWorld): Promise<void> {
  const { client } = world.people.federal;
  const unionId = world.network.root.id;
  const { key: fileKey } = await client.upload('list.csv', '单位,人数\n甲,3\n', 'text/csv');
  const upload = { fileKey, fileName: '统计口径.csv' };
  const path = `/unions/${unionId}/bulletin-attachments`;
  const { fileId } = await client.post<AddedBulletinAttachmentView>(path, upload);
  const attachments = [{ fileId, title: '统计口径' }];
  const made = await client.post<AssignmentView>('/assignments', {
    ...contentOf(world),
    attachments,
    unionId,
  });
  await client.post(`/assignments/${made.id}/give`, {}, { ifMatch: made.version });
  const { items } = await client.get<Page<AssignmentPartLine>>(`/assignments/${made.id}/parts`);
  world.ids
    .set('documentId', fileId)
    .set('documentAssignmentId', made.id)
    .set('documentPartId', items[0]?.id ?? '');
}

const setOf = ({ network }: AccessWorld, name: string) => ({
  name,
  unionIds: [network.near.id],
  branchIds: [],
});

/** The union of the keeper has a part in something that the federation gives. */
const givenPart =
  (name: string) =>
  async (world: AccessWorld): Promise<void> => {
    const { client } = world.people.federal;
    const body = { ...contentOf(world), unionId: world.network.root.id };
    const made = await client.post<AssignmentView>('/assignments', body);
    const path = `/assignments/${made.id}`;
    await client.post(`${path}/give`, {}, { ifMatch: made.version });
    const { items } = await client.get<Page<AssignmentPartLine>>(`${path}/parts`);
    world.ids.set(name, items[0]?.id ?? '');
  };

/** The same, which the keeper has returned. */
const returnedPart =
  (name: string) =>
  async (world: AccessWorld): Promise<void> => {
    await givenPart(name)(world);
    const path = `/assignment-parts/${idOf(world, name)}`;
    const ifMatch = await versionOf(world, path);
    await world.people.keeper.client.post(`${path}/return`, { answers }, { ifMatch });
  };

const ofPart =
  (body: unknown = {}, name = 'partId') =>
  async (world: AccessWorld) => {
    const partId = idOf(world, name);
    return { params: { partId }, body, ifMatch: await versionOf(world, `/assignment-parts/${partId}`) };
  };

/** What a union gives is its own officers'; what comes back is said by those of the union whose part it is. */
export const assignmentRows: readonly AccessRow[] = [
  {
    route: 'POST /assignments',
    expected: [401, 404, 404, 201],
    right: 'federal',
    request: (world) => ({ body: { ...contentOf(world), unionId: world.network.root.id } }),
    keep: 'assignmentId',
  },
  {
    route: 'PUT /assignments/{assignmentId}',
    expected: hidden,
    right: 'federal',
    request: (world) => ofGiver(contentOf(world))(world),
  },
  {
    route: 'POST /assignments/{assignmentId}/give',
    expected: hidden,
    right: 'federal',
    request: ofGiver(),
  },
  { route: 'GET /assignment-templates', expected: [401, 403, 200, 200] },
  {
    route: 'GET /assignment-calendar',
    expected: [401, 403, 200, 200],
    request: () => ({ query: 'month=2099-06' }),
  },
  {
    route: 'POST /unions/{unionId}/assignment-audience',
    expected: hidden,
    right: 'federal',
    request: (world) => ({
      params: { unionId: world.network.root.id },
      body: { scope: 'chosen', unionIds: [world.network.near.id], branchIds: [] },
    }),
  },
  {
    route: 'POST /unions/{unionId}/assignment-sets',
    expected: [401, 404, 404, 201],
    right: 'federal',
    request: (world) => ({ params: { unionId: world.network.root.id }, body: setOf(world, '制造业工会') }),
    keep: 'setId',
  },
  {
    route: 'GET /unions/{unionId}/assignment-sets',
    expected: hidden,
    right: 'federal',
    request: (world) => ({ params: { unionId: world.network.root.id } }),
  },
  {
    route: 'PUT /assignment-sets/{setId}',
    expected: hidden,
    right: 'federal',
    request: (world) => ({
      params: { setId: idOf(world, 'setId') },
      body: setOf(world, '制造业企业工会'),
      ifMatch: 1,
    }),
  },
  {
    route: 'DELETE /assignment-sets/{setId}',
    expected: hidden,
    right: 'federal',
    request: (world) => ({ params: { setId: idOf(world, 'setId') } }),
  },
  {
    route: 'GET /assignments/{assignmentId}/attachments/{fileId}',
    expected: hidden,
    right: 'federal',
    before: givenDocument,
    request: (world) => ({
      params: { assignmentId: idOf(world, 'documentAssignmentId'), fileId: idOf(world, 'documentId') },
    }),
  },
  {
    route: 'GET /assignment-parts/{partId}/attachments/{fileId}',
    expected: hidden,
    request: (world) => ({
      params: { partId: idOf(world, 'documentPartId'), fileId: idOf(world, 'documentId') },
    }),
  },
  { route: 'GET /assignments', expected: [401, 403, 200, 200] },
  { route: 'GET /assignments/{assignmentId}', expected: hidden, right: 'federal' },
  { route: 'GET /assignments/{assignmentId}/parts', expected: hidden, right: 'federal' },
  {
    route: 'POST /assignments/{assignmentId}/remind',
    expected: hidden,
    right: 'federal',
    before: (world) =>
      rowsOf(
        world.platform,
        `UPDATE affairs.assignment_part SET due_on = '2026-01-05' WHERE assignment_id = $1 RETURNING id`,
        [idOf(world, 'assignmentId')],
      ),
    request: ofGiver(),
  },
  { route: 'GET /assignment-parts', expected: [401, 403, 200, 200], request: () => ({ query: 'desk=owed' }) },
  {
    route: 'GET /assignment-parts/{partId}',
    expected: hidden,
    before: givenPart('partId'),
    request: (world) => ({ params: { partId: idOf(world, 'partId') } }),
  },
  { route: 'POST /assignment-parts/{partId}/receive', expected: hidden, request: ofPart() },
  { route: 'PUT /assignment-parts/{partId}/draft', expected: hidden, request: ofPart({ answers }) },
  {
    route: 'POST /assignment-parts/{partId}/ask-delay',
    expected: hidden,
    request: ofPart({ until: '2099-12-31', reason: '数据还没有出来' }),
  },
  {
    route: 'POST /assignment-parts/{partId}/decide-delay',
    expected: hidden,
    right: 'federal',
    request: ofPart({ granted: true }),
  },
  { route: 'POST /assignment-parts/{partId}/return', expected: hidden, request: ofPart({ answers }) },
  {
    route: 'POST /assignment-parts/{partId}/send-back',
    expected: hidden,
    right: 'federal',
    before: returnedPart('sentBack'),
    request: ofPart({ reason: '人次应按签到数填' }, 'sentBack'),
  },
  {
    route: 'POST /assignment-parts/{partId}/accept',
    expected: hidden,
    right: 'federal',
    before: returnedPart('accepted'),
    request: ofPart({}, 'accepted'),
  },
  {
    route: 'POST /assignments/{assignmentId}/close',
    expected: hidden,
    right: 'federal',
    request: ofGiver({ reason: '统计已经完成' }),
  },
];
