import type { MemberMergeView } from '@gongxiang/contracts/membership/members/member-merge.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import { eventually } from '@gongxiang/testing';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { newResident } from './fixtures.js';

const hidden = [401, 404, 404, 200] as const;

/** Merges of two records, by officers above both: `keeper` proposes, the operator of the federation decides. */
export const mergeRows: readonly AccessRow[] = [
  { route: 'GET /member-merges/candidates', expected: [401, 403, 200, 200] },
  {
    route: 'GET /member-merges/comparison',
    expected: hidden,
    before: twoRecords,
    request: (world) => ({ query: pairQuery(world) }),
  },
  {
    route: 'GET /member-merges/preview',
    expected: hidden,
    request: (world) => ({ query: pairQuery(world) }),
  },
  {
    route: 'POST /member-merges',
    expected: [401, 404, 404, 201],
    request: (world) => ({ body: proposal(world) }),
    keep: 'mergeId',
  },
  { route: 'GET /member-merges', expected: [401, 403, 200, 200] },
  { route: 'GET /member-merges/{mergeId}', expected: hidden },
  { route: 'POST /member-merges/{mergeId}/withdraw', expected: hidden },
  {
    route: 'POST /member-merges/{mergeId}/refuse',
    expected: hidden,
    right: 'operator',
    before: propose,
    request: () => ({ body: { reason: '核实是两个人' } }),
  },
  {
    route: 'POST /member-merges/{mergeId}/approve',
    expected: hidden,
    right: 'operator',
    before: proposeAnew,
  },
  {
    route: 'POST /member-merges/{mergeId}/undo',
    expected: hidden,
    right: 'operator',
    before: untilApplied,
    request: () => ({ body: { reason: '核实是两个人' } }),
  },
];

async function twoRecords(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  for (const name of ['survivorId', 'mergedId']) {
    const member = { unionId: world.network.near.id, ...newResident() };
    world.ids.set(name, (await client.post<MemberView>('/members', member)).personId);
  }
}

function pairQuery(world: AccessWorld): string {
  return `survivorId=${idOf(world, 'survivorId')}&mergedId=${idOf(world, 'mergedId')}`;
}

function proposal(world: AccessWorld): object {
  return {
    survivorId: idOf(world, 'survivorId'),
    mergedId: idOf(world, 'mergedId'),
    name: 'survivor',
    residentNumber: 'survivor',
    phone: 'survivor',
    reason: '本人到场核对',
  };
}

async function propose(world: AccessWorld): Promise<void> {
  const merge = await world.people.keeper.client.post<MemberMergeView>('/member-merges', proposal(world));
  world.ids.set('mergeId', merge.id);
}

async function proposeAnew(world: AccessWorld): Promise<void> {
  await twoRecords(world);
  await propose(world);
}

async function untilApplied(world: AccessWorld): Promise<void> {
  await eventually(async () => {
    const merge = await world.people.operator.client.get<MemberMergeView>(
      `/member-merges/${idOf(world, 'mergeId')}`,
    );
    if (merge.state !== 'applied') throw new Error(`it is ${merge.state}`);
  });
}
