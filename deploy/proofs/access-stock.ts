import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { PiecesView } from '@gongxiang/contracts/sharing/lending/piece.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { type AccessRow, type AccessWorld, idOf, versionAt } from './access-world.js';
import { inDays } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
const byKeeper = [401, 403, 403, 200] as const;
const made = [401, 403, 403, 201] as const;
const hidden = [401, 404, 404, 200] as const;

async function offerCounted(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const owner = { kind: 'union', id: world.network.near.id };
  const about = { owner, function: 'facility', businesses: ['culture'] };
  const pieces = await client.post<ResourceView>('/resources', {
    ...about,
    title: '投影仪',
    counting: 'pieces',
  });
  const kit = await client.post<ResourceView>('/resources', { ...about, title: '放映套装', counting: 'kit' });
  world.ids.set('countedId', pieces.id);
  world.ids.set('kitId', kit.id);
}

const counted = (world: AccessWorld): { resourceId: string } => ({ resourceId: idOf(world, 'countedId') });
const piece = (world: AccessWorld): { resourceId: string; pieceId: string } => ({
  ...counted(world),
  pieceId: idOf(world, 'pieceId'),
});

/** Pieces belong to whoever keeps the resource; a label says to everybody what it is stuck on. */
export const stockRows: readonly AccessRow[] = [
  {
    route: 'POST /resources/{resourceId}/pieces',
    expected: made,
    before: offerCounted,
    request: (world) => ({ params: counted(world), body: { count: 1, prefix: '投影仪' } }),
    after: (world, answer) => {
      const [first] = (answer as unknown as PiecesView).pieces;
      world.ids.set('pieceId', first?.id ?? '');
      world.ids.set('pieceCode', first?.code ?? '');
    },
  },
  {
    route: 'GET /resources/{resourceId}/pieces',
    expected: byKeeper,
    request: (world) => ({ params: counted(world) }),
  },
  {
    route: 'PATCH /resources/{resourceId}/pieces/{pieceId}',
    expected: byKeeper,
    request: (world) => ({ params: piece(world), body: { place: '三楼器材室' }, ifMatch: 1 }),
  },
  {
    route: 'POST /resources/{resourceId}/pieces/{pieceId}/retire',
    expected: byKeeper,
    request: (world) => ({ params: piece(world) }),
  },
  {
    route: 'POST /resources/{resourceId}/pieces/{pieceId}/reinstate',
    expected: byKeeper,
    request: (world) => ({ params: piece(world) }),
  },
  {
    route: 'GET /resources/{resourceId}/pieces/{pieceId}/custody',
    expected: byKeeper,
    request: (world) => ({ params: piece(world) }),
  },
  {
    route: 'GET /resources/{resourceId}/labels',
    expected: byKeeper,
    request: (world) => ({ params: counted(world) }),
  },
  {
    route: 'GET /pieces/{code}',
    expected: signedIn,
    request: (world) => ({ params: { code: idOf(world, 'pieceCode') } }),
  },
  {
    route: 'PUT /resources/{resourceId}/contents',
    expected: byKeeper,
    request: async (world) => ({
      params: { resourceId: idOf(world, 'kitId') },
      body: { contents: [{ ...counted(world), quantity: 1 }] },
      ifMatch: await versionAt(world, `/resources/${idOf(world, 'kitId')}`),
    }),
  },
  {
    route: 'GET /resources/{resourceId}/contents',
    expected: signedIn,
    request: (world) => ({ params: { resourceId: idOf(world, 'kitId') } }),
  },
  {
    route: 'GET /loans/{loanId}/pieces',
    expected: hidden,
    before: async (world) => {
      const { client } = world.people.keeper;
      const own = { borrowerUnionId: world.network.near.id, purpose: '放映' };
      const time = { startsAt: inDays(1), endsAt: inDays(1.2) };
      const loan = await client.post<LoanView>('/loans', { ...own, ...time, ...counted(world) });
      world.ids.set('loanOfPiecesId', loan.id);
    },
    request: (world) => ({ params: { loanId: idOf(world, 'loanOfPiecesId') } }),
  },
];
