import type { ActivityKind } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { NeedAudience } from '@gongxiang/contracts/sharing/lending/need.contract';
import { isWithin } from '@gongxiang/domain';
import type { Borrower } from '../../lending/resource/right.model.js';
import { termsShare } from '@gongxiang/domain';
import type { MatchReason, Want } from '../../lending/need/want.model.js';
import type { HeldTerms, Offer, SoughtNeed } from './match.model.js';
import { matchPoints, missPoints, reason } from './match-points.model.js';
import { plainWords } from './words.model.js';

/** A lower share of matching words means another skill: a 太极教练 is no 瑜伽教练. */
const skillShareMin = 0.6;

/** The kinds of activity for an audience. */
const kindsFor: Readonly<Record<NeedAudience, readonly ActivityKind[]>> = {
  everyone: [],
  families: ['parentChild', 'tour'],
  singles: ['matchmaking'],
  women: ['diy'],
  newcomers: ['training', 'tour'],
  retired: ['welfare', 'tour'],
};

/** One of the criteria for a fit, each worth the same share. */
type Fit = (most: number) => MatchReason;

/** Checks the requirements: skill, room, pieces, and the kind for this audience. */
export function fitReasons(need: SoughtNeed, want: Want, offer: Offer): MatchReason[] {
  const fits = [...skillFit(want, offer), ...roomFit(need, want, offer), ...piecesFit(want, offer)];
  const all = [...fits, ...audienceFit(need, offer)];
  return all.map((fit) => fit(Math.floor(matchPoints.fit / all.length)));
}

function skillFit({ skill }: Want, { words }: Offer): Fit[] {
  if (skill === null) return [];
  const share = termsShare(plainWords(skill), words);
  return [
    (most) =>
      share < skillShareMin
        ? reason('SKILL_MISSING', -missPoints, { skill })
        : reason('SKILL_FITS', Math.floor(most * share), { skill }),
  ];
}

/**
 * A venue ten times too large fits badly too. For a teacher or a text the number of people counts only if it is
 * stated.
 */
function roomFit(need: SoughtNeed, want: Want, offer: Offer): Fit[] {
  if (offer.terms.kind === 'activity') return [seatsFit(need, offer.terms)];
  if (offer.room === null || (want.skill !== null && want.capacity === null)) return [];
  const { room: capacity } = offer;
  const needed = want.capacity ?? need.headcount;
  const params = { capacity, needed };
  return [
    (most) =>
      capacity < needed
        ? reason('CAPACITY_SHORT', -missPoints, params)
        : reason('CAPACITY_FITS', Math.floor((most * needed) / capacity), params),
  ];
}

function seatsFit({ headcount: needed, seeker }: SoughtNeed, terms: HeldTerms): Fit {
  const seats = seatsFor(terms, seeker);
  return (most) =>
    seats < needed
      ? reason('SEATS_SHORT', -missPoints, { seats, needed })
      : reason('SEATS_FREE', most, { seats, needed });
}

function piecesFit(want: Want, { pieces }: Offer): Fit[] {
  const needed = want.quantity ?? 1;
  if (needed === 1 || pieces === null) return [];
  return [
    (most) =>
      pieces < needed
        ? reason('PIECES_SHORT', -missPoints, { pieces, needed })
        : reason('PIECES_FIT', most, { pieces, needed }),
  ];
}

function audienceFit({ audience }: SoughtNeed, { terms }: Offer): Fit[] {
  if (audience === 'everyone' || !('activityKind' in terms)) return [];
  const isFor = kindsFor[audience].includes(terms.activityKind);
  return isFor ? [(most) => reason('AUDIENCE_FITS', most, { audience })] : [];
}

/** The free seats for the members of a union. */
export function seatsFor(
  { seats }: Pick<HeldTerms, 'seats'>,
  { path, sizeClass }: Pick<Borrower, 'path' | 'sizeClass'>,
): number {
  return seats
    .filter(({ unionPath }) => unionPath === null || isWithin(path, unionPath))
    .filter(
      (pool) => pool.sizeClasses.length === 0 || (sizeClass !== null && pool.sizeClasses.includes(sizeClass)),
    )
    .reduce((sum, { free }) => sum + Math.max(0, free), 0);
}
