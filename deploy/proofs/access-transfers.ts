import type {
  CommitteeElectionView,
  CommitteesView,
} from '@gongxiang/contracts/membership/members/committee.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import type { TransferView } from '@gongxiang/contracts/membership/members/transfer.contract';
import type { UnionTransferView } from '@gongxiang/contracts/membership/members/union-transfer.contract';
import type { UnionClosingView } from '@gongxiang/contracts/membership/unions/union-closing.contract';
import type { UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { newResident } from './fixtures.js';

const hidden = [401, 404, 404, 200] as const;

/** Somebody new of one of the two unions whom its officers want to hand over to the other. */
async function ask(world: AccessWorld, from: 'near' | 'next'): Promise<void> {
  const { network, people } = world;
  const to = from === 'near' ? network.next : network.near;
  const { client } = people.operator;
  const body = { unionId: network[from].id, ...newResident() };
  const { id: memberId } = await client.post<MemberView>('/members', body);
  const asker = from === 'near' ? people.keeper : people.coHost;
  const made = await asker.client.post<TransferView>('/membership-transfers', { memberId, toUnionId: to.id });
  world.ids.set('transferId', made.id);
}

/** Somebody of the union `near` whom the union `next` asks for. */
async function askFor(world: AccessWorld): Promise<void> {
  const { network, people } = world;
  const person = newResident();
  await people.operator.client.post<MemberView>('/members', { unionId: network.near.id, ...person });
  const body = { toUnionId: network.next.id, name: person.name, residentNumber: person.residentNumber };
  const made = await people.coHost.client.post<TransferView>('/membership-transfers', body);
  world.ids.set('transferId', made.id);
}

/** A union below the keeper's, of which the keeper files that its members all move up: others decide above both. */
async function fileForBranch(world: AccessWorld): Promise<void> {
  const { network, people } = world;
  branches += 1;
  const branch = { parentId: network.near.id, name: `分会${String(branches)}` };
  const { id } = await people.operator.client.post<UnionView>('/unions', branch);
  const body = { toUnionId: network.near.id, reason: '并入上级工会' };
  const path = `/unions/${id}/membership-transfers`;
  const filed = await people.keeper.client.post<UnionTransferView>(path, body);
  world.ids.set('unionTransferId', filed.id);
}

/** A union below the keeper's, of which the keeper files that it is closed: others decide in the union above. */
async function fileClosing(world: AccessWorld): Promise<void> {
  const { network, people } = world;
  branches += 1;
  const branch = { parentId: network.near.id, name: `分会${String(branches)}` };
  const { id } = await people.operator.client.post<UnionView>('/unions', branch);
  const filed = await people.keeper.client.post<UnionClosingView>(`/unions/${id}/closings`, closing);
  world.ids.set('unionClosingId', filed.id);
}

/** A union below the keeper's with somebody in it. */
async function branchWithMember(world: AccessWorld): Promise<{ unionId: string; personId: string }> {
  const { network, people } = world;
  branches += 1;
  const branch = { parentId: network.near.id, name: `分会${String(branches)}` };
  const { id: unionId } = await people.operator.client.post<UnionView>('/unions', branch);
  const body = { unionId, ...newResident() };
  const { personId } = await people.operator.client.post<MemberView>('/members', body);
  return { unionId, personId };
}

const held = { heldOn: '2026-01-16', entitled: 12, present: 11 };
const electionOf = (personId: string) => ({
  ...held,
  kind: 'union',
  termYears: '3',
  seats: [{ personId, office: 'chair' }],
});

/** The keeper files an election of a union below theirs, which others decide in the union above. */
async function fileElection(world: AccessWorld): Promise<void> {
  const { unionId, personId } = await branchWithMember(world);
  const path = `/unions/${unionId}/committee-elections`;
  const filed = await world.people.keeper.client.post<CommitteeElectionView>(path, electionOf(personId));
  world.ids.set('electionId', filed.id);
}

/** One that was approved, so that its only seat can be filled anew. */
async function seatCommittee(world: AccessWorld): Promise<void> {
  const { keeper, operator } = world.people;
  const { unionId, personId } = await branchWithMember(world);
  const path = `/unions/${unionId}/committee-elections`;
  const filed = await keeper.client.post<CommitteeElectionView>(path, electionOf(personId));
  await operator.client.decide(`/committee-elections/${filed.id}/approve`, { approvalNumber: '18号' });
  const { items } = await keeper.client.get<CommitteesView>(`/unions/${unionId}/committees`);
  world.ids.set('committeeId', items[0]?.id ?? '');
  world.ids.set('seatId', items[0]?.seats[0]?.id ?? '');
  world.ids.set('personId', personId);
}

const closing = {
  ground: 'employerEnded',
  documentNumber: '青工发〔2026〕18号',
  documentDate: '2026-01-16',
  registration: 'none',
  reason: '企业破产清算已终结',
};

let branches = 0;

/** A transfer is between the person, both unions and those above. */
export const transferRows: readonly AccessRow[] = [
  {
    route: 'POST /membership-transfers',
    expected: [401, 404, 404, 201],
    before: async (world) => {
      const body = { unionId: world.network.near.id, ...newResident() };
      const { id } = await world.people.keeper.client.post<MemberView>('/members', body);
      world.ids.set('memberId', id);
    },
    request: (world) => ({ body: { memberId: idOf(world, 'memberId'), toUnionId: world.network.next.id } }),
    keep: 'transferId',
  },
  {
    route: 'GET /membership-transfers',
    expected: [401, 403, 403, 200],
    request: (world) => ({ query: `union=${world.network.near.id}` }),
  },
  { route: 'GET /membership-transfers/{transferId}', expected: hidden },
  { route: 'POST /membership-transfers/{transferId}/withdraw', expected: hidden },
  {
    route: 'POST /membership-transfers/{transferId}/agree',
    expected: hidden,
    before: (world) => ask(world, 'next'),
  },
  {
    route: 'POST /membership-transfers/{transferId}/refuse',
    expected: hidden,
    before: (world) => ask(world, 'next'),
    request: () => ({ body: { reason: '劳动合同尚未签订' } }),
  },
  {
    route: 'POST /membership-transfers/{transferId}/object',
    expected: hidden,
    before: askFor,
    request: () => ({ body: { reason: '劳动关系仍在我单位' } }),
  },
  {
    route: 'POST /membership-transfers/{transferId}/decide',
    expected: hidden,
    right: 'operator',
    request: () => ({ body: { goesOn: true, reason: '劳动合同已经签订' } }),
  },
  {
    route: 'POST /unions/{unionId}/membership-transfers',
    expected: [401, 403, 403, 201],
    request: (world) => ({
      params: { unionId: world.network.near.id },
      body: { toUnionId: world.network.next.id, reason: '企业整体迁入开发区' },
    }),
    keep: 'unionTransferId',
  },
  {
    route: 'GET /union-transfers',
    expected: [401, 403, 403, 200],
    request: (world) => ({ query: `union=${world.network.near.id}` }),
  },
  { route: 'GET /union-transfers/{unionTransferId}', expected: hidden },
  { route: 'POST /union-transfers/{unionTransferId}/withdraw', expected: hidden },
  {
    route: 'POST /union-transfers/{unionTransferId}/refuse',
    expected: hidden,
    right: 'operator',
    before: fileForBranch,
    request: () => ({ body: { reason: '接收工会尚未筹备好' } }),
  },
  {
    route: 'POST /union-transfers/{unionTransferId}/confirm',
    expected: hidden,
    right: 'operator',
    before: fileForBranch,
  },
  {
    route: 'GET /unions/{unionId}/closing',
    expected: [401, 403, 403, 200],
    request: (world) => ({ params: { unionId: world.network.near.id } }),
  },
  {
    route: 'POST /unions/{unionId}/closings',
    expected: [401, 403, 403, 201],
    request: (world) => ({ params: { unionId: world.network.near.id }, body: closing }),
    keep: 'unionClosingId',
  },
  {
    route: 'GET /unions/{unionId}/move',
    expected: [401, 403, 403, 200],
    request: (world) => ({
      params: { unionId: world.network.near.id },
      query: `parentId=${world.network.far.id}`,
    }),
  },
  {
    route: 'GET /unions/{unionId}/filing-statistics',
    expected: hidden,
    request: (world) => ({ params: { unionId: world.network.near.id } }),
  },
  {
    route: 'GET /union-closings',
    expected: [401, 403, 403, 200],
    request: (world) => ({ query: `union=${world.network.near.id}` }),
  },
  { route: 'GET /union-closings/{unionClosingId}', expected: hidden },
  { route: 'POST /union-closings/{unionClosingId}/withdraw', expected: hidden },
  {
    route: 'POST /union-closings/{unionClosingId}/refuse',
    expected: hidden,
    right: 'operator',
    before: fileClosing,
    request: () => ({ body: { reason: '会员尚未接转' } }),
  },
  {
    route: 'POST /union-closings/{unionClosingId}/confirm',
    expected: hidden,
    right: 'operator',
    before: fileClosing,
  },
  {
    route: 'POST /union-closings/{unionClosingId}/reopen',
    expected: hidden,
    right: 'operator',
    request: () => ({ body: { reason: '文件所指为另一工会' } }),
  },
  {
    route: 'POST /unions/{unionId}/committee-elections',
    expected: [401, 403, 403, 201],
    before: async (world) => {
      const body = { unionId: world.network.near.id, ...newResident() };
      const { personId } = await world.people.keeper.client.post<MemberView>('/members', body);
      world.ids.set('personId', personId);
    },
    request: (world) => ({
      params: { unionId: world.network.near.id },
      body: electionOf(idOf(world, 'personId')),
    }),
    keep: 'electionId',
  },
  {
    route: 'GET /committee-elections',
    expected: [401, 403, 403, 200],
    request: (world) => ({ query: `union=${world.network.near.id}` }),
  },
  { route: 'GET /committee-elections/{electionId}', expected: hidden },
  { route: 'POST /committee-elections/{electionId}/withdraw', expected: hidden },
  {
    route: 'POST /committee-elections/{electionId}/refuse',
    expected: hidden,
    right: 'operator',
    before: fileElection,
    request: () => ({ body: { reason: '到会人数不足三分之二' } }),
  },
  {
    route: 'POST /committee-elections/{electionId}/approve',
    expected: hidden,
    right: 'operator',
    before: fileElection,
    request: () => ({ body: { approvalNumber: '青工复〔2026〕18号' } }),
  },
  {
    route: 'POST /committees/{committeeId}/by-elections',
    expected: [401, 403, 403, 201],
    before: seatCommittee,
    request: (world) => ({
      body: { ...held, seatId: idOf(world, 'seatId'), personId: idOf(world, 'personId') },
    }),
  },
  {
    route: 'GET /unions/{unionId}/committees',
    expected: [401, 200, 200, 200],
    request: (world) => ({ params: { unionId: world.network.near.id } }),
  },
  {
    route: 'GET /public/unions/{unionId}/committees',
    expected: [200, 200, 200, 200],
    request: (world) => ({ params: { unionId: world.network.near.id } }),
  },
];
