import { roleNames, type RoleName } from '@gongxiang/domain';
import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { CalendarDate, Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

/**
 * What a union cannot decide alone: a role, its own name, tier, code or place in the tree, the figures that give its enterprise another size class, and that
 * a printed code sets a member's password anew.
 */
export const pendingChangeKinds = ['role', 'union', 'enterprise', 'passwordReset'] as const;
export type PendingChangeKind = (typeof pendingChangeKinds)[number];
/**
 * `waiting` for a second officer; `offered` to the person who is to hold the role, by whom it is accepted; `confirmed`: it has taken
 * effect.
 */
export const pendingChangeStates = ['waiting', 'offered', 'confirmed', 'refused', 'withdrawn'] as const;
export type PendingChangeState = (typeof pendingChangeStates)[number];
export const changedFields = [
  'name',
  'tier',
  'uscc',
  'parentId',
  'sector',
  'employees',
  'revenueWan',
  'assetsWan',
  'sizeClass',
] as const;
export type ChangedField = (typeof changedFields)[number];

/** So many of a person's proposals may wait at a time. */
export const pendingChangesMax = 50;

export class ListPendingChangesRequest extends PageRequest {
  @OneOf(pendingChangeStates, { optional: true, name: 'PendingChangeState' }) state?: PendingChangeState;
  @Flag({ optional: true, description: 'Only those that wait for somebody, or are offered' }) open?: boolean;
  @Uuid({ optional: true, description: 'Only those of this union' }) unionId?: string;
  @Flag({ optional: true, description: 'Only those that the caller may confirm, accept or refuse now' })
  waitingForMe?: boolean;
  @Flag({ optional: true, description: 'Only those that the caller has proposed, or that are about them' })
  mine?: boolean;
}

export class PendingChangeIdRequest {
  @Uuid() pendingChangeId: string;
}

export class RefusePendingChangeRequest {
  @Uuid() pendingChangeId: string;
  @Text({ max: 500, example: '请先由上级工会核实此人身份' }) reason: string;
}

/** Of `parentId` the values are ids of unions. */
export class FieldChangeView {
  @OneOf(changedFields, { name: 'ChangedField' }) field: ChangedField;
  @Text({ nullable: true }) before: string | null;
  @Text({ nullable: true }) after: string | null;
}

export class PendingChangeView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(pendingChangeKinds, { name: 'PendingChangeKind' }) kind: PendingChangeKind;
  @OneOf(pendingChangeStates, { name: 'PendingChangeState' }) state: PendingChangeState;
  @Uuid({ description: 'The union at which the role is granted, or which changes' }) unionId: string;
  @Text() unionName: string;
  @Uuid({ description: 'The person, the union or the enterprise' }) subjectId: string;
  @Text({ description: 'Of a person 张*' }) subjectName: string;
  @OneOf(roleNames, { nullable: true, description: 'The role that is to be granted' }) role: RoleName | null;
  @CalendarDate({
    nullable: true,
    description: 'The last day on which the role is to be held, in China; null where it has no end',
  })
  validTo: string | null;
  @ListOf(() => FieldChangeView, {
    max: changedFields.length,
    description: 'Empty for a role and for a password',
  })
  changes: FieldChangeView[];
  @Uuid() proposedBy: string;
  @Text({ description: '张*' }) proposerName: string;
  @Instant() proposedAt: string;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was refused' }) reason: string | null;
  @Flag({ description: 'The caller may confirm or refuse it, or accept or decline it' }) waitsForMe: boolean;
}

export const pendingChangeContract = {
  list: query('membership.pending-change.list', ListPendingChangesRequest, pageOf(PendingChangeView), {
    http: 'GET pending-changes',
    tag: 'unions',
    summary:
      'Roles, names, tiers, codes and size classes that wait for the union above, or have waited, newest first',
  }),
  get: query('membership.pending-change.get', PendingChangeIdRequest, PendingChangeView, {
    http: 'GET pending-changes/:pendingChangeId',
    tag: 'unions',
    summary: 'One of them, for both unions, for whoever proposed it and for the person whom it is about',
  }),
  confirm: command('membership.pending-change.confirm', PendingChangeIdRequest, PendingChangeView, {
    http: 'POST pending-changes/:pendingChangeId/confirm',
    tag: 'unions',
    summary:
      'Lets it take effect, by an officer of the union above who is neither its proposer nor its person',
    status: 200,
    freshRoles: true,
  }),
  refuse: command('membership.pending-change.refuse', RefusePendingChangeRequest, PendingChangeView, {
    http: 'POST pending-changes/:pendingChangeId/refuse',
    tag: 'unions',
    summary: 'Refuses it with a reason, by whoever may confirm it',
    status: 200,
    freshRoles: true,
    example: { reason: '请先由上级工会核实此人身份' },
  }),
  withdraw: command('membership.pending-change.withdraw', PendingChangeIdRequest, PendingChangeView, {
    http: 'POST pending-changes/:pendingChangeId/withdraw',
    tag: 'unions',
    summary: 'Takes it back, by whoever has proposed it',
    status: 200,
  }),
};
