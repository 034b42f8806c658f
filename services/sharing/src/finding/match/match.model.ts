import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { ActivityKind } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { MatchState } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { NeedAudience } from '@gongxiang/contracts/sharing/lending/need.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { type Coordinates, DomainError, type Period } from '@gongxiang/domain';
import type { EligibilityRules } from '../../activities/activity/activity.entity.js';
import type { Borrower } from '../../lending/resource/right.model.js';
import type { Want } from '../../lending/need/want.model.js';
import type { Span } from '../../lending/need/span.model.js';
import type { Wanted } from '../../lending/words/wanted.model.js';

export interface SoughtNeed {
  readonly seeker: Borrower;
  readonly wants: readonly Want[];
  readonly spans: readonly Span[];
  readonly audience: NeedAudience;
  readonly district: string | null;
  readonly place: Coordinates | null;
  readonly headcount: number;
  readonly budgetFen: bigint | null;
  readonly smallMicro: boolean;
  readonly told: Told;
}

/** What a need says in its own words. */
export interface Told {
  /** The skills of its wants, each in the words that an offer is compared by. */
  readonly skills: ReadonlyMap<string, string>;
  readonly wanted: Wanted;
}

/** The conditions of a right of use for its borrower. */
export interface Allowed {
  readonly isAutomatic: boolean;
  readonly isFree: boolean;
  /** It is granted to small or micro enterprises as such. */
  readonly isForSmall: boolean;
  /** The price of one use, if known. */
  readonly costFen: bigint | null;
}

/** A resource to borrow. */
export interface LentTerms {
  readonly kind: 'resource';
  /** The first time of the span's length at which so many may be borrowed; null if there is none. */
  readonly freeIn: (span: Span, quantity: number) => Period | null;
  /**
   * Whether it is in service for long enough within the span, so that it is only taken by others if it is not free.
   */
  readonly isInService: (span: Span) => boolean;
  /** The right by which a union may have it for a time and a purpose; null if there is none yet. */
  readonly rightAt: (seeker: Borrower, period: Period, business: UnionBusiness | null) => Allowed | null;
}

/** An activity with free seats. */
export interface HeldTerms {
  readonly kind: 'activity';
  readonly period: Period;
  readonly activityKind: ActivityKind;
  /** Free seats by the path and the size of the unions they are for; null and none for everybody. */
  readonly seats: readonly {
    readonly unionPath: string | null;
    readonly sizeClasses: readonly SizeClassName[];
    readonly free: number;
  }[];
  readonly rules: EligibilityRules | null;
  /** The current paths of the unions in the rules. */
  readonly rulePaths: readonly string[];
}

/** A brand, of which an edition can be run on any day. */
export interface AdoptedTerms {
  readonly kind: 'brand';
  readonly minutes: number;
  readonly activityKind: ActivityKind;
  readonly isOpen: boolean;
}

/** Another, similar need. */
export interface JoinedTerms {
  readonly kind: 'need';
  readonly spans: readonly Span[];
  readonly smallMicro: boolean;
}

/** Everything known of an offer, independent of the seeker. */
export interface Offer {
  readonly id: string;
  readonly ownerUnionId: string;
  /** The personal owner; null if it belongs to a union or another party. */
  readonly ownerPersonId: string | null;
  readonly functions: readonly ResourceFunction[];
  readonly businesses: readonly UnionBusiness[];
  /** People it has room for; null if unknown or irrelevant. */
  readonly room: number | null;
  readonly pieces: number | null;
  readonly words: ReadonlySet<string>;
  readonly district: string | null;
  readonly place: Coordinates | null;
  /**
   * The mean score of past activities there, or under its name, 0 to 100, 0 without any; and the number of
   * recognitions by a ranking.
   */
  readonly earlier: { readonly score: number; readonly count: number; readonly recognitions?: number } | null;
  readonly terms: LentTerms | HeldTerms | AdoptedTerms | JoinedTerms;
}

export type MatchStep = 'propose' | 'accept' | 'decline';

/** The life cycle of a match: the owner proposes, the seeker accepts, either may decline. */
export const matchLife: Readonly<Record<MatchState, Readonly<Partial<Record<MatchStep, MatchState>>>>> = {
  suggested: { propose: 'proposed', decline: 'declined' },
  proposed: { accept: 'accepted', decline: 'declined' },
  accepted: {},
  declined: {},
};

/**
 * @param isOpen whether it is offered to everybody, like a published activity or a brand: then the seeker need not
 * wait for its owner
 * @throws DomainError `ILLEGAL_TRANSITION` naming the state and the step
 */
export function nextMatchState(state: MatchState, step: MatchStep, isOpen = false): MatchState {
  const next = isOpen && step === 'accept' && state === 'suggested' ? 'accepted' : matchLife[state][step];
  if (next === undefined) throw new DomainError('ILLEGAL_TRANSITION', { params: { state, step } });
  return next;
}
