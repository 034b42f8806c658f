import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { type AccessRow, type AccessWorld, idOf, type RowRequest } from './access-world.js';
import { png } from './one-pixel.js';

const signedIn = [401, 200, 200, 200] as const;
const byKeeper = [401, 403, 403, 200] as const;
const made = [401, 403, 403, 201] as const;

async function offerKnowHow(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const { id } = await client.post<ResourceView>('/resources', {
    owner: { kind: 'union', id: world.network.near.id },
    title: '章程范本',
    function: 'management',
    businesses: ['construction'],
    lending: 'access',
  });
  world.ids.set('knowHowId', id);
  const text = Buffer.from('第一条 本工会的名称', 'utf8');
  world.ids.set('documentFile', (await client.upload('章程.txt', text, 'text/plain')).key);
}

const ofKnowHow = (world: AccessWorld): RowRequest => ({ params: { resourceId: idOf(world, 'knowHowId') } });

async function uploadPicture(world: AccessWorld): Promise<void> {
  world.ids.set('coverFile', (await world.people.keeper.client.upload('p.png', png, 'image/png')).key);
}

const ofCover = (world: AccessWorld): RowRequest => ({
  params: { ...ofKnowHow(world).params, pictureId: idOf(world, 'coverId'), width: '320' },
});

/** Everybody sees what there is; only whoever keeps it says so, and gives it out. */
export const resourceProfileRows: readonly AccessRow[] = [
  {
    route: 'PUT /resources/{resourceId}/conditions',
    expected: byKeeper,
    before: offerKnowHow,
    request: (world) => ({ ...ofKnowHow(world), body: { text: '**不得转发**' } }),
  },
  { route: 'GET /resources/{resourceId}/conditions', expected: signedIn, request: ofKnowHow },
  {
    route: 'PUT /resources/{resourceId}/custodian',
    expected: byKeeper,
    request: (world) => ({ ...ofKnowHow(world), body: { name: '组织部', contact: '内线 6021' } }),
  },
  { route: 'GET /resources/{resourceId}/custodian', expected: signedIn, request: ofKnowHow },
  {
    route: 'PUT /resources/{resourceId}/attributes',
    expected: byKeeper,
    request: (world) => ({ ...ofKnowHow(world), body: { languages: ['中文'] } }),
  },
  { route: 'GET /resources/{resourceId}/attributes', expected: signedIn, request: ofKnowHow },
  {
    route: 'POST /resources/{resourceId}/documents',
    expected: made,
    request: (world) => ({
      ...ofKnowHow(world),
      body: { fileKey: idOf(world, 'documentFile'), fileName: '章程.txt' },
    }),
    keep: 'documentId',
  },
  { route: 'GET /resources/{resourceId}/documents', expected: signedIn, request: ofKnowHow },
  // Who has no loan of it is told that it is there, and not what is in it.
  {
    route: 'GET /resources/{resourceId}/documents/{documentId}/file',
    expected: byKeeper,
    request: ofKnowHow,
  },
  { route: 'DELETE /resources/{resourceId}/documents/{documentId}', expected: byKeeper, request: ofKnowHow },
  {
    route: 'POST /resources/{resourceId}/documents/{documentId}/restore',
    expected: byKeeper,
    request: ofKnowHow,
  },
  {
    route: 'POST /resources/{resourceId}/pictures',
    expected: made,
    before: uploadPicture,
    request: (world) => ({
      ...ofKnowHow(world),
      body: { fileKey: idOf(world, 'coverFile'), alt: '红底白字的封面' },
    }),
    keep: 'coverId',
  },
  { route: 'GET /resources/{resourceId}/pictures', expected: signedIn, request: ofKnowHow },
  {
    route: 'PUT /resources/{resourceId}/pictures',
    expected: byKeeper,
    request: (world) => ({ ...ofKnowHow(world), body: { pictureIds: [idOf(world, 'coverId')] } }),
  },
  { route: 'GET /resources/{resourceId}/pictures/{pictureId}/{width}', expected: signedIn, request: ofCover },
  {
    route: 'PATCH /resources/{resourceId}/pictures/{pictureId}',
    expected: byKeeper,
    request: (world) => ({ ...ofCover(world), body: { alt: '舞台' } }),
  },
  { route: 'DELETE /resources/{resourceId}/pictures/{pictureId}', expected: byKeeper, request: ofCover },
  {
    route: 'POST /resources/{resourceId}/pictures/{pictureId}/restore',
    expected: byKeeper,
    request: ofCover,
  },
];
