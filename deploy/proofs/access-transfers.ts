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
];
