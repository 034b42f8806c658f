import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError } from '@gongxiang/domain';
import { sharedRanks } from './shared-ranks.model.js';
import type { Indicator, MissingRule } from '../../systems/indicator-system/indicator.model.js';
import type { LeafWeight } from '../../systems/matrix/hierarchy.model.js';
import type { SubjectTotals } from '../../reference/subject/subject-facts.model.js';
import type { QuestionAnswers } from './answers.model.js';
import type { ScoreBasis } from './score-basis.model.js';

/** The order of the table's rows: 资源功能 信息, 设施, 管理, 服务, 人力. */
const functionOrder: readonly ResourceFunction[] = [
  'information',
  'facility',
  'management',
  'service',
  'people',
];

/** The order of its columns: 业务 教育, 文体, 宣传, 服务, 维护, 参与, 建设. */
const businessOrder: readonly UnionBusiness[] = [
  'education',
  'culture',
  'publicity',
  'service',
  'safeguarding',
  'participation',
  'construction',
];

export interface ScoreInput {
  /** Global weights of the frozen version's leaves; their ids are those of the indicators. */
  readonly weights: readonly LeafWeight[];
  readonly indicators: readonly Indicator[];
  /** By indicator id, in the unit of its scale; absent or null where nothing was measured or it was suppressed. */
  readonly values: Readonly<Record<string, number | null>>;
  readonly missing: MissingRule;
  // The inputs of the values, so that they can be recomputed; absent in scores that predate these fields.
  readonly basis?: ScoreBasis;
  readonly totals?: SubjectTotals;
  /** By indicator id. */
  readonly answers?: Readonly<Record<string, QuestionAnswers>>;
  /** By name. */
  readonly figures?: Readonly<Record<string, number>>;
}

export interface Contribution {
  readonly indicatorId: string;
  readonly value: number | null;
  /** 0 to 100; null where the value is missing and omitted. */
  readonly normalised: number | null;
  /** As applied, after the missing rule; they sum to 1 where a score exists. */
  readonly weight: number;
  /** weight · normalised; they sum to the score. */
  readonly points: number;
  /** The value to be reached, and whether it was; null where there is none, or no value. */
  readonly target: number | null;
  readonly isTargetReached: boolean | null;
}

export interface TableCell {
  readonly function: ResourceFunction;
  readonly business: UnionBusiness;
  readonly weight: number;
  readonly points: number;
  /** Points over weight, 0 to 100; null where no weight is left. */
  readonly score: number | null;
}

export interface Score {
  /** 0 to 100; null where no weighted indicator has a value. */
  readonly score: number | null;
  readonly contributions: readonly Contribution[];
  /** Function by business; cells without an indicator are left out. */
  readonly table: readonly TableCell[];
  /** Ids of the indicators without a value. */
  readonly missing: readonly string[];
  /** Part of the original weight that has a value, 0 to 1. */
  readonly coverage: number;
}

/**
 * The score of an activity or of the whole mechanism: Σ weight · normalised value. A pure function of the weight
 * version and the values, so that any old score can be computed again.
 * @throws DomainError `INDICATOR_UNKNOWN` for a weight without an indicator, `INDICATOR_SCALE` for an empty scale,
 * `VALUE_NOT_A_NUMBER` for a value that is not finite
 */
export function computeScore(input: ScoreInput): Score {
  const indicators = new Map(input.indicators.map((indicator) => [indicator.id, indicator]));
  const measured = input.weights.map((leaf) => {
    const indicator = indicators.get(leaf.id);
    if (indicator === undefined) throw new DomainError('INDICATOR_UNKNOWN', { params: { id: leaf.id } });
    const value = input.values[leaf.id] ?? null;
    const isOmitted = value === null && (indicator.missing ?? input.missing) === 'omit';
    return { indicator, value, isOmitted, weight: leaf.weight, normalised: normaliseValue(indicator, value) };
  });
  const coverage = measured.reduce((sum, { value, weight }) => sum + (value === null ? 0 : weight), 0);
  const whole = appliedWhole(measured, input.missing);
  const parts = measured.map(({ indicator, value, isOmitted, weight, normalised }) => {
    const applied = isOmitted || whole === 0 ? 0 : weight / whole;
    const shown = isOmitted ? null : (normalised ?? 0);
    const contribution = { indicatorId: indicator.id, value, normalised: shown, weight: applied };
    return {
      indicator,
      contribution: { ...contribution, points: applied * (shown ?? 0), ...targetOf(indicator, value) },
    };
  });
  const contributions = parts.map(({ contribution }) => contribution);
  return {
    score: coverage === 0 ? null : contributions.reduce((sum, { points }) => sum + points, 0),
    contributions,
    table: tabulate(parts),
    missing: contributions.filter(({ value }) => value === null).map(({ indicatorId }) => indicatorId),
    coverage,
  };
}

