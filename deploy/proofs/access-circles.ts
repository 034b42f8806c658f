import { type AccessRow, type AccessWorld, idOf } from './access-world.js';

const signedIn = [401, 200, 200, 200] as const;
/** Whom it is for sees it, and does none of this. */
const managed = [401, 403, 404, 200] as const;
/** For its members and moderators; nobody else learns that it is there. */
const inside = [401, 404, 404, 200] as const;

const asking = '/circles/{circleId}/people?state=asked';
const members = '/circles/{circleId}/people';

const ofPost = (body?: unknown) => (world: AccessWorld) => ({
  params: { postId: idOf(world, 'circlePostId') },
  ...(body === undefined ? {} : { body }),
});

const about = (who: 'approver' | 'member', body?: unknown) => (world: AccessWorld) => ({
  params: { circleId: idOf(world, 'circleId'), personId: world.people[who].personId },
  ...(body === undefined ? {} : { body }),
});

/** The federation's officer is no member: they see what was reported. */
function reportAgain(world: AccessWorld): Promise<unknown> {
  const path = `/circle-posts/${idOf(world, 'circlePostId')}/reports`;
  return world.people.keeper.client.post(path, { words: '又是广告' });
}

/** A circle is read by its members; the member who asks here is outside: they ask to join, and are declined. */
export const circleRows: readonly AccessRow[] = [
  {
    route: 'POST /circles',
    expected: [401, 404, 404, 201],
    request: (world) => ({
      body: { unionId: world.network.near.id, name: '摄影圈', about: '爱拍照的工友', joining: 'open' },
    }),
    keep: 'circleId',
  },
  {
    route: 'PATCH /circles/{circleId}',
    expected: managed,
    sees: '/circles/{circleId}',
    request: () => ({ body: { joining: 'byRequest' } }),
  },
  { route: 'GET /circles/{circleId}', expected: [401, 200, 404, 200] },
  { route: 'GET /circles', expected: signedIn },
  { route: 'POST /circles/{circleId}/join', expected: [401, 200, 404, 200], right: 'approver' },
  { route: 'GET /circles/{circleId}/people', expected: managed },
  {
    route: 'POST /circles/{circleId}/people/{personId}/accept',
    expected: managed,
    sees: asking,
    request: about('approver'),
  },
  {
    route: 'POST /circles/{circleId}/people/{personId}/decline',
    expected: managed,
    sees: asking,
    request: about('member'),
  },
  {
    route: 'POST /circles/{circleId}/posts',
    expected: [401, 403, 404, 201],
    right: 'approver',
    request: () => ({ body: { title: '江边日出', text: '早上五点半集合。' } }),
    keep: 'circlePostId',
  },
  { route: 'GET /circles/{circleId}/posts', expected: managed },
  { route: 'GET /circle-posts/{postId}', expected: inside, request: ofPost() },
  {
    route: 'POST /circle-posts/{postId}/comments',
    expected: [401, 404, 404, 201],
    request: ofPost({ text: '算我一个。' }),
  },
  { route: 'GET /circle-posts/{postId}/comments', expected: inside, request: ofPost() },
  {
    route: 'PATCH /circle-posts/{postId}',
    expected: inside,
    right: 'approver',
    sees: '/circle-posts/{postId}',
    request: ofPost({ text: '改到六点集合。' }),
  },
  { route: 'POST /circle-posts/{postId}/pin', expected: inside, request: ofPost() },
  { route: 'POST /circle-posts/{postId}/unpin', expected: inside, request: ofPost() },
  {
    route: 'POST /circle-posts/{postId}/reports',
    expected: [401, 404, 404, 201],
    request: ofPost({ words: '这是广告' }),
  },
  { route: 'GET /circles/{circleId}/reports', expected: managed },
  {
    route: 'POST /circle-posts/{postId}/dismiss-reports',
    expected: inside,
    right: 'federal',
    request: ofPost(),
  },
  {
    route: 'POST /circle-posts/{postId}/hide',
    expected: inside,
    before: reportAgain,
    request: ofPost({ reason: '与圈子无关' }),
  },
  {
    route: 'POST /circle-posts/{postId}/appeal',
    expected: inside,
    right: 'approver',
    request: ofPost({ words: '这是圈友要的路线图' }),
  },
  {
    route: 'POST /circle-posts/{postId}/refuse-appeal',
    expected: inside,
    right: 'federal',
    request: ofPost({ reason: '路线图里有广告' }),
  },
  { route: 'POST /circle-posts/{postId}/show', expected: inside, right: 'federal', request: ofPost() },
  { route: 'POST /circle-posts/{postId}/withdraw', expected: inside, right: 'approver', request: ofPost() },
  {
    route: 'POST /circles/{circleId}/people/{personId}/name-moderator',
    expected: managed,
    sees: members,
    request: about('approver'),
  },
  {
    route: 'POST /circles/{circleId}/people/{personId}/end-moderator',
    expected: managed,
    sees: members,
    request: about('approver'),
  },
  {
    route: 'POST /circles/{circleId}/moderators',
    expected: managed,
    request: (world) => ({ body: { personIds: [world.people.approver.personId] } }),
  },
  {
    route: 'POST /circles/{circleId}/people/{personId}/remove',
    expected: managed,
    sees: members,
    request: about('approver', { reason: '多次发布广告' }),
  },
  { route: 'POST /circles/{circleId}/close', expected: managed },
  { route: 'POST /circles/{circleId}/reopen', expected: managed },
  { route: 'POST /circles/{circleId}/leave', expected: [401, 200, 404, 200] },
];
