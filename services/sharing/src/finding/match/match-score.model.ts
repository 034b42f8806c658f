import type { MatchKind } from '@gongxiang/contracts/sharing/finding/match.contract';
import { distanceTenths, isWithin } from '@gongxiang/domain';
import type { EligibilityRules } from '../../activities/activity/activity.entity.js';
import { soughtOf } from './lending-time.model.js';
import { fitReasons, isOfKind, seatsFor } from './match-fit.model.js';
import type { MatchReason, RankedOffer, Want } from '../../lending/need/want.model.js';
import type { Allowed, HeldTerms, LentTerms, Offer, SoughtNeed } from './match.model.js';
import { matchPoints, missPoints, reason } from './match-points.model.js';
import { commonTime, firstFree } from '../../lending/need/span.model.js';

/** An offer with more misses is no suggestion. */
const missesMax = 1;
/** Beyond this distance, in tenths of a kilometre, an offer is too far. */
const nearTenths = 300;
/** A right that covers none of so many times hardly covers the next. */
const rightsLookedAtMax = 20;

/** The most of each kind stored for a need. */
export const storedMax: Readonly<Record<MatchKind, number>> = {
  resource: 20,
  activity: 5,
  brand: 5,
  need: 5,
};

/**
 * Ranks offers for a need, best first. An offer takes part if its function is wanted, and answers the want for which
 * it scores best. Ties go to the smaller id, so that the same input gives the same order everywhere.
 */
export function rankOffers(need: SoughtNeed, offers: readonly Offer[]): RankedOffer[] {
  return offers.flatMap((offer) => scoreOffer(need, offer) ?? []).sort(byRank);
}

/** Best first. */
export function byRank(left: RankedOffer, right: RankedOffer): number {
  return right.score - left.score || (left.id < right.id ? -1 : 1);
}

/** The best of each kind, in ranking order. */
export function bestOfEachKind(ranked: readonly RankedOffer[]): RankedOffer[] {
  const counts: Record<MatchKind, number> = { resource: 0, activity: 0, brand: 0, need: 0 };
  return ranked.filter(({ kind }) => {
    counts[kind] += 1;
    return counts[kind] <= storedMax[kind];
  });
}

/** @returns null if it answers none of the wants, or has too many misses */
export function scoreOffer(need: SoughtNeed, offer: Offer): RankedOffer | null {
  let best: RankedOffer | null = null;
  need.wants.forEach((want, place) => {
    if (!offer.functions.includes(want.function) || !isOfKind(need, want, offer)) return;
    const reasons = reasonsFor(need, want, offer);
    if (reasons === null || reasons.filter((one) => isMiss(one, want)).length > missesMax) return;
    const settled = notBelowNothing(reasons);
    const score = settled.reduce((sum, { points }) => sum + points, 0);
    if (best !== null && score <= best.score) return;
    const { id, ownerUnionId, ownerPersonId } = offer;
    const kind = offer.terms.kind;
    best = { kind, id, ownerUnionId, ownerPersonId, want: place, score, reasons: settled };
  });
  return best;
}

/** Words that are asked for in a title are no requirement, as a skill is: an offer may lack them, and something else. */
function isMiss({ code, points }: MatchReason, want: Want): boolean {
  return points < 0 && (code !== 'SKILL_MISSING' || want.skill !== null);
}

/** Null if it cannot answer the want at all. */
function reasonsFor(need: SoughtNeed, want: Want, offer: Offer): MatchReason[] | null {
  const time = timeReason(need, want, offer);
  if (time === null) return null;
  // Looked for once: it costs more than all else that speaks for an offer.
  const allowed = rightOf(need, want, offer);
  const right = rightReason(need, offer, allowed);
  if (right === null) return null;
  return [
    reason('FUNCTION_FITS', matchPoints.function, { function: want.function }),
    ...businessReason(want, offer),
    ...fitReasons(need, want, offer),
    time,
    right,
    ...nearnessReason(need, offer),
    ...costReason(need, offer, allowed),
    ...earlierReason(offer),
    ...smallMicroReason(need, offer, allowed),
  ];
}

