import type { BulletinView } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type {
  AddedBulletinAttachmentView,
  AddedBulletinPictureView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-file.contract';
import { type AccessRow, type AccessWorld, idOf, type RowRequest } from './access-world.js';
import { png } from './one-pixel.js';

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

async function upload({ people, ids }: AccessWorld): Promise<void> {
  const { client } = people.keeper;
  const text = Buffer.from('姓名,电话\n值班室,8001\n', 'utf8');
  ids.set('bulletinPicture', (await client.upload('p.png', png, 'image/png')).key);
  ids.set('bulletinAttachment', (await client.upload('list.csv', text, 'text/csv')).key);
}

const pictureBody = (world: AccessWorld) => ({ fileKey: idOf(world, 'bulletinPicture') });
const attachmentBody = (world: AccessWorld) => ({
  fileKey: idOf(world, 'bulletinAttachment'),
  fileName: '值班电话.csv',
});

/** Two bulletins with both files: one that anybody may read, and one for members. */
async function publishWithFiles(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const unionId = world.network.near.id;
  const path = `/unions/${unionId}`;
  // The same uploads are the same files.
  const picture = await client.post<AddedBulletinPictureView>(
    `${path}/bulletin-pictures`,
    pictureBody(world),
  );
  const attachment = await client.post<AddedBulletinAttachmentView>(
    `${path}/bulletin-attachments`,
    attachmentBody(world),
  );
  world.ids.set('bulletinPictureId', picture.fileId).set('bulletinAttachmentId', attachment.fileId);
  const pictures = [{ fileId: picture.fileId, alt: '值班室' }];
  const attachments = [{ fileId: attachment.fileId, title: '值班电话' }];
  for (const [audience, name] of [
    ['public', 'publicBulletinId'],
    ['members', 'membersBulletinId'],
  ] as const) {
    const body = { ...definition, pictures, attachments, audience, unionId };
    const made = await client.post<BulletinView>('/bulletins', body);
    await client.post(`/bulletins/${made.id}/publish`, {}, { ifMatch: made.version });
    world.ids.set(name, made.id);
  }
}

const ofFile =
  (bulletin: 'publicBulletinId' | 'membersBulletinId', file: 'bulletinPictureId' | 'bulletinAttachmentId') =>
  (world: AccessWorld): RowRequest => ({
    params: { bulletinId: idOf(world, bulletin), fileId: idOf(world, file), width: '320' },
  });

const ofPublic = (world: AccessWorld) => ({ params: { bulletinId: idOf(world, 'publicBulletinId') } });

const comments = '/bulletins/{bulletinId}/comments';
const underMembers = (body?: unknown) => (world: AccessWorld) => ({
  params: { bulletinId: idOf(world, 'membersBulletinId') },
  ...(body === undefined ? {} : { body }),
});
const ofComment = (body?: unknown) => (world: AccessWorld) => ({
  params: { bulletinId: idOf(world, 'membersBulletinId'), commentId: idOf(world, 'commentId') },
  ...(body === undefined ? {} : { body }),
});

const ofNear = ({ network }: AccessWorld) => ({ query: `unionId=${network.near.id}` });

/** Everybody follows for themselves. */
const followed = (world: AccessWorld) => ({
  params: {
    unionId: world.network.near.id,
    kind: 'policy',
    business: 'culture',
    resourceFunction: 'people',
  },
});

/** A bulletin is its union's officers'; who reads it is whom it is for. */
export const bulletinRows: readonly AccessRow[] = [
  {
    route: 'POST /bulletins',
    expected: [401, 404, 404, 201],
    request: (world) => ({ body: { ...definition, unionId: world.network.near.id } }),
    keep: 'bulletinId',
  },
  {
    route: 'GET /unions/{unionId}/bulletin-audience',
    expected: hidden,
    request: ({ network }) => ({ params: { unionId: network.near.id }, query: 'audience=members' }),
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
    route: 'POST /unions/{unionId}/bulletin-pictures',
    expected: [401, 404, 404, 201],
    before: upload,
    request: (world) => ({ params: { unionId: world.network.near.id }, body: pictureBody(world) }),
  },
  {
    route: 'POST /unions/{unionId}/bulletin-attachments',
    expected: [401, 404, 404, 201],
    request: (world) => ({ params: { unionId: world.network.near.id }, body: attachmentBody(world) }),
  },
  {
    route: 'GET /bulletins/{bulletinId}/pictures/{fileId}/{width}',
    expected: forMembers,
    before: publishWithFiles,
    request: ofFile('membersBulletinId', 'bulletinPictureId'),
  },
  {
    route: 'GET /bulletins/{bulletinId}/attachments/{fileId}',
    expected: forMembers,
    request: ofFile('membersBulletinId', 'bulletinAttachmentId'),
  },
  {
    route: 'GET /public/bulletins/{bulletinId}/pictures/{fileId}/{width}',
    expected: anybody,
    request: ofFile('publicBulletinId', 'bulletinPictureId'),
  },
  {
    route: 'GET /public/bulletins/{bulletinId}/attachments/{fileId}',
    expected: anybody,
    request: ofFile('publicBulletinId', 'bulletinAttachmentId'),
  },
  {
    route: 'GET /public/bulletins/{bulletinId}',
    expected: anybody,
    request: ofPublic,
  },
  { route: 'GET /public/bulletins', expected: anybody },
  {
    route: 'POST /bulletins/{bulletinId}/outside-counts',
    expected: [401, 403, 403, 201],
    request: (world) => ({
      ...ofPublic(world),
      body: { channel: 'website', day: '2026-01-05', readers: 12 },
    }),
    keep: 'countId',
  },
  { route: 'GET /bulletins/{bulletinId}/outside-counts', expected: [401, 403, 403, 200], request: ofPublic },
  {
    route: 'DELETE /bulletins/{bulletinId}/outside-counts/{countId}',
    expected: [401, 403, 403, 200],
    request: (world) => ({
      params: { bulletinId: idOf(world, 'publicBulletinId'), countId: idOf(world, 'countId') },
    }),
  },
  {
    route: 'PUT /bulletins/{bulletinId}/commenting',
    expected: managed,
    request: underMembers({ commenting: 'open' }),
  },
  {
    route: 'POST /bulletins/{bulletinId}/comments',
    expected: [401, 201, 404, 201],
    right: 'approver',
    request: underMembers({ text: '值班表在哪里看？' }),
    keep: 'commentId',
  },
  { route: 'GET /bulletins/{bulletinId}/comments', expected: forMembers, request: underMembers() },
  {
    route: 'POST /bulletin-comments/{commentId}/reports',
    expected: [401, 201, 404, 201],
    request: ofComment({ words: '这是广告' }),
  },
  { route: 'GET /bulletins/{bulletinId}/comment-reports', expected: managed, request: underMembers() },
  {
    route: 'POST /bulletin-comments/{commentId}/dismiss-reports',
    expected: managed,
    sees: comments,
    right: 'federal',
    request: ofComment(),
  },
  {
    route: 'POST /bulletin-comments/{commentId}/hide',
    expected: managed,
    sees: comments,
    request: ofComment({ reason: '与信息无关' }),
  },
  {
    route: 'POST /bulletin-comments/{commentId}/appeal',
    expected: hidden,
    right: 'approver',
    sees: comments,
    request: ofComment({ words: '这不是广告' }),
  },
  {
    route: 'POST /bulletin-comments/{commentId}/refuse-appeal',
    expected: hidden,
    sees: comments,
    right: 'federal',
    request: ofComment({ reason: '义卖请发在活动页' }),
  },
  {
    route: 'POST /bulletin-comments/{commentId}/show',
    expected: hidden,
    sees: comments,
    right: 'federal',
    request: ofComment(),
  },
  {
    route: 'POST /bulletin-comments/{commentId}/withdraw',
    expected: managed,
    right: 'approver',
    sees: comments,
    request: ofComment(),
  },
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
  { route: 'PUT /me/bulletin-subscriptions/unions/{unionId}', expected: signedIn, request: followed },
  { route: 'PUT /me/bulletin-subscriptions/kinds/{kind}', expected: signedIn, request: followed },
  { route: 'PUT /me/bulletin-subscriptions/businesses/{business}', expected: signedIn, request: followed },
  {
    route: 'PUT /me/bulletin-subscriptions/functions/{resourceFunction}',
    expected: signedIn,
    request: followed,
  },
  { route: 'GET /me/bulletin-subscriptions', expected: signedIn },
  { route: 'DELETE /me/bulletin-subscriptions/unions/{unionId}', expected: signedIn, request: followed },
  { route: 'DELETE /me/bulletin-subscriptions/kinds/{kind}', expected: signedIn, request: followed },
  { route: 'DELETE /me/bulletin-subscriptions/businesses/{business}', expected: signedIn, request: followed },
  {
    route: 'DELETE /me/bulletin-subscriptions/functions/{resourceFunction}',
    expected: signedIn,
    request: followed,
  },
];
