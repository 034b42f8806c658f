import type { BulletinView } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';

const signedIn = [401, 200, 200, 200] as const;
const anybody = [200, 200, 200, 200] as const;
/** For officers of the union; nobody else sees that it is there. */
const hidden = [401, 404, 404, 200] as const;
/** For officers of the union; its members see it. */
const managed = [401, 403, 404, 200] as const;
/** For members of the union and of those below it. */
const forMembers = [401, 200, 404, 200] as const;

const words = { title: '防汛值班安排', text: '值班电话见附表。', kind: 'news' };
const definition = { ...words, audience: 'members', mustRead: true, pinned: false };

/** A bulletin that anybody may read. */
async function publishForAnybody({ network, people, ids }: AccessWorld): Promise<void> {
  const { client } = people.keeper;
  const body = { ...definition, audience: 'public', unionId: network.near.id };
  const made = await client.post<BulletinView>('/bulletins', body);
  await client.post(`/bulletins/${made.id}/publish`, {}, { ifMatch: made.version });
  ids.set('publicBulletinId', made.id);
}

const ofNear = ({ network }: AccessWorld) => ({ query: `unionId=${network.near.id}` });

/** A bulletin is its union's officers'; who reads it is whom it is for. */
export const bulletinRows: readonly AccessRow[] = [
  {
    route: 'POST /bulletins',
    expected: [401, 404, 404, 201],
    request: (world) => ({ body: { ...definition, unionId: world.network.near.id } }),
    keep: 'bulletinId',
  },
  { route: 'PUT /bulletins/{bulletinId}', expected: hidden, request: () => ({ body: definition }) },
  { route: 'POST /bulletins/{bulletinId}/publish', expected: hidden },
  { route: 'GET /bulletins/{bulletinId}', expected: forMembers },
  {
    route: 'GET /bulletins/{bulletinId}/revisions/{number}',
    expected: forMembers,
    request: (world) => ({ params: { bulletinId: idOf(world, 'bulletinId'), number: '1' } }),
  },
  { route: 'GET /bulletins', expected: signedIn },
  {
    route: 'GET /public/bulletins/{bulletinId}',
    expected: anybody,
    before: publishForAnybody,
    request: (world) => ({ params: { bulletinId: idOf(world, 'publicBulletinId') } }),
  },
  { route: 'GET /public/bulletins', expected: anybody },
  { route: 'POST /bulletins/{bulletinId}/confirm', expected: forMembers },
  { route: 'GET /bulletins/{bulletinId}/reading', expected: hidden, request: ofNear },
  { route: 'GET /bulletins/{bulletinId}/unread', expected: hidden, request: ofNear },
  { route: 'POST /bulletins/{bulletinId}/remind', expected: managed },
  {
    route: 'POST /bulletins/{bulletinId}/correct',
    expected: managed,
    request: () => ({ body: { ...words, pinned: true, note: '补充了值班电话' } }),
  },
  {
    route: 'POST /bulletins/{bulletinId}/withdraw',
    expected: managed,
    request: () => ({ body: { reason: '另行通知' } }),
  },
  { route: 'POST /bulletins/{bulletinId}/restore', expected: managed },
];
