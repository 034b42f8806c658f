import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { SplitRuleDto, SplitRuleKind } from '@gongxiang/contracts/settlement/splits/split.contract';
import type { ActivityKind } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { QuestionDto } from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Sex } from '@gongxiang/domain';
import type { EligibilityRules } from '../../activities/activity/activity.entity.js';
import { localOf } from '../draft/copied-times.js';
import { areNone } from '../../activities/eligibility/conditions.model.js';
import type { PoolPlan } from '../../activities/pool/pool.repository.js';

/** A cost rule without parties and amounts: the part that other hosts can use. */
export interface SuggestedRule {
  readonly kind: SplitRuleKind;
  readonly percent: string | null;
  readonly weights: readonly number[];
  readonly rest: SuggestedRule | null;
}

export interface TemplatePool {
  readonly name: string;
  /** `organiser`: for the members of the union behind the organiser of an edition. */
  readonly audience: 'everybody' | 'organiser';
  readonly sex: Sex | null;
  /** Absent in templates created before pools had sizes. */
  readonly sizeClasses?: readonly SizeClassName[];
  readonly capacity: number;
  /** Times of the original activity, as text. */
  readonly opensAt: string | null;
  readonly releasesAt: string | null;
  readonly promotionUntil: string | null;
  readonly offerHours: number | null;
}

/**
 * The plan of an activity without its parties. Its times are those of that activity: an edition moves all of them
 * alike.
 */
export interface BrandTemplate {
  readonly title: string;
  readonly description: string | null;
  readonly kind: ActivityKind;
  readonly function: ResourceFunction;
  readonly business: UnionBusiness;
  readonly companionsMax: number;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly signUpOpensAt: string;
  readonly signUpClosesAt: string;
  readonly pools: readonly TemplatePool[];
  readonly questions: readonly QuestionDto[];
  readonly keepDays: number;
  readonly eligibility: EligibilityRules | null;
  readonly tasks: readonly string[];
  readonly rule: SuggestedRule | null;
}

const tasksMax = 50;
const commonPoolName = '公共名额';

/**
 * The titles of an agreement's tasks, without duplicates and in order: who does them is agreed anew per edition.
 */
export function taskTitles(tasks: readonly { readonly title: string }[]): string[] {
  return [...new Set(tasks.map(({ title }) => title))].slice(0, tasksMax);
}

/** Weights are in host order, as the keys of the original hosts mean nothing to others. */
export function suggestedRule(rule: SplitRuleDto, parties: readonly string[]): SuggestedRule {
  const { kind, weights, percent, rest } = rule;
  return {
    kind,
    percent: percent ?? null,
    weights: weights === undefined ? [] : parties.map((party) => weights[party] ?? 0),
    rest: rest === undefined ? null : suggestedRule(rest, parties),
  };
}

/**
 * The pools of an activity as a template. A pool of the organiser's union is for the members of the organiser of an
 * edition; seats of other unions' and clubs' pools are for everybody, as those do not take part in it.
 * @param pools with the planned seats @param unionId the union behind the organiser
 */
export function templatePools(pools: readonly PoolPlan[], unionId: string): TemplatePool[] {
  const isIncluded = (pool: PoolPlan): boolean =>
    pool.clubId === null && (pool.unionId === null || pool.unionId === unionId);
  const retained = pools.filter(isIncluded).map(poolOf);
  const others = pools.filter((pool) => !isIncluded(pool));
  const seats = others.reduce((sum, { capacity }) => sum + capacity, 0);
  if (seats === 0) return retained;
  const isCommon = ({ audience, sex, sizeClasses }: TemplatePool): boolean =>
    audience === 'everybody' && sex === null && (sizeClasses ?? []).length === 0;
  if (retained.some(isCommon))
    return retained.map((pool) => (isCommon(pool) ? { ...pool, capacity: pool.capacity + seats } : pool));
  const times = { opensAt: null, releasesAt: null, promotionUntil: null, offerHours: null };
  const common = { name: commonPoolName, audience: 'everybody', sex: null, sizeClasses: [] } as const;
  return [...retained, { ...common, capacity: seats, ...times }];
}

/**
 * Eligibility rules without unions, clubs, groups and neighbours, which differ between networks. Null if no condition
 * remains.
 */
export function templateEligibility(rules: EligibilityRules | null): EligibilityRules | null {
  if (rules === null) return null;
  const { clubIds: _clubIds, groupIds: _groupIds, neighbours: _neighbours, ...others } = rules;
  const retained = { ...others, unionIds: [] };
  return areNone(retained) ? null : retained;
}

/** The pools of an edition, with times relative to its start as in the template, in local time. */
export function editionPools(
  template: BrandTemplate,
  edition: { readonly startsAt: Date; readonly unionId: string },
): PoolPlan[] {
  const moved = (text: string | null): Date | null =>
    text === null
      ? null
      : movedWith(new Date(text), new Date(template.startsAt), edition.startsAt, template.timeZone);
  return template.pools.map(({ audience, opensAt, releasesAt, promotionUntil, ...pool }) => ({
    ...pool,
    sizeClasses: [...(pool.sizeClasses ?? [])],
    clubId: null,
    unionId: audience === 'organiser' ? edition.unionId : null,
    opensAt: moved(opensAt),
    releasesAt: moved(releasesAt),
    promotionUntil: moved(promotionUntil),
  }));
}

/** A time that keeps its distance in local time (E36) from another one that moves. */
export function movedWith(moment: Date, from: Date, to: Date, timeZone: string): Date {
  const distance = localOf(from, timeZone).until(localOf(moment, timeZone), { largestUnit: 'day' });
  const local = localOf(to, timeZone).add(distance);
  return new Date(local.toZonedDateTime(timeZone).epochMilliseconds);
}

function poolOf(pool: PoolPlan): TemplatePool {
  const { name, unionId, sizeClasses, sex, capacity, offerHours } = pool;
  return {
    name,
    sizeClasses,
    sex,
    capacity,
    offerHours,
    audience: unionId === null ? 'everybody' : 'organiser',
    opensAt: pool.opensAt?.toISOString() ?? null,
    releasesAt: pool.releasesAt?.toISOString() ?? null,
    promotionUntil: pool.promotionUntil?.toISOString() ?? null,
  };
}
