import { type AccessRow, type AccessWorld, idOf, type RowRequest } from './access-world.js';
import { publishActivity } from './fixtures.js';
import { png } from './one-pixel.js';

const signedIn = [401, 200, 200, 200] as const;
const forAll = [200, 200, 200, 200] as const;
/** What is published is seen by all, and managed by its organiser. */
const published = [401, 403, 403, 200] as const;
const publishedMade = [401, 403, 403, 201] as const;

async function publishShown(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  world.ids.set('shownId', (await publishActivity(client, world.network.near, 5)).id);
  world.ids.set('pictureFile', (await client.upload('p.png', png, 'image/png')).key);
}

function ofShown(world: AccessWorld): RowRequest {
  return { params: { activityId: idOf(world, 'shownId') } };
}

function inWidth(world: AccessWorld): RowRequest {
  return { params: { activityId: idOf(world, 'shownId'), width: '320' } };
}

/** What a browser has is not sent again, and is shown as nothing but a picture. */
async function isKeptByBrowsers(world: AccessWorld): Promise<void> {
  const path = `/public/activities/${idOf(world, 'shownId')}/pictures/${idOf(world, 'pictureId')}/320`;
  const address = `${world.platform.gatewayUrl}/api/v1${path}`;
  const { headers, status } = await fetch(address);
  const etag = headers.get('etag') ?? '';
  const again = await fetch(address, { headers: { 'If-None-Match': etag } });
  const found = {
    status,
    type: headers.get('content-type'),
    sniffed: headers.get('x-content-type-options'),
    kept: headers.get('cache-control'),
    again: again.status,
    bytes: (await again.text()).length,
  };
  const wanted = {
    status: 200,
    type: 'image/webp',
    sniffed: 'nosniff',
    kept: 'public, max-age=86400',
    again: 304,
    bytes: 0,
  };
  if (etag === '' || JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(`a picture is not kept by browsers: ${JSON.stringify(found)}`);
}

/** Whoever sees an activity sees its pictures; whoever manages it arranges them. */
export const pictureRows: readonly AccessRow[] = [
  {
    route: 'POST /previews/markdown',
    expected: signedIn,
    request: () => ({ body: { text: '**饮用水**' } }),
  },
  {
    route: 'POST /activities/{activityId}/pictures',
    expected: publishedMade,
    before: publishShown,
    request: (world) => ({
      ...ofShown(world),
      body: { fileKey: idOf(world, 'pictureFile'), alt: '车间门口' },
    }),
    keep: 'pictureId',
  },
  { route: 'GET /activities/{activityId}/pictures', expected: signedIn, request: ofShown },
  {
    route: 'PUT /activities/{activityId}/pictures',
    expected: published,
    request: (world) => {
      const pictureId = idOf(world, 'pictureId');
      return { ...ofShown(world), body: { pictureIds: [pictureId], coverId: pictureId } };
    },
  },
  {
    route: 'PATCH /activities/{activityId}/pictures/{pictureId}',
    expected: published,
    request: (world) => ({ ...ofShown(world), body: { caption: '出发前' } }),
  },
  {
    route: 'GET /activities/{activityId}/pictures/{pictureId}/{width}',
    expected: signedIn,
    request: inWidth,
  },
  { route: 'GET /public/activities/{activityId}/pictures', expected: forAll, request: ofShown },
  {
    route: 'GET /public/activities/{activityId}/pictures/{pictureId}/{width}',
    expected: forAll,
    before: isKeptByBrowsers,
    request: inWidth,
  },
  { route: 'DELETE /activities/{activityId}/pictures/{pictureId}', expected: published, request: ofShown },
  {
    route: 'POST /activities/{activityId}/pictures/{pictureId}/restore',
    expected: published,
    request: ofShown,
  },
  {
    route: 'GET /activities/{activityId}/lists/{list}',
    expected: published,
    request: (world) => ({
      params: { activityId: idOf(world, 'shownId'), list: 'registrations' },
      query: 'format=csv',
    }),
  },
];
