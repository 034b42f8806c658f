import type { AlbumPictureView } from '@gongxiang/contracts/sharing/activities/album-picture.contract';
import { beginNow } from '../demo/steps/door.js';
import { type AccessRow, type AccessWorld, idOf, type RowRequest } from './access-world.js';
import { publishActivity } from './fixtures.js';
import { png } from './one-pixel.js';

const signedIn = [401, 200, 200, 200] as const;
const forAll = [200, 200, 200, 200] as const;
/** What is published is seen by all, and managed by its organiser. */
const published = [401, 403, 403, 200] as const;

const csv = '姓名,工号\r\n';

/** An activity that has begun, with a list to be handed out. */
async function begin(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const activity = await publishActivity(client, world.network.near, 5);
  await beginNow(client, activity.id);
  world.ids.set('begunId', activity.id);
  world.ids.set('attachmentFile', (await client.upload('list.csv', csv, 'text/csv')).key);
}

function ofBegun(world: AccessWorld): RowRequest {
  return { params: { activityId: idOf(world, 'begunId') } };
}

/** It is saved, whatever a browser would make of it. */
async function isOnlySaved(world: AccessWorld): Promise<void> {
  const path = `/public/activities/${idOf(world, 'begunId')}/attachments/${idOf(world, 'attachmentId')}/file`;
  const { headers } = await fetch(`${world.platform.gatewayUrl}/api/v1${path}`);
  const names = [
    'content-type',
    'content-disposition',
    'x-content-type-options',
    'content-security-policy',
  ] as const;
  const found = JSON.stringify(names.map((name) => headers.get(name)));
  const wanted = JSON.stringify([
    'text/csv',
    `attachment; filename="_.csv"; filename*=UTF-8''${encodeURIComponent('名单.csv')}`,
    'nosniff',
    "default-src 'none'; sandbox",
  ]);
  if (found !== wanted) throw new Error(`an attachment is not only saved: ${found}`);
}

/** Each attachment is for those whom the organiser has chosen; whoever manages the activity arranges them. */
export const attachmentRows: readonly AccessRow[] = [
  {
    route: 'POST /activities/{activityId}/attachments',
    expected: [401, 403, 403, 201],
    before: begin,
    request: (world) => {
      const fileKey = idOf(world, 'attachmentFile');
      return { ...ofBegun(world), body: { fileKey, fileName: '名单.csv', visibility: 'everybody' } };
    },
    keep: 'attachmentId',
  },
  { route: 'GET /activities/{activityId}/attachments', expected: signedIn, request: ofBegun },
  {
    route: 'PUT /activities/{activityId}/attachments',
    expected: published,
    request: (world) => ({ ...ofBegun(world), body: { attachmentIds: [idOf(world, 'attachmentId')] } }),
  },
  { route: 'GET /public/activities/{activityId}/attachments', expected: forAll, request: ofBegun },
  {
    route: 'GET /public/activities/{activityId}/attachments/{attachmentId}/file',
    expected: forAll,
    before: isOnlySaved,
    request: ofBegun,
  },
  {
    route: 'PATCH /activities/{activityId}/attachments/{attachmentId}',
    expected: published,
    request: (world) => ({ ...ofBegun(world), body: { visibility: 'hosts' } }),
  },
  {
    route: 'GET /activities/{activityId}/attachments/{attachmentId}/file',
    expected: [401, 404, 404, 200],
    request: ofBegun,
  },
  {
    route: 'DELETE /activities/{activityId}/attachments/{attachmentId}',
    expected: published,
    request: ofBegun,
  },
  {
    route: 'POST /activities/{activityId}/attachments/{attachmentId}/restore',
    expected: published,
    request: ofBegun,
  },
];

/** What is asked to add a picture of the hosts, which is shown at once. */
async function newPicture(world: AccessWorld): Promise<object> {
  const { key: fileKey } = await world.people.keeper.client.upload('p.png', png, 'image/png');
  return { fileKey, caption: '颁奖', consent: true };
}

async function addPicture(world: AccessWorld): Promise<string> {
  const path = `/activities/${idOf(world, 'begunId')}/album-pictures`;
  const { id } = await world.people.keeper.client.post<AlbumPictureView>(path, await newPicture(world));
  return id;
}

function inWidth(world: AccessWorld): RowRequest {
  return { params: { ...ofBegun(world).params, pictureId: idOf(world, 'albumPictureId'), width: '320' } };
}

function ofPicture(world: AccessWorld, body?: object): RowRequest {
  const params = { ...ofBegun(world).params, pictureId: idOf(world, 'albumPictureId') };
  return body === undefined ? { params } : { params, body };
}

/** Who was there and who hosts adds; hosts decide; members of the hosts' unions see what is approved. */
export const albumRows: readonly AccessRow[] = [
  {
    route: 'POST /activities/{activityId}/album-pictures',
    expected: [401, 403, 403, 201],
    request: async (world) => ({ ...ofBegun(world), body: await newPicture(world) }),
    keep: 'albumPictureId',
  },
  { route: 'GET /activities/{activityId}/album-pictures', expected: signedIn, request: ofBegun },
  {
    route: 'GET /activities/{activityId}/album-pictures/{pictureId}/{width}',
    expected: [401, 200, 404, 200],
    request: inWidth,
  },
  {
    route: 'POST /activities/{activityId}/album-pictures/{pictureId}/hide',
    expected: [401, 403, 404, 200],
    request: (world) => ofPicture(world, { reason: '画面模糊' }),
  },
  {
    route: 'POST /activities/{activityId}/album-pictures/{pictureId}/approve',
    expected: [401, 404, 404, 200],
    request: (world) => ofPicture(world),
  },
  {
    route: 'PATCH /activities/{activityId}/album-pictures/{pictureId}',
    expected: [401, 403, 404, 200],
    request: (world) => ofPicture(world, { isPublic: true }),
  },
  { route: 'GET /public/activities/{activityId}/album-pictures', expected: forAll, request: ofBegun },
  {
    route: 'GET /public/activities/{activityId}/album-pictures/{pictureId}/{width}',
    expected: forAll,
    request: inWidth,
  },
  {
    route: 'POST /activities/{activityId}/album-pictures/{pictureId}/report',
    expected: [401, 200, 404, 200],
    // Each reports another one: whoever comes second would not see it any more.
    request: async (world) => {
      const params = { ...ofBegun(world).params, pictureId: await addPicture(world) };
      return { params, body: { reason: 'inPicture' } };
    },
  },
  {
    route: 'DELETE /activities/{activityId}/album-pictures/{pictureId}',
    // It is public by now, so that the other officer sees it, too.
    expected: [401, 403, 403, 200],
    request: (world) => ofPicture(world),
  },
];
