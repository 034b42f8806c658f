import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, OneOf, SomeOf, Text, Uuid, Whole } from '../../core/fields.js';

/** `running`: the memberships move, some at a time; `done`: none is left but those that were held back. */
export const unionTransferStates = ['waiting', 'running', 'done', 'refused', 'withdrawn'] as const;
export type UnionTransferState = (typeof unionTransferStates)[number];

export const unionTransferActs = ['confirm', 'refuse', 'withdraw'] as const;
export type UnionTransferAct = (typeof unionTransferActs)[number];

export class ProposeUnionTransfer {
  @Uuid({ description: 'The union whose members all move' }) unionId: string;
  @Uuid({ description: 'The union that takes them in' }) toUnionId: string;
  @Text({ max: 500, example: '企业整体迁入开发区', description: 'Why; no person is named' }) reason: string;
}

export class UnionTransferId {
  @Uuid() unionTransferId: string;
}

export class RefuseUnionTransfer extends UnionTransferId {
  @Text({ max: 500, example: '接收工会尚未筹备好' }) reason: string;
}

export class ListUnionTransfers extends PageRequest {
  @Uuid({ optional: true, description: 'Only from or to this union and those below it' }) union?: string;
  @Flag({ optional: true, description: 'Only those that wait or run' }) open?: boolean;
}

/** A filing that all members of a union move to another one, and how far it is. */
export class UnionTransferView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(unionTransferStates, { name: 'UnionTransferState' }) state: UnionTransferState;
  @Uuid() fromUnionId: string;
  @Text() fromUnionName: string;
  @Uuid() toUnionId: string;
  @Text() toUnionName: string;
  @Text({ max: 500 }) reason: string;
  @Whole({ description: 'Members to move; as long as it waits, those there are now' }) total: number;
  @Whole({ description: 'Members who have moved' }) moved: number;
  @Whole({ description: 'Members who stay: the only officer of a union needs a successor first' })
  heldBack: number;
  @Instant() proposedAt: string;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Instant({ nullable: true }) finishedAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was refused' }) refusal: string | null;
  @SomeOf(unionTransferActs, { description: 'What the caller may do now' }) acts: UnionTransferAct[];
}

const shown = query('membership.union-transfer.get', UnionTransferId, UnionTransferView, {
  http: 'GET union-transfers/:unionTransferId',
  tag: 'unions',
  summary: 'Shows a transfer of all members, with its progress, to officers of both unions and above',
});

export const unionTransferContract = {
  propose: command('membership.union-transfer.propose', ProposeUnionTransfer, UnionTransferView, {
    http: 'POST unions/:unionId/membership-transfers',
    tag: 'unions',
    summary: 'Files that all members of a union move to another one; an officer above both decides',
    freshRoles: true,
    example: { toUnionId: '019a0000-0000-7000-8000-000000000001', reason: '企业整体迁入开发区' },
  }),
  confirm: versioned(
    command('membership.union-transfer.confirm', UnionTransferId, UnionTransferView, {
      http: 'POST union-transfers/:unionTransferId/confirm',
      tag: 'unions',
      summary: 'Confirms it, by another officer above both unions: the memberships begin to move',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  refuse: versioned(
    command('membership.union-transfer.refuse', RefuseUnionTransfer, UnionTransferView, {
      http: 'POST union-transfers/:unionTransferId/refuse',
      tag: 'unions',
      summary: 'Refuses it, by another officer above both unions',
      status: 200,
      freshRoles: true,
      example: { reason: '接收工会尚未筹备好' },
    }),
    shown,
  ),
  withdraw: versioned(
    command('membership.union-transfer.withdraw', UnionTransferId, UnionTransferView, {
      http: 'POST union-transfers/:unionTransferId/withdraw',
      tag: 'unions',
      summary: 'Withdraws it, by whoever has filed it',
      status: 200,
    }),
    shown,
  ),
  get: shown,
  list: query('membership.union-transfer.list', ListUnionTransfers, pageOf(UnionTransferView), {
    http: 'GET union-transfers',
    tag: 'unions',
    summary: 'Lists transfers of all members, newest first',
  }),
};
