import type {
  ApprovalKind,
  GrantPriceKind,
  MatchReasonCode,
  MatchState,
  ResourceFunction,
  UnionBusiness,
} from '@gongxiang/contracts';
import { type Coordinates, distanceTenths, DomainError, overlaps, type Period } from '@gongxiang/domain';
import { termsShare } from '../resource/search-terms.model.js';

export interface Want {
  readonly function: ResourceFunction;
  readonly business: UnionBusiness | null;
  /** People. Null: the headcount of the need. */
  readonly capacity: number | null;
  readonly skill: string | null;
}

export interface SoughtNeed {
  readonly wants: readonly Want[];
  readonly windows: readonly Period[];
  readonly district: string | null;
  readonly place: Coordinates | null;
  readonly headcount: number;
  readonly smallMicro: boolean;
}

export interface Offer {
  readonly resourceId: string;
  readonly function: ResourceFunction;
  readonly businesses: readonly UnionBusiness[];
  readonly capacity: number | null;
  readonly terms: ReadonlySet<string>;
  readonly district: string | null;
  readonly place: Coordinates | null;
  /** Half-open times at which it is taken. */
  readonly busy: readonly Period[];
  /** The right by which the seeker may borrow it in one of the windows; null where there is none yet. */
  readonly right: {
    readonly approval: ApprovalKind;
    readonly price: GrantPriceKind;
    readonly forSmallMicro: boolean;
  } | null;
}

export interface MatchReason {
  readonly code: MatchReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly points: number;
}

