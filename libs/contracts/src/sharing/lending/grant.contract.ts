import { command, pageOf, PageRequest, query, slow } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, SomeOf, Text, Uuid, Whole } from '../../core/fields.js';
import { sizeClasses, type SizeClassName } from '../../membership/membership-events.js';
import { Money } from '../../words/money.js';
import {
  type ApprovalKind,
  approvalKinds,
  type FutureLoans,
  futureLoans,
  GranteeDto,
  GrantPriceDto,
  GrantQuotaDto,
  GrantTimesDto,
  type SilenceKind,
  silenceKinds,
} from './grant-terms.js';
import { type UnionBusiness, unionBusinesses } from '../sharing-events.js';

const businessesTold = 'What it may be used for; none: for anything. A loan then says its own';
const hoursTold =
  'Within which the custodian decides; 72 where absent, and never beyond the start of the loan';
const silenceTold = 'What becomes of a request that the custodian does not decide; refuse where absent';
const approvalTold = 'custodian: an officer of the owner decides each request';

export class CreateGrantRequest {
  @Uuid() resourceId: string;
  @Nested(() => GranteeDto) to: GranteeDto;
  @Instant() from: string;
  @Instant() until: string;
  @OneOf(approvalKinds, { description: approvalTold }) approval: ApprovalKind;
  @Nested(() => GrantPriceDto) price: GrantPriceDto;
  @SomeOf(unionBusinesses, { optional: true, description: businessesTold }) businesses?:
    UnionBusiness[] | null;
  @Nested(() => GrantTimesDto, { optional: true }) times?: GrantTimesDto | null;
  @Nested(() => GrantQuotaDto, { optional: true }) quota?: GrantQuotaDto | null;
  @Whole({ optional: true, min: 1, max: 720, description: hoursTold }) decideWithinHours?: number | null;
  @OneOf(silenceKinds, { optional: true, name: 'SilenceKind', description: silenceTold })
  onSilence?: SilenceKind | null;
}

export class EditGrantRequest {
  @Uuid() resourceId: string;
  @Uuid() grantId: string;
  @Nested(() => GranteeDto, { optional: true }) to?: GranteeDto;
  @Instant({ optional: true }) from?: string;
  @Instant({ optional: true }) until?: string;
  @OneOf(approvalKinds, { optional: true, description: approvalTold }) approval?: ApprovalKind;
  @Nested(() => GrantPriceDto, { optional: true }) price?: GrantPriceDto;
  @SomeOf(unionBusinesses, { optional: true, description: businessesTold }) businesses?:
    UnionBusiness[] | null;
  @Nested(() => GrantTimesDto, { optional: true }) times?: GrantTimesDto | null;
  @Nested(() => GrantQuotaDto, { optional: true }) quota?: GrantQuotaDto | null;
  @Whole({ optional: true, min: 1, max: 720, description: hoursTold }) decideWithinHours?: number | null;
  @OneOf(silenceKinds, { optional: true, name: 'SilenceKind', description: silenceTold })
  onSilence?: SilenceKind | null;
}

export class ListGrantsRequest extends PageRequest {
  @Uuid() resourceId: string;
}

export class GrantRequest {
  @Uuid() resourceId: string;
  @Uuid() grantId: string;
}

export class RevokeGrantRequest {
  @Uuid() resourceId: string;
  @Uuid() grantId: string;
  @Instant({
    optional: true,
    description: 'From when on it may no longer be used; now where absent. Until then it can be taken back',
  })
  effectiveFrom?: string | null;
  @Text({ optional: true, max: 500, description: 'Shown to those whom it affects' }) reason?: string | null;
  @OneOf(futureLoans, {
    optional: true,
    name: 'FutureLoans',
    description:
      'Approved loans that end after it takes effect and are not out by then; they stand where absent',
  })
  futureLoans?: FutureLoans | null;
}