/**
 * A value on the indicator's scale as 0 to 100. What lies beyond the scale counts as its end: an activity cannot make
 * up for one indicator by overshooting another.
 * @throws DomainError `INDICATOR_SCALE`, `VALUE_NOT_A_NUMBER`
 */
export function normaliseValue(
  indicator: Pick<Indicator, 'id' | 'scaleMin' | 'scaleMax' | 'direction'>,
  value: number | null,
): number | null {
  const { id, scaleMin, scaleMax } = indicator;
  if (!(scaleMin < scaleMax)) throw new DomainError('INDICATOR_SCALE', { params: { id } });
  if (value === null) return null;
  if (!Number.isFinite(value)) throw new DomainError('VALUE_NOT_A_NUMBER', { params: { id } });
  const share = Math.min(1, Math.max(0, (value - scaleMin) / (scaleMax - scaleMin)));
  return 100 * (indicator.direction === 'max' ? share : 1 - share);
}

interface RankReason {
  readonly indicatorId: string;
  /** Points more (or, negative, fewer) than the mean of all that are ranked. */
  readonly lead: number;
}

interface RankedScore {
  readonly subjectId: string;
  readonly rank: number;
  readonly score: number;
  /** Greatest leads first, in size; they sum to the score less the mean score. */
  readonly why: readonly RankReason[];
}

/**
 * Ranks subjects scored under one weight version, best first, ties 1, 2, 2, 4 in the order of their ids, each with
 * the reasons for its place. A subject without a score is not ranked.
 */
export function rankScores(
  subjects: readonly { readonly subjectId: string; readonly score: Score }[],
): readonly RankedScore[] {
  const scored = subjects.flatMap(({ subjectId, score: { score, contributions } }) =>
    score === null ? [] : [{ subjectId, score, contributions }],
  );
  const means = meanPoints(scored.map(({ contributions }) => contributions));
  const ranks = sharedRanks(scored.map(({ score }) => score));
  return scored
    .map(({ subjectId, score, contributions }, index) => ({
      subjectId,
      rank: ranks[index] ?? 0,
      score,
      why: contributions
        .map(({ indicatorId, points }) => ({ indicatorId, lead: points - (means.get(indicatorId) ?? 0) }))
        .sort((a, b) => Math.abs(b.lead) - Math.abs(a.lead)),
    }))
    .sort((a, b) => a.rank - b.rank || compare(a.subjectId, b.subjectId));
}

/**
 * What the weights are divided by: the sum of those that count. Where nothing is left out by the rule that counts
 * everything they are taken as they are.
 */
function appliedWhole(
  measured: readonly { readonly isOmitted: boolean; readonly weight: number }[],
  missing: MissingRule,
): number {
  if (missing === 'zero' && measured.every(({ isOmitted }) => !isOmitted)) return 1;
  return measured.reduce((sum, { isOmitted, weight }) => sum + (isOmitted ? 0 : weight), 0);
}

function targetOf(
  { target: aim, direction }: Indicator,
  value: number | null,
): Pick<Contribution, 'target' | 'isTargetReached'> {
  const target = aim ?? null;
  if (target === null || value === null) return { target, isTargetReached: null };
  return { target, isTargetReached: direction === 'max' ? value >= target : value <= target };
}

function tabulate(
  parts: readonly { readonly indicator: Indicator; readonly contribution: Contribution }[],
): readonly TableCell[] {
  const cells = new Map<string, TableCell>();
  for (const { indicator, contribution } of parts) {
    const name = `${indicator.function} ${indicator.business}`;
    const before = cells.get(name);
    const weight = (before?.weight ?? 0) + contribution.weight;
    const points = (before?.points ?? 0) + contribution.points;
    const score = weight > 0 ? points / weight : null;
    cells.set(name, { function: indicator.function, business: indicator.business, weight, points, score });
  }
  return [...cells.values()].sort(
    (a, b) =>
      functionOrder.indexOf(a.function) - functionOrder.indexOf(b.function) ||
      businessOrder.indexOf(a.business) - businessOrder.indexOf(b.business),
  );
}

function meanPoints(lists: readonly (readonly Contribution[])[]): ReadonlyMap<string, number> {
  const means = new Map<string, number>();
  for (const { indicatorId, points } of lists.flat()) {
    means.set(indicatorId, (means.get(indicatorId) ?? 0) + points / lists.length);
  }
  return means;
}

/** By code unit, so that the order does not depend on the machine's language. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
