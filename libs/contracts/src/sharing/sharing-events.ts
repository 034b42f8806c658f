import { event } from '../core/contract.js';
import { Flag, Instant, Json, ListOf, Nested, OneOf, SomeOf, Text, Uuid, Whole } from '../core/fields.js';
import { type MatterKind, matterKinds } from '../words/matter.js';
import { PartyDto } from '../words/party.js';
import { Money } from '../words/money.js';

/** How somebody takes part before an activity begins: with a seat, one on offer, or a place on the waitlist. */
export const seatStates = ['confirmed', 'held', 'waitlisted'] as const;
export type SeatState = (typeof seatStates)[number];

/**
 * What one union may do for another: sign up its members; ask for, extend, cancel and see its loans; keep its books, which
 * is what finance and approvers do, up to a limit.
 */
export const mandateScopes = ['signUp', 'lending', 'bookkeeping'] as const;
export type MandateScope = (typeof mandateScopes)[number];

/** 资源功能: which function of sharing something serves. */
export const resourceFunctions = ['information', 'facility', 'management', 'service', 'people'] as const;
export type ResourceFunction = (typeof resourceFunctions)[number];

/** 业务: which business of a union something belongs to. */
export const unionBusinesses = [
  'education',
  'culture',
  'publicity',
  'service',
  'safeguarding',
  'participation',
  'construction',
] as const;
export type UnionBusiness = (typeof unionBusinesses)[number];

export const activityStates = ['draft', 'published', 'closing', 'closed', 'cancelled'] as const;
export type ActivityState = (typeof activityStates)[number];

/** The brand of which an activity is an edition. */
export class ActivityBrandState {
  @Uuid() id: string;
  @Text() name: string;
  /** The founder's own is 1. */
  @Whole({ min: 1 }) edition: number;
}

/** The whole public state of an activity. */
export class ActivityStateData {
  @Uuid() id: string;
  @Whole() version: number;
  @Text({ max: 200 }) title: string;
  @OneOf(resourceFunctions) function: ResourceFunction;
  @OneOf(unionBusinesses) business: UnionBusiness;
  @OneOf(activityStates) state: ActivityState;
  /** Whoever publishes and answers for it. */
  @Nested(() => PartyDto) organiser: PartyDto;
  /** The union that stands behind the organiser: whose officers manage it. */
  @Uuid() unionId: string;
  /** The unions that agreed to host it together, the organiser's first. */
  @ListOf(() => PartyDto, { max: 200 }) coHosts: PartyDto[];
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  /** The agreement version in force; null while none is. */
  @Uuid({ nullable: true }) agreementId: string | null;
  /** When the shares of its cost were approved; null before that, and once they are taken back. */
  @Instant({ optional: true }) settledAt?: string | null;
  /** Since when it is no part of lists; null where it is. */
  @Instant({ optional: true }) archivedAt?: string | null;
  // Absent in events from before brands and places were scored.
  @Nested(() => ActivityBrandState, { optional: true }) brand?: ActivityBrandState | null;
  /** The place or thing of the network at which it is held. */
  @Uuid({ optional: true }) resourceId?: string | null;
}

/** An agreement version that waits for settlement's verdict, with everything the verdict rests on. */
export class AgreementProposed {
  @Uuid() agreementId: string;
  @Uuid() activityId: string;
  @Whole({ min: 1 }) versionNumber: number;
  /** SHA-256 over the canonical JSON of the terms, in hex: what each party signs. */
  @Text({ max: 64 }) hash: string;
  /** The terms: parties in order, cost rule, fund category, caps and floors (`AgreementTerms`). */
  @Json() terms: Record<string, unknown>;
}

export const agreementStates = ['checking', 'refused', 'open', 'inForce', 'superseded'] as const;
export type AgreementStateName = (typeof agreementStates)[number];

/** The state of an agreement version after each change. */
export class AgreementStateData {
  @Uuid() agreementId: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @Whole({ min: 1 }) versionNumber: number;
  @Text({ max: 64 }) hash: string;
  @OneOf(agreementStates) state: AgreementStateName;
  @Json() terms: Record<string, unknown>;
}

/** One person's attendance, frozen at the close or put right since. */
export class AttendanceFact {
  @Uuid() activityId: string;
  @Uuid() personId: string;
  /** The union that the person came for: whose headcount it is. */
  @Uuid() unionId: string;
  /** The person and their companions who came; 0 if a correction says that they did not. */
  @Whole({ max: 100 }) heads: number;
  /** From 1; the highest of a person stands. */
  @Whole({ min: 1, optional: true }) revision?: number;
  @Flag() walkIn: boolean;
  @Instant() checkedInAt: string;
}

/**
 * Up to 200 facts of one activity; those of all pages with the highest revision of each person and at least one head are
 * what `ActivityClosed` counts.
 */
export class AttendanceRecorded {
  @Uuid() activityId: string;
  @Whole() pageNumber: number;
  @ListOf(() => AttendanceFact, { max: 200 }) facts: AttendanceFact[];
}

export class ActivityClosed {
  @Uuid() activityId: string;
  @Whole() version: number;
  @Whole() factCount: number;
  /** SHA-256 over the facts in the order of their person ids: `personId:unionId:heads\n`, in hex. */
  @Text({ max: 64 }) factsHash: string;
  @Whole() registeredHeads: number;
  @Whole() capacity: number;
  @Instant() closedAt: string;
}

