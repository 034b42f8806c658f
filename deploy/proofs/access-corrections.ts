import type { CorrectionView } from '@gongxiang/contracts/membership/members/correction.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { newResident } from './fixtures.js';

const hidden = [401, 404, 404, 200] as const;

type Proposer = 'keeper' | 'operator';

/** Somebody new of the union, for whom one officer asks for another number, with a picture of the paper. */
async function propose(world: AccessWorld, by: Proposer, withPaper = false): Promise<void> {
  const { client } = world.people[by];
  const { id: memberId } = await client.post<MemberView>('/members', {
    unionId: world.network.near.id,
    ...newResident(),
  });
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const paper = withPaper ? { fileKey: (await client.upload('card.png', png, 'image/png')).key } : {};
  const { residentNumber } = newResident();
  const made = await client.post<CorrectionView>('/corrections', { memberId, residentNumber, ...paper });
  world.ids.set('correctionId', made.id);
}

/** A correction of a record is between the person and the officers of their union. */
export const recordCorrectionRows: readonly AccessRow[] = [
  {
    route: 'POST /corrections',
    expected: [401, 404, 404, 201],
    request: (world) => ({ body: { memberId: idOf(world, 'memberId'), name: '章三丰' } }),
    before: async (world) => {
      const body = { unionId: world.network.near.id, ...newResident() };
      const { id } = await world.people.keeper.client.post<MemberView>('/members', body);
      world.ids.set('memberId', id);
    },
    keep: 'correctionId',
  },
  {
    route: 'POST /corrections/{correctionId}/reverse',
    expected: [401, 404, 404, 201],
  },
  {
    route: 'GET /corrections',
    expected: [401, 403, 403, 200],
    request: (world) => ({ query: `union=${world.network.near.id}` }),
  },
  {
    route: 'GET /corrections/{correctionId}',
    expected: hidden,
    before: (world) => propose(world, 'operator', true),
  },
  { route: 'GET /corrections/{correctionId}/paper', expected: hidden },
  { route: 'POST /corrections/{correctionId}/apply', expected: hidden },
  {
    route: 'POST /corrections/{correctionId}/refuse',
    expected: hidden,
    before: (world) => propose(world, 'operator'),
    request: () => ({ body: { reason: '照片看不清' } }),
  },
  {
    route: 'POST /corrections/{correctionId}/withdraw',
    expected: hidden,
    before: (world) => propose(world, 'keeper'),
  },
];