/** Misses never make the sum negative. */
function notBelowNothing(reasons: readonly MatchReason[]): MatchReason[] {
  let left = reasons.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  return reasons.map((one) => {
    if (one.points >= 0) return one;
    const points = -Math.min(-one.points, left);
    left += points;
    return { ...one, points: points === 0 ? 0 : points };
  });
}

function businessReason({ business }: Want, offer: Offer): MatchReason[] {
  if (business === null) return [];
  return [
    offer.businesses.includes(business)
      ? reason('BUSINESS_FITS', matchPoints.business, { business })
      : reason('OTHER_BUSINESS', -missPoints, { business }),
  ];
}

/** One time is enough for the event, more leave a choice. */
function timeReason(need: SoughtNeed, want: Want, offer: Offer): MatchReason | null {
  const { terms } = offer;
  const most = matchPoints.time;
  switch (terms.kind) {
    case 'resource':
      return need.spans.some(terms.isInService) ? freeReason(need, soughtOf(want, offer), terms) : null;
    case 'activity': {
      const { start, end } = terms.period;
      const isWhole = need.spans.some((span) => span.start <= start && end <= span.end);
      const touches = need.spans.some((span) => span.start < end && start < span.end);
      return touches ? reason('HELD_THEN', isWhole ? most : most / 2) : null;
    }
    case 'brand': {
      const fits = need.spans.some((span) => minutesOf(span) >= terms.minutes);
      return fits ? reason('ANY_DAY', most) : reason('NOT_AVAILABLE', -missPoints);
    }
    case 'need':
      return commonTime(need.spans, terms.spans) === null ? null : reason('SAME_TIME', most);
  }
}

function freeReason({ spans }: SoughtNeed, quantity: number, { freeIn }: LentTerms): MatchReason {
  const windows = spans.length;
  const free = spans.filter((span) => freeIn(span, quantity) !== null).length;
  const params = { free, windows };
  if (free === windows) return reason('AVAILABLE', matchPoints.time, params);
  if (free === 0) return reason('NOT_AVAILABLE', -missPoints, params);
  const half = matchPoints.time / 2;
  return reason('AVAILABLE_IN_PART', half + Math.floor((half * free) / windows), params);
}

/** Null if the seeker is not admitted. */
function rightReason(need: SoughtNeed, { terms }: Offer, right: Allowed | null): MatchReason | null {
  const most = matchPoints.right;
  switch (terms.kind) {
    case 'resource':
      if (right === null) return reason('NO_RIGHT_YET', 0);
      return right.isAutomatic ? reason('RIGHT_AUTOMATIC', most) : reason('RIGHT_ON_APPROVAL', most - 4);
    case 'activity':
      return letIn(need, terms);
    case 'brand':
      return terms.isOpen ? reason('OPEN_TO_ALL', most) : reason('RIGHT_ON_APPROVAL', most - 4);
    case 'need':
      return reason('TO_BE_AGREED', most / 2);
  }
}

/**
 * The right by which the seeker may borrow it for the want, at the first free time, or at the first requested one.
 */
function rightOf({ seeker, spans }: SoughtNeed, want: Want, offer: Offer): Allowed | null {
  if (offer.terms.kind !== 'resource') return null;
  const { freeIn, rightAt } = offer.terms;
  const free = spans.flatMap((span) => freeIn(span, soughtOf(want, offer)) ?? []);
  const asked = spans.flatMap((span) => firstFree(span, []) ?? []);
  for (const period of [...free, ...asked].slice(0, rightsLookedAtMax)) {
    const right = rightAt(seeker, period, want.business);
    if (right !== null) return right;
  }
  return null;
}

/**
 * Whether members of the seeker's union may come. Conditions of individual persons are shown, and checked at sign-up.
 */
