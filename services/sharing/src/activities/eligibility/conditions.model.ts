import type { EmploymentKind, SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { NeighboursDto, UnmetCode } from '@gongxiang/contracts/sharing/activities/eligibility.contract';
import { ageOn, type Coordinates, distanceTenths, DomainError, isWithin, type Sex } from '@gongxiang/domain';
import type { EligibilityRules, NeighbourRule } from '../activity/activity.entity.js';
import type { Neighbourhood } from '../../reference/neighbourhood.model.js';

/** What follows from a union for who belongs there. */
export interface JudgedPlace {
  /** The current path of the union. */
  readonly unionPath: string | null;
  readonly sizeClass: SizeClassName | null;
  /** The location of the union; null if unknown. */
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** What the conditions are checked against: a member according to the copies, with what follows from their own union. */
export interface Judged extends JudgedPlace {
  readonly sex: Sex | null;
  readonly birthDate: string | null;
  readonly employmentKind: EmploymentKind | null;
  /** Whether they are in any of the rules' clubs on the day. */
  readonly isInClub: boolean;
  /** The same of the rules' groups. */
  readonly isInGroup: boolean;
  /** The union that serves them where they are dispatched: what holds for its members holds for them. Absent or null: nobody. */
  readonly serving?: JudgedPlace | null;
  /** Until when no-shows block them from signing up; null if they do not. */
  readonly blockedUntil: Date | null;
}

/** An unmet condition: a code, and parameters with the limit but nothing about the person. */
export interface Unmet {
  readonly code: UnmetCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The facts of a judgement, beside the person. */
export interface PersonFacts {
  readonly rules: EligibilityRules;
  /** The current paths of the unions in the rules; an unknown union admits nobody. */
  readonly unionPaths: readonly string[];
  /** The neighbourhood of the union behind the organiser; null if the rules do not need it. */
  readonly neighbourhood: Neighbourhood | null;
  /** The day of the activity in its own time zone. */
  readonly day: string;
  readonly now: Date;
}

type Condition = (facts: PersonFacts, person: Judged) => Unmet | null;

/** All of them must be met. */
const conditions: readonly Condition[] = [
  unionProblem,
  neighbourProblem,
  clubProblem,
  groupProblem,
  sizeProblem,
  employmentProblem,
  ageProblem,
  sexProblem,
  blockProblem,
];

/** @returns every unmet condition, in order of display */
export function judgeEligibility(facts: PersonFacts, person: Judged): Unmet[] {
  return conditions.flatMap((condition) => condition(facts, person) ?? []);
}

/** @throws DomainError `NOT_ELIGIBLE` with an entry for each unmet condition */
export function requireEligible(unmet: readonly Unmet[]): void {
  if (unmet.length === 0) return;
  throw new DomainError('NOT_ELIGIBLE', { errors: unmet.map((one) => ({ pointer: '', ...one })) });
}

/** @throws DomainError `AGE_RANGE_EMPTY` */
export function requireSensible({ ageFrom, ageTo }: Pick<EligibilityRules, 'ageFrom' | 'ageTo'>): void {
  if (ageFrom !== null && ageTo !== null && ageTo < ageFrom)
    throw new DomainError('AGE_RANGE_EMPTY', { pointer: '/ageTo' });
}

/** Rules without any condition are null. */
export function areNone(rules: EligibilityRules): boolean {
  return Object.values(rules).every((one) => one === null || (Array.isArray(one) && one.length === 0));
}

/** @throws DomainError `NEIGHBOURS_ONE_OF` if both are given, or neither */
export function neighbourRuleOf(requested: NeighboursDto | null | undefined): NeighbourRule | null {
  if (requested === null || requested === undefined) return null;
  const rule = { withinKm: requested.withinKm ?? null, samePark: requested.samePark ?? false };
  if ((rule.withinKm !== null) === rule.samePark)
    throw new DomainError('NEIGHBOURS_ONE_OF', { pointer: '/neighbours' });
  return rule;
}

/**
 * Refuses a rule that would admit nobody because the organiser's neighbourhood is unknown.
 * @throws DomainError `ORGANISER_PLACE_UNKNOWN`, `ORGANISER_PARK_UNKNOWN`
 */
export function requireNeighbourhood(rule: NeighbourRule, { place, parkPath }: Neighbourhood): void {
  if (rule.samePark && parkPath === null)
    throw new DomainError('ORGANISER_PARK_UNKNOWN', { pointer: '/neighbours/samePark' });
  if (!rule.samePark && place === null)
    throw new DomainError('ORGANISER_PLACE_UNKNOWN', { pointer: '/neighbours/withinKm' });
}

/**
 * Groups are named by whoever hosts the activity, and are of their own unions: nobody learns of another's by trying.
 * @throws DomainError `ELIGIBLE_GROUP_OF_OTHERS` naming the first one
 */
export function requireGroupsOfHosts(
  groups: readonly { readonly unionPath: string }[],
  hostPaths: readonly string[],
): void {
  const at = groups.findIndex(({ unionPath }) => !hostPaths.some((path) => isWithin(unionPath, path)));
  if (at >= 0) throw new DomainError('ELIGIBLE_GROUP_OF_OTHERS', { pointer: `/groupIds/${at}` });
}

/** Rules can change until the activity is over. @throws DomainError `ELIGIBILITY_OVER` */
export function requireNotOver(
  { state, endsAt }: { readonly state: string; readonly endsAt: Date },
  now: Date,
): void {
  const isOpen = state === 'draft' || (state === 'published' && now < endsAt);
  if (!isOpen) throw new DomainError('ELIGIBILITY_OVER');
}

/** Where somebody belongs: their own union, and the one that serves them. */
function placesOf({ serving, ...own }: Judged): readonly JudgedPlace[] {
  return serving == null ? [own] : [own, serving];
}

function isBelowAny(person: Judged, paths: readonly string[]): boolean {
  return placesOf(person).some(
    ({ unionPath }) => unionPath !== null && paths.some((path) => isWithin(unionPath, path)),
  );
}

function unionProblem({ rules, unionPaths }: PersonFacts, person: Judged): Unmet | null {
  if (rules.unionIds.length === 0) return null;
  return isBelowAny(person, unionPaths) ? null : { code: 'NOT_OF_THESE_UNIONS', params: {} };
}

function neighbourProblem(
  { rules: { neighbours }, neighbourhood }: PersonFacts,
  person: Judged,
): Unmet | null {
  if (!neighbours) return null;
  if (neighbours.samePark || neighbours.withinKm === null) return parkProblem(neighbourhood, person);
  const from = neighbourhood?.place ?? null;
  const known = placesOf(person).flatMap((place) => locationOf(place) ?? []);
  if (from === null || known.length === 0) return { code: 'PLACE_UNKNOWN', params: {} };
  const { withinKm } = neighbours;
  return known.some((to) => distanceTenths(from, to) <= withinKm * 10)
    ? null
    : { code: 'NOT_A_NEIGHBOUR', params: { withinKm } };
}

/** A park within a park counts as the same park. */
function parkProblem(neighbourhood: Neighbourhood | null, person: Judged): Unmet | null {
  const parkPath = neighbourhood?.parkPath ?? null;
  return parkPath !== null && isBelowAny(person, [parkPath]) ? null : { code: 'NOT_IN_THE_PARK', params: {} };
}

function locationOf({ longitude, latitude }: JudgedPlace): Coordinates | null {
  return longitude === null || latitude === null ? null : { longitude, latitude };
}

function clubProblem({ rules: { clubIds = [] } }: PersonFacts, { isInClub }: Judged): Unmet | null {
  return clubIds.length === 0 || isInClub ? null : { code: 'NOT_IN_THESE_CLUBS', params: {} };
}

function groupProblem({ rules: { groupIds = [] } }: PersonFacts, { isInGroup }: Judged): Unmet | null {
  return groupIds.length === 0 || isInGroup ? null : { code: 'NOT_IN_THESE_GROUPS', params: {} };
}

function employmentProblem(
  { rules: { employmentKinds = [] } }: PersonFacts,
  { employmentKind }: Judged,
): Unmet | null {
  if (employmentKinds.length === 0) return null;
  if (employmentKind === null) return { code: 'EMPLOYMENT_UNKNOWN', params: {} };
  const fits = employmentKinds.includes(employmentKind);
  return fits ? null : { code: 'NOT_OF_THESE_EMPLOYMENT_KINDS', params: {} };
}

function sizeProblem({ rules: { sizeClasses } }: PersonFacts, person: Judged): Unmet | null {
  if (sizeClasses.length === 0) return null;
  const fits = placesOf(person).some(
    ({ sizeClass }) => sizeClass !== null && sizeClasses.includes(sizeClass),
  );
  return fits ? null : { code: 'NOT_OF_THESE_SIZE_CLASSES', params: {} };
}

function ageProblem({ rules, day }: PersonFacts, { birthDate }: Judged): Unmet | null {
  const { ageFrom, ageTo } = rules;
  if (ageFrom === null && ageTo === null) return null;
  if (birthDate === null) return { code: 'AGE_UNKNOWN', params: {} };
  const age = ageOn(day, birthDate);
  return age < (ageFrom ?? 0) || age > (ageTo ?? Infinity) ? ageBound(rules) : null;
}

/** The code depends on the rule, not on the person: it is the same for too young and too old. */
function ageBound({ ageFrom, ageTo }: EligibilityRules): Unmet {
  if (ageFrom === null) return { code: 'AGE_ABOVE', params: { ageTo: ageTo ?? 0 } };
  if (ageTo === null) return { code: 'AGE_BELOW', params: { ageFrom } };
  return { code: 'AGE_OUTSIDE', params: { ageFrom, ageTo } };
}

function sexProblem({ rules }: PersonFacts, { sex }: Judged): Unmet | null {
  if (rules.sex === null || rules.sex === sex) return null;
  return { code: sex === null ? 'SEX_UNKNOWN' : 'SEX_DIFFERENT', params: {} };
}

function blockProblem({ now }: PersonFacts, { blockedUntil }: Judged): Unmet | null {
  if (blockedUntil === null || now >= blockedUntil) return null;
  return { code: 'NO_SHOW_BLOCKED', params: { until: blockedUntil.toISOString() } };
}