/** What the facts of a closed activity come to, as `ActivityClosed` has told it. */
export class AttendanceTotal {
  @Uuid() activityId: string;
  @Whole() version: number;
  @Whole() factCount: number;
  @Text({ max: 64 }) factsHash: string;
  @Instant() closedAt: string;
}

/** Told each night of what was closed within a year: what was lost on the way is found without being asked for. */
export class AttendanceTotalled {
  @ListOf(() => AttendanceTotal, { max: 200 }) totals: AttendanceTotal[];
}

/** A loan's outcome: for fees, and for the punctuality that evaluation asks for. */
export class LoanStateData {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() resourceId: string;
  @Uuid() ownerUnionId: string;
  @Uuid() borrowerUnionId: string;
  /** Whose own it is, where it is a person's; absent in what was told before this was. */
  @Uuid({ optional: true }) ownerPersonId?: string | null;
  @OneOf(resourceFunctions) function: ResourceFunction;
  @OneOf(['requested', 'approved', 'refused', 'handedOver', 'returned', 'cancelled']) state: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Instant({ nullable: true }) returnedAt: string | null;
  /** Absent in events from before loans were closed. */
  @Instant({ optional: true }) closedAt?: string | null;
  @Nested(() => Money, { optional: true, description: 'For all of it, as agreed at approval' })
  fee?: Money | null;
  @Nested(() => Money, { optional: true, description: 'As agreed at approval' }) deposit?: Money | null;
  // Absent in events from before fees and deposits were posted.
  /** What is lent. */
  @Text({ optional: true, max: 200 }) title?: string;
  /** Who asked for it, and so for what it costs. */
  @Uuid({ optional: true }) requestedBy?: string;
  // Absent in events from before usage was split.
  /** The activity that it was borrowed for. */
  @Uuid({ optional: true }) activityId?: string | null;
  @Whole({ min: 1, optional: true }) pieces?: number;
  @Instant({ optional: true }) handedOverAt?: string | null;
  /** By the time that it was really out; null until it is closed, or where no fee was agreed. */
  @Nested(() => Money, { optional: true }) feeDue?: Money | null;
  // Absent in events from before replies were timed.
  /** When the owner was asked; null where nobody had to be. */
  @Instant({ optional: true }) requestedAt?: string | null;
  /** When they answered, or when their silence counted as an answer. */
  @Instant({ optional: true }) decidedAt?: string | null;
}

/** The whole state of a damage: what a borrower owes an owner for it. */
export class LoanDamageStateData {
  @Uuid() id: string;
  @Whole({ min: 1 }) version: number;
  @Uuid() loanId: string;
  @Uuid() ownerUnionId: string;
  @Uuid() borrowerUnionId: string;
  /** What was borrowed. */
  @Text({ max: 200 }) title: string;
  @OneOf(['claimed', 'accepted', 'disputed', 'decided', 'withdrawn']) state: string;
  /** By now: zero while it is open, or where it was let off. */
  @Nested(() => Money) owed: Money;
  /** Who accepted, decided or withdrew it, or claims it. */
  @Uuid() by: string;
  /** Why it was decided or withdrawn. */
  @Text({ nullable: true, max: 1_000 }) reason: string | null;
}

/** The whole state of a mandate: by it a union acts for another while it holds. */
export class MandateStateData {
  @Uuid() id: string;
  @Whole({ min: 1 }) version: number;
  /** The union that lets the other act for it. */
  @Uuid() fromUnionId: string;
  @Uuid() toUnionId: string;
  @SomeOf(mandateScopes) scopes: MandateScope[];
  /** It holds from then, and no more at its end. */
  @Instant() from: string;
  @Instant() until: string;
  @Instant({ nullable: true }) revokedAt: string | null;
  /** The most of one act of bookkeeping. */
  @Nested(() => Money, { nullable: true }) entryLimit: Money | null;
}

/** The whole state of a delegation: by it a person acts in a matter until its end. */
export class DelegationStateData {
  @Uuid() id: string;
  @Whole({ min: 1 }) version: number;
  @OneOf(matterKinds, { name: 'MatterKind' }) matterKind: MatterKind;
  @Uuid() matterId: string;
  @Uuid() personId: string;
  @Instant({ nullable: true }) validTo: string | null;
  @Instant({ nullable: true }) revokedAt: string | null;
}

export const sharingEvents = {
  activityChanged: event('evt.sharing.activity.changed.v1', ActivityStateData),
  agreementProposed: event('evt.sharing.agreement.proposed.v1', AgreementProposed),
  agreementChanged: event('evt.sharing.agreement.changed.v1', AgreementStateData),
  /** Frozen under one hash: whoever stores it keeps the ids under which people came. */
  attendanceRecorded: event('evt.sharing.attendance.recorded.v1', AttendanceRecorded, { keepsIds: true }),
  activityClosed: event('evt.sharing.activity.closed.v1', ActivityClosed),
  attendanceTotalled: event('evt.sharing.attendance.totalled.v1', AttendanceTotalled),
  loanChanged: event('evt.sharing.loan.changed.v1', LoanStateData),
  loanDamageChanged: event('evt.sharing.loan-damage.changed.v1', LoanDamageStateData),
  delegationChanged: event('evt.sharing.delegation.changed.v1', DelegationStateData),
  mandateChanged: event('evt.sharing.mandate.changed.v1', MandateStateData),
};