function letIn({ seeker }: SoughtNeed, terms: HeldTerms): MatchReason | null {
  if (seatsFor(terms, seeker) === 0) return null;
  const { rules, rulePaths } = terms;
  if (rules === null) return reason('OPEN_TO_ALL', matchPoints.right);
  if (rules.unionIds.length > 0 && !rulePaths.some((path) => isWithin(seeker.path, path))) return null;
  const { sizeClasses } = rules;
  if (sizeClasses.length > 0 && (seeker.sizeClass === null || !sizeClasses.includes(seeker.sizeClass)))
    return null;
  return isPersonal(rules)
    ? reason('CONDITIONS_APPLY', matchPoints.right / 2)
    : reason('OPEN_TO_ALL', matchPoints.right);
}

function isPersonal({
  ageFrom,
  ageTo,
  sex,
  neighbours,
  clubIds,
  groupIds,
  employmentKinds,
}: EligibilityRules): boolean {
  const bounds = [ageFrom, ageTo, sex, neighbours ?? null];
  return (
    bounds.some((one) => one !== null) ||
    [clubIds, groupIds, employmentKinds].some((listed) => listed !== undefined && listed.length > 0)
  );
}

/**
 * Full points side by side, falling linearly to none at {@link nearTenths}; the district's name if the place is
 * unknown.
 */
function nearnessReason(need: SoughtNeed, offer: Offer): MatchReason[] {
  if (need.place !== null && offer.place !== null) {
    const tenths = distanceTenths(need.place, offer.place);
    const params = { kilometres: (tenths / 10).toFixed(1) };
    if (tenths > nearTenths) return [reason('TOO_FAR', -missPoints, params)];
    const points = Math.floor((matchPoints.nearness * (nearTenths - tenths)) / nearTenths);
    return [reason('DISTANCE', points, params)];
  }
  if (isAnywhere(offer)) return [reason('ANYWHERE', matchPoints.nearness)];
  if (need.district === null || need.district !== offer.district) return [];
  return [reason('SAME_DISTRICT', matchPoints.nearness - 2, { district: need.district })];
}

/** A brand takes place wherever its next host is; know-how is available everywhere. */
function isAnywhere({ terms, functions, place, district }: Offer): boolean {
  if (terms.kind === 'brand') return true;
  const isKnowHow = functions.every((one) => one === 'information' || one === 'management');
  return terms.kind === 'resource' && isKnowHow && place === null && district === null;
}

function costReason(need: SoughtNeed, offer: Offer, right: Allowed | null): MatchReason[] {
  if (offer.terms.kind === 'need') return [reason('COST_SHARED', matchPoints.cost / 2)];
  if (right === null) return [];
  if (right.isFree) return [reason('FREE', matchPoints.cost)];
  if (right.costFen === null || need.budgetFen === null) return [reason('COST_SHARED', matchPoints.cost / 2)];
  return [
    right.costFen > need.budgetFen
      ? reason('OVER_BUDGET', -missPoints)
      : reason('WITHIN_BUDGET', matchPoints.cost - 3),
  ];
}

function earlierReason({ earlier }: Offer): MatchReason[] {
  if (earlier === null) return [];
  const { count, recognitions = 0 } = earlier;
  const score = Math.round(earlier.score);
  const points = Math.floor((matchPoints.earlier * score) / 100);
  const reasons = count === 0 ? [] : [reason('EARLIER_SCORE', points, { score, count })];
  // A recognition has passed a public notice: with it, earlier scores count in full.
  if (recognitions > 0)
    reasons.push(reason('RECOGNISED', matchPoints.earlier - points, { count: recognitions }));
  return reasons;
}

/** Small unions have priority everywhere; most of all if the owner grants the right to their size class. */
function smallMicroReason(need: SoughtNeed, { terms }: Offer, right: Allowed | null): MatchReason[] {
  if (!need.smallMicro) return [];
  const isMeant = right?.isForSmall === true || (terms.kind === 'need' && terms.smallMicro);
  return [reason('SMALL_MICRO_FIRST', isMeant ? matchPoints.smallMicro : matchPoints.smallMicro - 2)];
}

function minutesOf({ start, end }: { readonly start: Date; readonly end: Date }): number {
  return (end.getTime() - start.getTime()) / 60_000;
}
