import type { ActivityKind } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { NeedAudience, WantKind } from '@gongxiang/contracts/sharing/lending/need.contract';
import type { ResourceFunction } from '@gongxiang/contracts/sharing/sharing-events';
import { isWithin } from '@gongxiang/domain';
import type { Borrower } from '../../lending/resource/right.model.js';
import { termsShare } from '@gongxiang/domain';
import type { MatchReason, Want } from '../../lending/need/want.model.js';
import type { HeldTerms, Offer, SoughtNeed } from './match.model.js';
import { matchPoints, missPoints, reason } from './match-points.model.js';
import { answered } from '../../lending/words/wanted.model.js';
import { type ThingKind, thingKinds } from '../../lending/words/thesaurus.model.js';
import { mayBeOfKind, wordsOfKind } from '../../lending/words/want-kind.model.js';

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

/** What a thing to lend may be, by the function that a want asks for. */
const facilityKinds: readonly ThingKind[] = ['venue', 'equipment', 'vehicle'];
const kindsOf: Readonly<Record<ResourceFunction, readonly ThingKind[]>> = {
  facility: facilityKinds,
  people: ['teacher', 'helper'],
  service: ['service', 'teacher', 'helper', 'vehicle'],
  information: ['document', 'service'],
  management: ['document', 'service'],
};
/** Only these have seats. */
const seatedKinds: readonly ThingKind[] = ['venue', 'vehicle'];

/** One of the criteria for a fit, each worth the same share. */
type Fit = (most: number) => MatchReason;

/** Of the points for a fit, those for the words of title and text; the other criteria share the rest. */
const wordPoints = 14;
/** A lower share of the words is as good as none. */
const wordShareMin = 0.3;

/** Checks the requirements: skill or words, room, pieces, and the kind for this audience. */
export function fitReasons(need: SoughtNeed, want: Want, offer: Offer): MatchReason[] {
  const fits = [
    ...skillFit(need, want, offer),
    ...roomFit(need, want, offer),
    ...piecesFit(want, offer),
    ...audienceFit(need, offer),
  ];
  const worded = wordsFit(need, want, offer);
  const most = worded.length === 0 ? matchPoints.fit : matchPoints.fit - wordPoints;
  return [...worded.map((fit) => fit(wordPoints)), ...fits.map((fit) => fit(Math.floor(most / fits.length)))];
}

/**
 * Whether it may be the kind of thing that is sought: a projector is no hall, whatever else speaks for it. The kind that
 * was said decides; where none was, only facilities are told apart by their words: who seeks a lawyer is served by legal
 * advice as well.
 */
export function isOfKind(need: SoughtNeed, want: Want, offer: Offer): boolean {
  if (offer.terms.kind !== 'resource') return true;
  if (want.kind) return isOfSaidKind(want.kind, want, offer);
  return want.function !== 'facility' || want.skill !== null || isOfToldKind(need, want, offer);
}

function isOfSaidKind(said: WantKind, want: Want, { words, room }: Offer): boolean {
  const named = thingKinds.find((one) => words.has(`kind:${one}`)) ?? null;
  const isSeatless = named === null && room === null && want.capacity !== null && said === 'venue';
  return !isSeatless && mayBeOfKind(said, { function: want.function, named, capacity: room });
}

function isOfToldKind(need: SoughtNeed, want: Want, { words, room }: Offer): boolean {
  const kind = facilityKinds.find((one) => words.has(`kind:${one}`)) ?? null;
  const sought = soughtKinds(need, want);
  if (kind !== null) return sought.length === 0 || sought.includes(kind);
  // Where seats are asked for, something unknown without any has none; unless what is sought is unknown as well.
  return !(seatsAsked(need, want) && room === null) || namesNothing(need);
}

/** The kinds that its words name; those that they hint at too, if they name none exactly; empty: any. */
function soughtKinds(need: SoughtNeed, want: Want): readonly ThingKind[] {
  const words = need.told.wanted.words.filter(({ kind }) => kind !== null && facilityKinds.includes(kind));
  const named = words.filter(({ isHint }) => !isHint);
  const isExact = named.some(({ isGeneral }) => !isGeneral);
  // A hint alone rules nothing out.
  if (named.length === 0) return seatsAsked(need, want) ? seatedKinds : [];
  const kinds = (isExact ? named : words).flatMap(({ kind }) => kind ?? []);
  if (kinds.length > 0) return kinds;
  return seatsAsked(need, want) ? seatedKinds : [];
}

function namesNothing({ told }: SoughtNeed): boolean {
  return told.wanted.words.every(({ kind }) => kind === null);
}

function seatsAsked({ told }: SoughtNeed, { capacity }: Want): boolean {
  return capacity !== null || told.wanted.seats !== null;
}

function skillFit({ told }: SoughtNeed, { skill }: Want, { words }: Offer): Fit[] {
  if (skill === null) return [];
  const share = termsShare(told.skills.get(skill) ?? skill, words);
  return [
    (most) =>
      share < skillShareMin
        ? reason('SKILL_MISSING', -missPoints, { skill })
        : reason('SKILL_FITS', Math.floor(most * share), { skill }),
  ];
}

/** Without a skill, what title and text say; of several wants each has its own words. */
function wordsFit({ told, wants }: SoughtNeed, want: Want, offer: Offer): Fit[] {
  if (want.skill !== null) return [];
  const possible = want.kind ? wordsOfKind[want.kind] : kindsOf[want.function];
  const words = told.wanted.words.filter(
    ({ kind }) => wants.length === 1 || kind === null || possible.includes(kind),
  );
  if (!words.some(({ meaning, pairs }) => meaning !== null || pairs.length > 0)) return [];
  const { share, named } = answered(words, offer.words);
  return [
    (most) =>
      share < wordShareMin
        ? reason('SKILL_MISSING', -missOf(share), { skill: listed(words.map(({ word }) => word)) })
        : reason('SKILL_FITS', Math.floor(most * share), {
            skill: listed(named.length > 0 ? named : words.map(({ word }) => word)),
          }),
  ];
}

/** A likeness too small to count as one still ranks: all of ten points without any. */
function missOf(share: number): number {
  return Math.max(1, missPoints - Math.floor((missPoints * share) / wordShareMin));
}

const listedMax = 3;

function listed(words: readonly string[]): string {
  return words.slice(0, listedMax).join('、');
}

/**
 * A venue ten times too large fits badly too. For a teacher or a text the number of people counts only if it is
 * stated.
 */
function roomFit(need: SoughtNeed, want: Want, offer: Offer): Fit[] {
  if (offer.terms.kind === 'activity') return [seatsFit(need, offer.terms)];
  if (offer.room === null || (want.skill !== null && want.capacity === null)) return [];
  const { room: capacity } = offer;
  const needed = want.capacity ?? need.told.wanted.seats ?? need.headcount;
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
