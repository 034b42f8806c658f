import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, SomeOf, Text, Uuid, Whole } from '../../core/fields.js';
import {
  MergeWarningView,
  mergeServices,
  type MergeService,
  ReferenceCountView,
  referenceKinds,
  mergeWarnings,
} from '../../words/person-merge.js';
import { type MembershipState, membershipStates } from '../membership-events.js';

/** `applying` and `undoing` until every service has done its part. */
export const memberMergeStates = [
  'proposed',
  'applying',
  'applied',
  'refused',
  'withdrawn',
  'undoing',
  'undone',
] as const;
export type MemberMergeState = (typeof memberMergeStates)[number];

/** Why two records may be one person. None of them is proof. */
export const mergeReasons = ['sameNumber', 'samePhone', 'sameName', 'alikeNumber'] as const;
export type MergeReason = (typeof mergeReasons)[number];

/** Whose value is kept. */
export const mergeSides = ['survivor', 'merged'] as const;
export type MergeSide = (typeof mergeSides)[number];

/** Days within which a merge can be undone. */
export const mergeUndoDays = 30;

export class ListMergeCandidates extends PageRequest {
  @Uuid({ optional: true, description: 'Only pairs with this person' }) personId?: string;
}

export class CompareMembers {
  @Uuid({ description: 'The person whose record stays' }) survivorId: string;
  @Uuid({ description: 'The person whose record becomes part of it' }) mergedId: string;
}

/** One of two records that may be of one person, as an officer compares them. */
export class MergePersonView {
  @Uuid() personId: string;
  @Text() name: string;
  @Text({ nullable: true, description: 'Masked' }) residentNumber: string | null;
  @Text({ nullable: true, description: 'Masked' }) phone: string | null;
  @Flag({ description: 'Has a password, and so an account' }) signsIn: boolean;
  @Uuid({ nullable: true }) unionId: string | null;
  @Text({ nullable: true }) unionName: string | null;
  @OneOf(membershipStates, { nullable: true, name: 'MembershipState' }) state: MembershipState | null;
  @Text({ nullable: true }) validFrom: string | null;
  @Whole({ description: 'Offices that the person holds' }) offices: number;
  @Instant() createdAt: string;
}

/** Two persons who may be one, the older record first. */
export class MergeCandidateView {
  @Nested(() => MergePersonView) first: MergePersonView;
  @Nested(() => MergePersonView) second: MergePersonView;
  @SomeOf(mergeReasons, { description: 'Why; none of it is proof' }) reasons: MergeReason[];
}

export class MergeComparisonView {
  @Nested(() => MergePersonView) survivor: MergePersonView;
  @Nested(() => MergePersonView) merged: MergePersonView;
  @SomeOf(mergeReasons) reasons: MergeReason[];
}

/** What one service has counted; it has not answered if there are neither counts nor warnings and `answered` is false. */
export class ServiceReferencesView {
  @OneOf(mergeServices, { name: 'MergeService' }) service: MergeService;
  @Flag() answered: boolean;
  @ListOf(() => ReferenceCountView, { max: referenceKinds.length }) counts: ReferenceCountView[];
  @ListOf(() => MergeWarningView, { max: mergeWarnings.length }) warnings: MergeWarningView[];
}

export class MergePreviewView {
  @Flag({ description: 'Every service has answered; otherwise nothing can be merged' }) complete: boolean;
  @ListOf(() => ServiceReferencesView, { max: mergeServices.length }) services: ServiceReferencesView[];
}

export class ProposeMemberMerge extends CompareMembers {
  @OneOf(mergeSides, { name: 'MergeSide', description: 'Whose name is kept' }) name: MergeSide;
  @OneOf(mergeSides, { name: 'MergeSide', description: 'Whose resident number is kept' })
  residentNumber: MergeSide;
  @OneOf(mergeSides, { name: 'MergeSide', description: 'Whose phone is kept' }) phone: MergeSide;
  @Text({ max: 500, description: 'By what it is known that they are one person' }) reason: string;
}

/** The proposal with what the gateway has just counted in every service. */
export class CountedMemberMerge extends ProposeMemberMerge {
  @ListOf(() => ServiceReferencesView, { max: mergeServices.length }) preview: ServiceReferencesView[];
}

export class MemberMergeId {
  @Uuid() mergeId: string;
}

/** The approval with what the gateway has just counted in every service. */
export class CountedApproval extends MemberMergeId {
  @ListOf(() => ServiceReferencesView, { max: mergeServices.length }) preview: ServiceReferencesView[];
}

export class RefuseMemberMerge extends MemberMergeId {
  @Text({ max: 500 }) reason: string;
}

export class ListMemberMerges extends PageRequest {
  @OneOf(memberMergeStates, { optional: true, name: 'MemberMergeState' }) state?: MemberMergeState;
}

