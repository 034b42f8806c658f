import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, OneOf, SomeOf, Text, Uuid, Whole } from '../../core/fields.js';

/** `lapsed`: the person or the new union did not answer in time. */
export const transferStates = ['asked', 'disputed', 'done', 'refused', 'withdrawn', 'lapsed'] as const;
export type TransferState = (typeof transferStates)[number];

export const transferAskers = ['person', 'newUnion', 'oldUnion'] as const;
export type TransferAsker = (typeof transferAskers)[number];

export const transferActs = ['agree', 'refuse', 'object', 'decide', 'withdraw'] as const;
export type TransferAct = (typeof transferActs)[number];

/** The person themselves names the new union alone; the old union a member of theirs; the new union name and number. */
export class CreateTransfer {
  @Uuid({ description: 'The union to which the membership moves' }) toUnionId: string;
  @Uuid({ optional: true, description: 'Asked by the old union: the membership' }) memberId?: string;
  @Text({ optional: true, max: 100, description: 'Asked by the new union: the whole name' }) name?: string;
  @Text({ optional: true, max: 40, description: 'Asked by the new union: the resident number' })
  residentNumber?: string;
}

export class TransferId {
  @Uuid() transferId: string;
}

export class RefuseTransfer {
  @Uuid() transferId: string;
  @Text({ max: 500, example: '劳动合同尚未签订' }) reason: string;
}

export class DecideTransfer {
  @Uuid() transferId: string;
  @Flag({ description: 'True: the objection does not stand, and the transfer goes on; false: it is refused' })
  goesOn: boolean;
  @Text({ max: 500, example: '劳动合同已经签订，应予接转' }) reason: string;
}

export class ListTransfers extends PageRequest {
  @Uuid({ optional: true, description: 'Only from or to this union and those below it' }) union?: string;
  @OneOf(transferStates, { optional: true, name: 'TransferState' }) state?: TransferState;
  @Flag({ optional: true, description: 'Only those of the caller’s own membership' }) mine?: boolean;
}

export class TransferView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(transferStates, { name: 'TransferState' }) state: TransferState;
  @OneOf(transferAskers, { name: 'TransferAsker' }) askedBy: TransferAsker;
  @Text({ description: 'As the new union has entered it, or of the member; 张* without the right to see it' })
  personName: string;
  @Uuid({ nullable: true, description: 'Null to the new union until the person has agreed' }) fromUnionId:
    string | null;
  @Text({ nullable: true }) fromUnionName: string | null;
  @Uuid() toUnionId: string;
  @Text() toUnionName: string;
  @Instant() askedAt: string;
  @Flag() personAgreed: boolean;
  @Flag() newUnionAgreed: boolean;
  @Flag({ description: 'The old union agreed, or its objection was overruled' }) oldUnionAgreed: boolean;
  @Instant({ description: 'Until then the old union may object; afterwards its silence is consent' })
  objectUntil: string;
  @Instant({ description: 'By then the person and the new union must have agreed' }) lapsesAt: string;
  @Text({ nullable: true, max: 500, description: 'Why the old union objects' }) objection: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was refused, or how the dispute was decided' })
  reason: string | null;
  @Instant({ nullable: true }) endedAt: string | null;
  @Flag({
    description:
      'All have agreed, but the member is the only officer of a union: a successor is needed first',
  })
  needsSuccessor: boolean;
  @SomeOf(transferActs, { description: 'What the caller may do now' }) acts: TransferAct[];
}

const shown = query('membership.transfer.get', TransferId, TransferView, {
  http: 'GET membership-transfers/:transferId',
  tag: 'members',
  summary: 'Shows a transfer, to the person and to officers of both unions and above',
});

export const transferContract = {
  create: command('membership.transfer.create', CreateTransfer, TransferView, {
    http: 'POST membership-transfers',
    tag: 'members',
    summary:
      'Asks for a transfer of a membership. By name and number the answer is the same whether or not there is such a person',
    freshRoles: true,
    example: { toUnionId: '019a0000-0000-7000-8000-000000000001' },
  }),
  agree: versioned(
    command('membership.transfer.agree', TransferId, TransferView, {
      http: 'POST membership-transfers/:transferId/agree',
      tag: 'members',
      summary: 'Agrees, as the person, the new union or the old one',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  refuse: versioned(
    command('membership.transfer.refuse', RefuseTransfer, TransferView, {
      http: 'POST membership-transfers/:transferId/refuse',
      tag: 'members',
      summary: 'Refuses, as the person or the new union',
      status: 200,
      freshRoles: true,
      example: { reason: '劳动合同尚未签订' },
    }),
    shown,
  ),
  object: versioned(
    command('membership.transfer.object', RefuseTransfer, TransferView, {
      http: 'POST membership-transfers/:transferId/object',
      tag: 'members',
      summary: 'Objects, as the old union: the nearest union above both decides',
      status: 200,
      freshRoles: true,
      example: { reason: '劳动关系仍在我单位' },
    }),
    shown,
  ),
  decide: versioned(
    command('membership.transfer.decide', DecideTransfer, TransferView, {
      http: 'POST membership-transfers/:transferId/decide',
      tag: 'members',
      summary: 'Decides on an objection, by an officer above both unions',
      status: 200,
      freshRoles: true,
      example: { goesOn: true, reason: '劳动合同已经签订，应予接转' },
    }),
    shown,
  ),
  withdraw: versioned(
    command('membership.transfer.withdraw', TransferId, TransferView, {
      http: 'POST membership-transfers/:transferId/withdraw',
      tag: 'members',
      summary: 'Withdraws a transfer, by the side that has asked for it',
      status: 200,
    }),
    shown,
  ),
  get: shown,
  list: query('membership.transfer.list', ListTransfers, pageOf(TransferView), {
    http: 'GET membership-transfers',
    tag: 'members',
    summary: 'Lists transfers from and to one’s unions, or of one’s own membership, newest first',
  }),
};