/** A right of use: the owner stays the owner, the grantee may borrow for a term. */
export class GrantView {
  @Uuid() id: string;
  @Whole({ description: 'Each edit makes the next; a loan keeps that under which it was approved' })
  version: number;
  @Uuid() resourceId: string;
  @Nested(() => GranteeDto) to: GranteeDto;
  @Instant() from: string;
  @Instant() until: string;
  @OneOf(approvalKinds) approval: ApprovalKind;
  @Nested(() => GrantPriceDto) price: GrantPriceDto;
  @SomeOf(unionBusinesses) businesses: UnionBusiness[];
  @Nested(() => GrantTimesDto, { nullable: true }) times: GrantTimesDto | null;
  @Nested(() => GrantQuotaDto, { nullable: true }) quota: GrantQuotaDto | null;
  @Whole({ min: 1, max: 720 }) decideWithinHours: number;
  @OneOf(silenceKinds, { name: 'SilenceKind' }) onSilence: SilenceKind;
  @Instant({ nullable: true, description: 'From when on it is revoked; it may lie ahead' }) revokedAt:
    string | null;
  @Text({ nullable: true, max: 500 }) revokeReason: string | null;
  @OneOf(futureLoans, { nullable: true, name: 'FutureLoans' }) futureLoans: FutureLoans | null;
}

/** A right as it stood from an edit on. */
export class GrantVersionView {
  @Whole() version: number;
  @Instant() since: string;
  @Nested(() => GrantView) terms: GrantView;
}

export class ListGrantVersionsRequest extends PageRequest {
  @Uuid() resourceId: string;
  @Uuid() grantId: string;
}

const shownMax = 50;
export const loanFates = ['stands', 'ends', 'cancelled', 'movesOn'] as const;
export type LoanFate = (typeof loanFates)[number];

export class AffectedLoanView {
  @Uuid() id: string;
  @Text() borrowerUnionName: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @OneOf(loanFates, {
    name: 'LoanFate',
    description:
      'stands: as it was approved; ends: a request that nobody may approve any more; cancelled: by the choice of the owner; movesOn: another right carries the request',
  })
  fate: LoanFate;
}

export class RevocationPreviewView {
  @Instant() effectiveFrom: string;
  @Whole({ description: 'Handed over: they come back as agreed' }) running: number;
  @Whole({ description: 'Requests that end, as no other right carries them' }) ending: number;
  @Whole({ description: 'Requests that another right carries on' }) carriedOn: number;
  @Whole({ description: 'Approved and not handed over: they stand' }) standing: number;
  @Whole({ description: 'Approved and not handed over: they are cancelled' }) cancelled: number;
  @ListOf(() => AffectedLoanView, { max: shownMax, description: 'The next ones' }) loans: AffectedLoanView[];
}

export class PreviewGrantRequest {
  @Uuid() resourceId: string;
  @Nested(() => GranteeDto) to: GranteeDto;
  @Instant({ optional: true, description: 'With `until`: overlaps within that term alone' }) from?:
    string | null;
  @Instant({ optional: true }) until?: string | null;
  @Uuid({ optional: true, description: 'The right that is edited: it does not overlap with itself' })
  grantId?: string | null;
}

export class ReachedUnionView {
  @Uuid() id: string;
  @Text() name: string;
  @OneOf(sizeClasses, { nullable: true }) sizeClass: SizeClassName | null;
}

export class GrantOverlapView {
  @Uuid() grantId: string;
  @Whole({ description: 'How many unions both reach' }) unions: number;
}

/** Whom a right would reach, before it is given. */
export class GrantPreviewView {
  @Whole({ description: 'Unions that could borrow by it, without the owner' }) reached: number;
  @Whole({ description: 'Of so many that were looked at' }) of: number;
  @ListOf(() => ReachedUnionView, { max: 10, description: 'Some of them, by their place in the tree' })
  examples: ReachedUnionView[];
  @ListOf(() => GrantOverlapView, { max: 200, description: 'Rights in force that reach some of the same' })
  overlaps: GrantOverlapView[];
}

export class MyRightRequest {
  @Uuid() resourceId: string;
  @Instant({ optional: true, description: 'With `to`: for that time; else for any time from now on' })
  from?: string;
  @Instant({ optional: true }) to?: string;
  @OneOf(unionBusinesses, { optional: true, description: 'What it is to be used for' })
  business?: UnionBusiness;
  @Whole({
    optional: true,
    min: 1,
    max: 100_000,
    description: 'How many, where it is counted; 1 where absent',
  })
  quantity?: number;
  @Uuid({ optional: true, description: "The union that would borrow; the caller's own where absent" })
  unionId?: string;
}