/** How far one service is. */
export class MergeProgressView {
  @OneOf(mergeServices, { name: 'MergeService' }) service: MergeService;
  @Instant({ nullable: true }) doneAt: string | null;
  @ListOf(() => ReferenceCountView, { max: referenceKinds.length }) counts: ReferenceCountView[];
}

export class MemberMergeView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(memberMergeStates, { name: 'MemberMergeState' }) state: MemberMergeState;
  @Uuid({ description: 'The nearest union above both, whose officers decide' }) unionId: string;
  @Text() unionName: string;
  @Nested(() => MergePersonView) survivor: MergePersonView;
  @Nested(() => MergePersonView) merged: MergePersonView;
  @OneOf(mergeSides, { name: 'MergeSide' }) name: MergeSide;
  @OneOf(mergeSides, { name: 'MergeSide' }) residentNumber: MergeSide;
  @OneOf(mergeSides, { name: 'MergeSide' }) phone: MergeSide;
  @Text({ max: 500 }) reason: string;
  @Text({ description: '张*' }) proposedBy: string;
  @Instant() proposedAt: string;
  @Text({ nullable: true, description: '张*' }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was refused, or undone' }) answer: string | null;
  @Instant({ nullable: true, description: 'Until when it can be undone' }) undoUntil: string | null;
  @ListOf(() => ServiceReferencesView, {
    max: mergeServices.length,
    description: 'As counted at the proposal, and again at the approval',
  })
  preview: ServiceReferencesView[];
  @ListOf(() => MergeProgressView, { max: mergeServices.length }) progress: MergeProgressView[];
  @Flag({ description: 'The caller may approve or refuse it' }) waitsForMe: boolean;
  @Flag({ description: 'The caller has proposed it, and may take it back' }) mayWithdraw: boolean;
  @Flag({ description: 'The caller may undo it now' }) mayUndo: boolean;
}

const get = query('membership.member-merge.get', MemberMergeId, MemberMergeView, {
  http: 'GET member-merges/:mergeId',
  tag: 'members',
  summary: 'A merge of two records, with how far each service is',
});

export const memberMergeContract = {
  candidates: query('membership.member-merge.candidates', ListMergeCandidates, pageOf(MergeCandidateView), {
    http: 'GET member-merges/candidates',
    tag: 'members',
    summary: 'Pairs of records that may be of one person, with the reasons; nothing is merged by itself',
  }),
  compare: query('membership.member-merge.compare', CompareMembers, MergeComparisonView, {
    http: 'GET member-merges/comparison',
    tag: 'members',
    summary: 'Two records side by side',
  }),
  propose: command('membership.member-merge.propose', CountedMemberMerge, MemberMergeView, {
    http: 'POST member-merges',
    tag: 'members',
    summary: 'Proposes that two records are of one person; another officer decides',
    freshRoles: true,
    example: {
      survivorId: '019a0000-0000-7000-8000-000000000001',
      mergedId: '019a0000-0000-7000-8000-000000000002',
      name: 'survivor',
      residentNumber: 'survivor',
      phone: 'merged',
      reason: '本人持身份证到场核对，花名册中录重了一次',
    },
  }),
  get,
  list: query('membership.member-merge.list', ListMemberMerges, pageOf(MemberMergeView), {
    http: 'GET member-merges',
    tag: 'members',
    summary: 'Merges within one’s unions, newest first',
  }),
  approve: versioned(
    command('membership.member-merge.approve', CountedApproval, MemberMergeView, {
      http: 'POST member-merges/:mergeId/approve',
      tag: 'members',
      summary:
        'Approves a merge, by an officer above both records who has not proposed it; it begins at once',
      status: 200,
      freshRoles: true,
    }),
    get,
  ),
  refuse: versioned(
    command('membership.member-merge.refuse', RefuseMemberMerge, MemberMergeView, {
      http: 'POST member-merges/:mergeId/refuse',
      tag: 'members',
      summary: 'Refuses it: they are two people; the pair is no candidate any more',
      status: 200,
      freshRoles: true,
      example: { reason: '两人同住一户，共用一个手机号' },
    }),
    get,
  ),
  withdraw: versioned(
    command('membership.member-merge.withdraw', MemberMergeId, MemberMergeView, {
      http: 'POST member-merges/:mergeId/withdraw',
      tag: 'members',
      summary: 'Takes a proposal back, by whoever has made it',
      status: 200,
    }),
    get,
  ),
  undo: versioned(
    command('membership.member-merge.undo', RefuseMemberMerge, MemberMergeView, {
      http: 'POST member-merges/:mergeId/undo',
      tag: 'members',
      summary: 'Undoes a merge within thirty days; what came since stays with the record that stayed',
      status: 200,
      freshRoles: true,
      example: { reason: '核实后发现是两位同名职工' },
    }),
    get,
  ),
};
