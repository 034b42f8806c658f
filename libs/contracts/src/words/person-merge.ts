import { event, query } from '../core/contract.js';
import { ListOf, OneOf, Uuid, Whole } from '../core/fields.js';

/** The services that keep references to persons. */
export const mergeServices = [
  'membership',
  'sharing',
  'settlement',
  'evaluation',
  'notification',
  'affairs',
] as const;
export type MergeService = (typeof mergeServices)[number];

/** What refers to a person, in words that an officer understands. */
export const referenceKinds = [
  'memberships',
  'offices',
  'clubs',
  'signIn',
  'proposals',
  'intake',
  'matters',
  'bulletins',
  'records',
  'works',
  'vacancies',
  'circles',
  'registrations',
  'draws',
  'coupons',
  'attendance',
  'noShows',
  'questions',
  'letters',
  'lending',
  'parties',
  'notices',
  'acts',
  'objections',
  'ledger',
  'surveys',
  'trail',
] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/**
 * What a merge does that its undoing does not take back, or that people should know before: sign-ins of the merged
 * record end; of two seats in one activity the later is given back; of two tokens of one survey both stay used; two
 * entries stay in a drawn list; of two equal offices one ends; both have accounts in the ledger, which stay two.
 */
export const mergeWarnings = [
  'signInEnds',
  'twoSeats',
  'twoSurveyTokens',
  'twoDrawEntries',
  'sameOffice',
  'twoMemberships',
  'twoLedgerAccounts',
] as const;
export type MergeWarning = (typeof mergeWarnings)[number];

export class ReferenceCountView {
  @OneOf(referenceKinds, { name: 'ReferenceKind' }) kind: ReferenceKind;
  @Whole({ description: 'They move to the record that stays' }) moving: number;
  @Whole({ description: 'They stay as they are, and are found from the record that stays' })
  resolving: number;
  @Whole({ description: 'They stay because the record that stays has the same already' }) clashing: number;
}

export class MergeWarningView {
  @OneOf(mergeWarnings, { name: 'MergeWarning' }) warning: MergeWarning;
  @Whole({ description: 'How often' }) count: number;
}

/** Two records of one person: the first is to become another id of the second. */
export class CountReferences {
  @Uuid() from: string;
  @Uuid() into: string;
}

export class ReferencesView {
  @ListOf(() => ReferenceCountView, { max: referenceKinds.length }) counts: ReferenceCountView[];
  @ListOf(() => MergeWarningView, { max: mergeWarnings.length }) warnings: MergeWarningView[];
}

/** That `from` is another id of `into` from now on, or no more. */
export class PersonMergeState {
  @Uuid() mergeId: string;
  @Uuid() from: string;
  @Uuid() into: string;
  /** The version of the survivor with it. */
  @Whole({ min: 1 }) version: number;
}

/** That a service has done its part of a merge, with what it found. */
export class PersonMergeDone {
  @Uuid() mergeId: string;
  @ListOf(() => ReferenceCountView, { max: referenceKinds.length }) counts: ReferenceCountView[];
}

export type PersonMergePart = ReturnType<typeof partOf>;

/** The part of one service: what it counts beforehand, and how it acknowledges. */
function partOf(service: MergeService) {
  return {
    /** Only the gateway asks it, after membership has allowed the comparison. */
    count: query(`${service}.person-merge.count`, CountReferences, ReferencesView),
    applied: event(`evt.${service}.person-merge.applied.v1`, PersonMergeDone, { keepsIds: true }),
    undone: event(`evt.${service}.person-merge.undone.v1`, PersonMergeDone, { keepsIds: true }),
  };
}

export const personMergeEvents = {
  merged: event('evt.membership.person.merged.v1', PersonMergeState, { keepsIds: true }),
  unmerged: event('evt.membership.person.unmerged.v1', PersonMergeState, { keepsIds: true }),
};

export const sharingPersonMerge = partOf('sharing');
export const settlementPersonMerge = partOf('settlement');
export const evaluationPersonMerge = partOf('evaluation');
export const notificationPersonMerge = partOf('notification');
export const affairsPersonMerge = partOf('affairs');
export const membershipPersonMerge = { count: partOf('membership').count };
