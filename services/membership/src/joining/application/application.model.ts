import type {
  ApplicationState,
  CandidateReason,
  EmployerKind,
  TurnKind,
} from '@gongxiang/contracts/membership/joining/application.contract';
import type { WorkLine } from '@gongxiang/contracts/membership/joining/work-line';
import type { UnionTier } from '@gongxiang/contracts/membership/union-place';
import {
  type Actor,
  type Coordinates,
  dayMs,
  distanceTenths,
  DomainError,
  endOfShanghaiDay,
  isWithin,
  rootPath,
  shanghaiDate,
} from '@gongxiang/domain';
import { workingDaysAfter } from '@gongxiang/domain/holidays';
import type { Await } from '@gongxiang/messaging/events';
import type { Whom } from '../../unions/awaits/whom.js';
import type { ApplicationRow } from './application.entity.js';

/** Tiers whose unions take people who have none at an enterprise, unless they have said otherwise. */
export const directTiers: readonly UnionTier[] = ['street', 'park', 'community', 'district'];

/** Applications of one phone that wait at a time. */
export const waitingPerPhoneMax = 3;

/** Days after which the personal values of an application that has ended are deleted. */
export const keptDays = 180;
/** Days within which a refusal can be appealed. */
const appealDays = 30;

/** Working days to decide in, unless the union at the root has set another number. */
export const workingDaysDefault = 3;

/** A union, as far as the way of an application depends on it. */
export interface UnionOnTheWay {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly tier: UnionTier | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly active: boolean;
  /** What its policy says; null if it has none. */
  readonly acceptsDirect: boolean | null;
  /** For which it is the sector union. */
  readonly workLines: readonly WorkLine[];
}

/** Whether people may be admitted to the union itself without one at their enterprise. The root turns nobody away. */
export function takesDirectMembers({
  path,
  tier,
  acceptsDirect,
}: Pick<UnionOnTheWay, 'path' | 'tier' | 'acceptsDirect'>): boolean {
  if (path === rootPath) return true;
  return acceptsDirect ?? (tier !== null && directTiers.includes(tier));
}

/** The area that a sector union covers: that of the union above it, and all that is below. */
export function sectorArea({ path }: Pick<UnionOnTheWay, 'path'>): string {
  return path === rootPath ? rootPath : path.replace(/[^.]+\.$/, '');
}

/**
 * The sector union for a line of work at a place: of those whose area has the place in it the one with the smallest area, of
 * equal ones that with the smaller path, so that the same work at the same place always leads to the same union.
 * @param place the path of the union that would decide by the place alone; where the place is unknown it is the root, and only
 * sector unions directly below that are for everybody
 */
export function sectorFor(
  line: WorkLine,
  place: string,
  unions: readonly UnionOnTheWay[],
): UnionOnTheWay | undefined {
  const [first] = unions
    .filter((union) => union.active && union.workLines.includes(line) && isWithin(place, sectorArea(union)))
    .sort(
      (left, right) =>
        sectorArea(right).length - sectorArea(left).length || (left.path < right.path ? -1 : 1),
    );
  return first;
}

/** Where an applicant works, as far as the route depends on it. */
export interface RoutedWorkplace {
  readonly kind: EmployerKind;
  /** The path of the enterprise's union; null without one. */
  readonly enterprisePath: string | null;
  readonly employerHidden: boolean;
  readonly areaUnionId: string | null;
  readonly position: Coordinates | null;
}

/**
 * The unions that may decide, in order: the first one does, and each of the others once the one before was silent.
 * The enterprise's union is the first; without one it is the union of the named place, else the nearest that takes direct
 * members, else the root. An employer that shall not know is left out with all unions below it. Equal distances are decided by the
 * path, so that the same workplace always leads to the same union. A closed union is passed by: for a place that it covered, the
 * next one above it decides.
 * @param unions those that may be on the way: the enterprise's union with all above it, and all that take direct members
 */
export function routeOf(workplace: RoutedWorkplace, unions: readonly UnionOnTheWay[]): UnionOnTheWay[] {
  const open = unions.filter(({ active }) => active);
  const { enterprisePath, employerHidden } = workplace;
  if (enterprisePath !== null) {
    const own = open.find(({ path }) => path === enterprisePath);
    const above = wayUp(enterprisePath, open);
    if (employerHidden) return above;
    if (own !== undefined) return [own, ...above];
  }
  const first = firstForPlace(workplace, unions);
  return first === undefined ? [] : [first, ...wayUp(first.path, open)];
}

/** The unions above a path that take direct members, the nearest first; the root is the last. */
export function wayUp(path: string, unions: readonly UnionOnTheWay[]): UnionOnTheWay[] {
  return unions
    .filter((union) => union.active && union.path !== path && isWithin(path, union.path))
    .filter(takesDirectMembers)
    .sort((left, right) => right.path.length - left.path.length);
}

function firstForPlace(
  { areaUnionId, position }: RoutedWorkplace,
  unions: readonly UnionOnTheWay[],
): UnionOnTheWay | undefined {
  const direct = unions.filter(({ active }) => active).filter(takesDirectMembers);
  const area = unions.find(({ id }) => id === areaUnionId);
  const named = area?.active === false ? wayUp(area.path, unions)[0] : direct.find((one) => one === area);
  return named ?? nearest(direct, position)[0] ?? direct.find(({ path }) => path === rootPath);
}

