import { type AccessRow, type AccessWorld, idOf, versionAt } from './access-world.js';

/** Whoever acts for the union that writes sees it; to all others it does not exist. */
const ofUnion = [401, 404, 404, 200] as const;

const ofNear = (world: AccessWorld) => ({
  unionId: world.network.near.id,
  audience: { kind: 'union', id: world.network.near.id },
});
const words = { title: '冬季送温暖', text: '请到工会登记。', urgency: 'soon', release: 'draft' };
const one = (world: AccessWorld) => ({ announcementId: idOf(world, 'announcementId') });

export const announcementRows: readonly AccessRow[] = [
  {
    route: 'POST /announcements/preview',
    expected: [401, 403, 403, 200],
    request: (world) => ({ body: ofNear(world) }),
  },
  {
    route: 'POST /announcements',
    expected: [401, 403, 403, 201],
    request: (world) => ({ body: { ...ofNear(world), ...words } }),
    keep: 'announcementId',
  },
  { route: 'GET /announcements', expected: [401, 200, 200, 200] },
  { route: 'GET /announcements/{announcementId}', expected: ofUnion },
  { route: 'GET /announcements/{announcementId}/report', expected: ofUnion },
  {
    route: 'PUT /announcements/{announcementId}',
    expected: ofUnion,
    request: async (world) => ({
      params: one(world),
      body: { audience: ofNear(world).audience, ...words },
      ifMatch: await versionAt(world, `/announcements/${idOf(world, 'announcementId')}`),
    }),
  },
  { route: 'POST /announcements/{announcementId}/withdraw', expected: ofUnion },
  // What clubs and groups write: nobody acts for this group but its union.
  {
    route: 'POST /announcements',
    expected: [401, 403, 403, 201],
    request: (world) => ({
      body: {
        unionId: world.network.near.id,
        writer: 'group',
        audience: { kind: 'group', id: idOf(world, 'groupId') },
        ...words,
      },
    }),
  },
  {
    route: 'GET /announcements',
    expected: ofUnion,
    request: (world) => ({ query: `writerId=${idOf(world, 'groupId')}` }),
  },
  { route: 'GET /groups/{groupId}/sign-ups', expected: ofUnion },
];