/** What a right asks of the borrower, or what would have to happen where it allows nothing. */
export const rightStepCodes = [
  'OWN',
  'AUTOMATIC',
  'CUSTODIAN_OR_REFUSED',
  'CUSTODIAN_OR_APPROVED',
  'FREE',
  'COST_SHARE',
  'FEE',
  'DEPOSIT',
  'ONLY_FOR',
  'ONLY_AT',
  'HOURS_LEFT',
  'LOANS_LEFT',
  'PIECES_LEFT',
  'ENDS',
  'NO_UNION',
  'NO_GRANT',
  'STARTS_LATER',
  'TERM_TOO_SHORT',
  'SAY_WHAT_FOR',
  'OTHER_PURPOSE',
  'OTHER_TIME',
  'QUOTA_USED',
  'WITHDRAWN',
] as const;
export type RightStepCode = (typeof rightStepCodes)[number];

export class RightStepView {
  @OneOf(rightStepCodes, { name: 'RightStepCode' }) code: RightStepCode;
  @Text({ max: 700, description: "In words, in the caller's language" }) text: string;
}

/** Whether a union may borrow, by which right, and what follows; or what would have to happen. */
export class MyRightView {
  @Uuid({ nullable: true, description: 'The union that would borrow; null where the caller has none' })
  unionId: string | null;
  @Flag() allowed: boolean;
  @OneOf(['ownership', 'grant'], { nullable: true }) by: 'ownership' | 'grant' | null;
  @Nested(() => GrantView, {
    nullable: true,
    description: 'The right that allows it; where none does, the one that comes nearest',
  })
  grant: GrantView | null;
  @ListOf(() => RightStepView, { max: 12 }) steps: RightStepView[];
  @Whole({ nullable: true, description: 'Hours left of the month in which the time begins' }) hoursLeft:
    number | null;
  @Whole({ nullable: true, description: 'Loans left of that month' }) loansLeft: number | null;
  @Whole({ nullable: true, description: 'Pieces left of that month' }) piecesLeft: number | null;
  @Nested(() => Money, { nullable: true, description: 'For the time asked about' }) fee: Money | null;
  @Nested(() => Money, { nullable: true }) deposit: Money | null;
}

/** What is done with a right once it is given; it is given and listed at its resource. */
export const grantContract = {
  edit: command('sharing.grant.edit', EditGrantRequest, GrantView, {
    http: 'PATCH resources/:resourceId/grants/:grantId',
    tag: 'resources',
    summary: 'Edits a right, as its next version; what is left out stays, null goes, loans keep their terms',
    ifMatch: true,
    freshRoles: true,
    example: { quota: { hoursPerMonth: 12 }, decideWithinHours: 48, onSilence: 'approve' },
  }),
  versions: query('sharing.grant.versions', ListGrantVersionsRequest, pageOf(GrantVersionView), {
    http: 'GET resources/:resourceId/grants/:grantId/versions',
    tag: 'resources',
    summary: 'Lists how a right stood from each change on, newest first',
  }),
  preview: slow(
    query('sharing.grant.preview', PreviewGrantRequest, GrantPreviewView, {
      http: 'POST resources/:resourceId/grants/preview',
      tag: 'resources',
      summary: 'How many unions a right would reach, some of them, and which rights reach the same',
      example: { to: { kind: 'neighbours', neighbours: { withinKm: 10 }, onlySizes: ['small', 'micro'] } },
    }),
  ),
  previewRevocation: query('sharing.grant.previewRevocation', RevokeGrantRequest, RevocationPreviewView, {
    http: 'POST resources/:resourceId/grants/:grantId/revoke/preview',
    tag: 'resources',
    summary:
      'What a revocation would do: loans that run, requests that end, loans that stand or are cancelled',
    example: { effectiveFrom: '2027-01-01T00:00:00+08:00', futureLoans: 'stand' },
  }),
  undoRevocation: command('sharing.grant.undoRevocation', GrantRequest, GrantView, {
    http: 'DELETE resources/:resourceId/grants/:grantId/revocation',
    tag: 'resources',
    summary: 'Takes back a revocation that is yet to take effect',
    freshRoles: true,
  }),
  mine: query('sharing.grant.mine', MyRightRequest, MyRightView, {
    http: 'GET resources/:resourceId/my-right',
    tag: 'resources',
    summary: 'Whether a union may borrow, by which right, what that asks, or what would have to happen',
  }),
};