/** Unions with a known place by distance, the nearest first; the root is never near. Nothing without a position. */
export function nearest<Union extends Pick<UnionOnTheWay, 'path' | 'longitude' | 'latitude'>>(
  unions: readonly Union[],
  position: Coordinates | null,
): Union[] {
  if (position === null) return [];
  return unions
    .filter(({ path }) => path !== rootPath)
    .flatMap((union) => {
      const tenths = tenthsTo(union, position);
      return tenths === null ? [] : [{ union, tenths }];
    })
    .sort((left, right) => left.tenths - right.tenths || (left.union.path < right.union.path ? -1 : 1))
    .map(({ union }) => union);
}

/** The distance to a union in tenths of a kilometre; null if its place is unknown. */
export function tenthsTo(
  { longitude, latitude }: Pick<UnionOnTheWay, 'longitude' | 'latitude'>,
  position: Coordinates,
): number | null {
  return longitude === null || latitude === null ? null : distanceTenths(position, { longitude, latitude });
}

/** The end of the n-th working day after today in China. */
export function deadlineAfter(now: Date, workingDays: number): Date {
  return endOfShanghaiDay(workingDaysAfter(shanghaiDate(now), workingDays));
}

/** When the personal values of an application that came to nothing are deleted. */
export function deletionTime(ended: Date): Date {
  return new Date(ended.getTime() + keptDays * dayMs);
}

interface Refused {
  /** Of an application, or of a filing. */
  readonly state: string;
  readonly decidedAt: Date | null;
  readonly appealed: boolean;
}

/** For so long is a text about an outcome of use, should it not leave at once. */
export const outcomeValidMs = 3 * dayMs;

/** The last day that passes whole before a moment, in China: who reads it is told no day that ends earlier. */
export function lastDayBefore(moment: Date): string {
  return shanghaiDate(new Date(moment.getTime() + 1 - dayMs));
}

/** Until when a refusal can be appealed; null if it cannot. @param hasAbove whether there is a union above */
export function appealUntil(application: Refused, hasAbove: boolean, now: Date): Date | null {
  const { state, decidedAt, appealed } = application;
  if (state !== 'refused' || appealed || !hasAbove || decidedAt === null) return null;
  const until = new Date(decidedAt.getTime() + appealDays * dayMs);
  return until > now ? until : null;
}

/** @throws DomainError `APPLICATION_NOT_WAITING` */
export function requireWaiting({ state }: { readonly state: ApplicationState }): void {
  if (state !== 'waiting') throw new DomainError('APPLICATION_NOT_WAITING');
}

/**
 * Whether an application is hidden from a caller: they belong to the applicant's enterprise, or hold an office in its union.
 * Nobody is recorded as management, so all of them count as employer.
 * @param hiddenPath the path of the enterprise's union; null if nothing is hidden
 */
export function isHiddenFrom(actor: Pick<Actor, 'unionPath' | 'roles'>, hiddenPath: string | null): boolean {
  if (hiddenPath === null) return false;
  const places = [actor.unionPath, ...actor.roles.map(({ path }) => path)];
  return places.some((path) => path !== null && isWithin(path, hiddenPath));
}

/**
 * Whether the caller decides: an officer of the very union. An office above does not reach over the head of the union
 * that has the application; it gets it once that union was silent.
 */
export function decides(actor: Pick<Actor, 'roles'> | null, unionId: string): boolean {
  return actor?.roles.some((held) => held.role === 'officer' && held.unionId === unionId) ?? false;
}

/** Whom an application waits for; nothing in it says who has applied. @param decider of the union that has it */
export function awaitsOfApplication(
  {
    id,
    state,
    unionId,
    dueAt,
    turnKind,
  }: Pick<ApplicationRow, 'id' | 'state' | 'unionId' | 'dueAt'> & {
    readonly turnKind: TurnKind;
  },
  decider: Whom,
): Await[] {
  if (state !== 'waiting') return [];
  const values = { at: dueAt?.toISOString(), turn: turnKind };
  const about = { applicationId: id };
  // With another union it is something new for its officers.
  return [
    { ...decider, kind: 'applicationReceived', why: 'decidesHere', about, values, slot: unionId, dueAt },
  ];
}

interface Hashes {
  readonly nameHash: string | null;
  readonly residentNumberHash: string | null;
  readonly phoneHash: string | null;
}

/**
 * Why a person on record may be the applicant; empty if nothing speaks for it.
 * @param similar hashes of the numbers that differ from the applicant's in one digit
 */
export function reasonsFor(
  applicant: Hashes,
  person: Hashes,
  similar: ReadonlySet<string>,
): CandidateReason[] {
  const equal = (field: keyof Hashes): boolean =>
    applicant[field] !== null && applicant[field] === person[field];
  const reasons: CandidateReason[] = [];
  if (equal('residentNumberHash')) reasons.push('sameNumber');
  if (equal('phoneHash')) reasons.push('samePhone');
  if (equal('nameHash')) reasons.push('sameName');
  if (reasons.length > 0 && person.residentNumberHash !== null && similar.has(person.residentNumberHash))
    reasons.push('numberSimilar');
  return reasons;
}

/** Valid numbers that differ from this one in one of the first 17 digits: what a slip of the pen makes of it. */
export function similarNumbers(number: string, isValid: (other: string) => boolean): string[] {
  const body = number.slice(0, 17);
  const variants: string[] = [];
  for (let at = 0; at < body.length; at += 1) {
    for (const digit of '0123456789') {
      if (digit === body[at]) continue;
      const changed = `${body.slice(0, at)}${digit}${body.slice(at + 1)}`;
      const whole = [...'0123456789X'].map((last) => `${changed}${last}`).find(isValid);
      if (whole !== undefined) variants.push(whole);
    }
  }
  return variants;
}

/** The number of an application: its day, and eight characters that nobody guesses. */
export function applicationNumber(now: Date, code: string): string {
  return `${shanghaiDate(now).replaceAll('-', '')}-${code}`;
}