export interface RankedOffer {
  readonly resourceId: string;
  /** The place of the want that it answers best. */
  readonly want: number;
  /** 0 to 100, the sum of the points of its reasons. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

export type MatchStep = 'propose' | 'accept' | 'decline';

/** The whole life of a match: the owner proposes, the seeker accepts, either may decline. */
export const matchLife: Readonly<Record<MatchState, Readonly<Partial<Record<MatchStep, MatchState>>>>> = {
  suggested: { propose: 'proposed', decline: 'declined' },
  proposed: { accept: 'accepted', decline: 'declined' },
  accepted: {},
  declined: {},
};

/** The most that each criterion adds: 100 together. Our own policy; the function itself decides who is a candidate. */
export const matchPoints = {
  function: 20,
  business: 10,
  fit: 15,
  available: 20,
  right: 15,
  distance: 10,
  price: 5,
  smallMicro: 5,
} as const;

/** Beyond this distance, in tenths of a kilometre, nothing is added for being near. */
export const nearTenths = 500;

/** @throws DomainError `ILLEGAL_TRANSITION` naming the state and the step */
export function nextMatchState(state: MatchState, step: MatchStep): MatchState {
  const next = matchLife[state][step];
  if (next === undefined) throw new DomainError('ILLEGAL_TRANSITION', { params: { state, step } });
  return next;
}

/**
 * Ranks offers for a need, the best first. An offer takes part where its function is wanted, and answers the want for
 * which it scores best. Points are whole and rounded down; among equals the older offer (the smaller id) comes first,
 * so that the same input gives the same order everywhere.
 */
export function rankOffers(need: SoughtNeed, offers: readonly Offer[]): RankedOffer[] {
  const ranked = offers.flatMap((offer) => {
    const best = bestAnswer(need, offer);
    return best === null ? [] : [best];
  });
  return ranked.sort(
    (left, right) => right.score - left.score || (left.resourceId < right.resourceId ? -1 : 1),
  );
}

function bestAnswer(need: SoughtNeed, offer: Offer): RankedOffer | null {
  let best: RankedOffer | null = null;
  need.wants.forEach((want, place) => {
    if (want.function !== offer.function) return;
    const reasons = reasonsFor(need, want, offer);
    const score = reasons.reduce((sum, reason) => sum + reason.points, 0);
    if (best === null || score > best.score)
      best = { resourceId: offer.resourceId, want: place, score, reasons };
  });
  return best;
}

function reasonsFor(need: SoughtNeed, want: Want, offer: Offer): MatchReason[] {
  return [
    reason('FUNCTION_FITS', matchPoints.function, { function: offer.function }),
    ...businessReason(want, offer),
    ...fitReason(want, need, offer),
    availabilityReason(need, offer),
    rightReason(offer),
    ...distanceReason(need, offer),
    ...priceReason(offer),
    ...smallMicroReason(need, offer),
  ];
}

function businessReason(want: Want, offer: Offer): MatchReason[] {
  if (want.business === null || !offer.businesses.includes(want.business)) return [];
  return [reason('BUSINESS_FITS', matchPoints.business, { business: want.business })];
}

/** A skill by the share of its words that the offer names; else the capacity: a hall ten times too large fits badly too. */
function fitReason(want: Want, need: SoughtNeed, offer: Offer): MatchReason[] {
  if (want.skill !== null) {
    const points = Math.floor(matchPoints.fit * termsShare(want.skill, offer.terms));
    return points === 0 ? [] : [reason('SKILL_FITS', points, { skill: want.skill })];
  }
  if (offer.capacity === null) return [];
  const needed = want.capacity ?? need.headcount;
  const params = { capacity: offer.capacity, needed };
  if (offer.capacity >= needed) {
    return [reason('CAPACITY_FITS', Math.floor((matchPoints.fit * needed) / offer.capacity), params)];
  }
  return [reason('CAPACITY_SHORT', Math.floor((matchPoints.fit * offer.capacity) / needed / 2), params)];
}

/** A window counts where the offer is free for the whole of it; one is enough to hold the event, more leave a choice. */
function availabilityReason(need: SoughtNeed, offer: Offer): MatchReason {
  const windows = need.windows.length;
  const free = need.windows.filter((window) => !offer.busy.some((busy) => overlaps(busy, window))).length;
  const params = { free, windows };
  if (free === windows) return reason('AVAILABLE', matchPoints.available, params);
  if (free === 0) return reason('NOT_AVAILABLE', 0, params);
  const half = matchPoints.available / 2;
  return reason('AVAILABLE_IN_PART', half + Math.floor((half * free) / windows), params);
}

function rightReason({ right }: Offer): MatchReason {
  if (right === null) return reason('NO_RIGHT_YET', 0);
  if (right.approval === 'automatic') return reason('RIGHT_AUTOMATIC', matchPoints.right);
  return reason('RIGHT_ON_APPROVAL', matchPoints.right - 5);
}

/** Full points where they stand side by side, falling evenly to none at {@link nearTenths}; the district's name where the place is not known. */
function distanceReason(need: SoughtNeed, offer: Offer): MatchReason[] {
  if (need.place !== null && offer.place !== null) {
    const tenths = distanceTenths(need.place, offer.place);
    const points = Math.floor((matchPoints.distance * Math.max(0, nearTenths - tenths)) / nearTenths);
    return [reason('DISTANCE', points, { kilometres: (tenths / 10).toFixed(1) })];
  }
  if (need.district === null || need.district !== offer.district) return [];
  return [reason('SAME_DISTRICT', matchPoints.distance - 2, { district: need.district })];
}

function priceReason({ right }: Offer): MatchReason[] {
  if (right === null) return [];
  return [right.price === 'free' ? reason('FREE', matchPoints.price) : reason('COST_SHARED', 0)];
}

/** Small and micro first, where the owner says so by granting to their size class. */
function smallMicroReason(need: SoughtNeed, { right }: Offer): MatchReason[] {
  return need.smallMicro && right?.forSmallMicro ? [reason('SMALL_MICRO_FIRST', matchPoints.smallMicro)] : [];
}

function reason(code: MatchReasonCode, points: number, params: MatchReason['params'] = {}): MatchReason {
  return { code, params, points };
}
