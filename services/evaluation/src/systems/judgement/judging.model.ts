import type { IndicatorNode } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type {
  JudgedGroup,
  JudgedGroupResult,
  JudgementConsistency,
} from '@gongxiang/contracts/evaluation/systems/judgement-round.contract';
import type { GivenJudgements } from '@gongxiang/contracts/evaluation/systems/judgement.contract';
import type { NodeWeighing } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import { DomainError } from '@gongxiang/domain';
import {
  type AhpMethod,
  groupJudgements,
  isConnected,
  itemsMax,
  itemsMin,
  type Judgements,
  mendingOf,
  parseJudgements,
  solveAhp,
  spreadOfJudges,
} from '@gongxiang/domain/weighing';
import { siblingsOf } from '../indicator-system/indicator-tree.model.js';

/** A judge's judgements. */
export interface Judging {
  readonly judgeId: string;
  readonly name: string;
  readonly judgements: readonly GivenJudgements[];
}

/**
 * The groups that a round asks about: those named, or all that can be compared in pairs.
 * @throws DomainError `INDICATOR_UNKNOWN`, `DUPLICATE_ID`, `ROUND_NODE` with the pointer into `/nodes`, `ROUND_EMPTY`
 */
export function judgedGroups(
  tree: readonly IndicatorNode[],
  asked: readonly { readonly parentKey: string | null }[] | undefined,
): JudgedGroup[] {
  const groups = siblingsOf(tree).map(({ parentKey, keys }) => ({ parentKey, items: [...keys] }));
  if (asked === undefined) {
    const comparable = groups.filter(({ items }) => isComparable(items));
    if (comparable.length === 0) throw new DomainError('ROUND_EMPTY', { pointer: '/nodes' });
    return comparable;
  }
  const seen = new Set<string | null>();
  return asked.map(({ parentKey }, index) => {
    const pointer = `/nodes/${index}/parentKey`;
    const parent = parentKey ?? '';
    const group = groups.find((one) => one.parentKey === parentKey);
    if (group === undefined) throw new DomainError('INDICATOR_UNKNOWN', { pointer, params: { id: parent } });
    if (seen.has(parentKey)) throw new DomainError('DUPLICATE_ID', { pointer, params: { id: parent } });
    seen.add(parentKey);
    if (!isComparable(group.items)) {
      throw new DomainError('ROUND_NODE', { pointer, params: { parent, min: itemsMin, max: itemsMax } });
    }
    return group;
  });
}

/** Pairs among so many items. */
export function pairCount(items: readonly unknown[]): number {
  return (items.length * (items.length - 1)) / 2;
}

/** Pairs that somebody has judged. */
export function judgedCount(judgements: readonly GivenJudgements[]): number {
  return judgements.flatMap(({ upper }) => upper.flat()).filter((cell) => cell !== null).length;
}

/**
 * Merges new judgements into a judge's earlier ones: each given group replaces the earlier judgements of that group.
 * @throws DomainError `INDICATOR_UNKNOWN`, `DUPLICATE_ID`, `MATRIX_SHAPE`, `JUDGEMENT_FORMAT`, `JUDGEMENT_RANGE`,
 * with the pointer into `/groups`
 */
export function mergeJudgements(
  groups: readonly JudgedGroup[],
  before: readonly GivenJudgements[],
  given: readonly GivenJudgements[],
): GivenJudgements[] {
  const said = new Map(before.map((one) => [one.parentKey, one]));
  const seen = new Set<string | null>();
  given.forEach(({ parentKey, upper }, index) => {
    const pointer = `/groups/${index}`;
    const at = { pointer: `${pointer}/parentKey`, params: { id: parentKey ?? '' } };
    const group = groups.find((one) => one.parentKey === parentKey);
    if (group === undefined) throw new DomainError('INDICATOR_UNKNOWN', at);
    if (seen.has(parentKey)) throw new DomainError('DUPLICATE_ID', at);
    seen.add(parentKey);
    requireReadable(group.items.length, upper, pointer);
    said.set(parentKey, { parentKey, upper });
  });
  return groups.flatMap(({ parentKey }) => said.get(parentKey) ?? []);
}

/** Nothing judged yet. */
export function emptyUpper(count: number): null[][] {
  return Array.from({ length: count - 1 }, (_unused, row) =>
    Array.from({ length: count - 1 - row }, () => null),
  );
}

/** The consistency of judgements; all null while items remain unconnected. */
export function consistencyOf(judgements: Judgements, method: AhpMethod = {}): JudgementConsistency {
  if (!isConnected(judgements)) return { consistencyRatio: null, acceptable: null, worst: null, mend: null };
  const { consistencyRatio, acceptable, worst } = solveAhp(judgements, method);
  return { consistencyRatio, acceptable, worst, mend: mendingOf(judgements, method) };
}

/** The results of one group: per judge, combined, and their dispersion. */
export function groupResult(group: JudgedGroup, judges: readonly Judging[]): JudgedGroupResult {
  const { parentKey, items } = group;
  const judged = judges.flatMap(({ judgeId, name, judgements }) => {
    const upper = upperOf(judgements, parentKey);
    if (upper === null) return [];
    const read = parseJudgements(items.length, upper);
    return [{ read, view: { judgeId, name, upper, ...consistencyOf(read) } }];
  });
  const all = judged.map(({ read }) => read);
  const together = all.length === 0 ? emptyUpper(items.length) : groupJudgements(all);
  return {
    parentKey,
    items,
    weights: isConnected(together) ? [...solveAhp(together).weights] : null,
    spread: spreadOfJudges(all.length === 0 ? [together] : all).map((row) => [...row]),
    judges: judged.map(({ view }) => view),
    ...consistencyOf(together),
  };
}

/**
 * The round as it weighs: each group by all who judged it. The judges have numbers in place of names, as weights are
 * for everybody to read.
 * @throws DomainError `JUDGES_MISSING`, `JUDGEMENTS_DISCONNECTED`, naming the group
 */
export function weighingsOf(
  groups: readonly JudgedGroup[],
  judges: readonly Judging[],
  method: Pick<NodeWeighing, 'solver' | 'randomIndex'>,
): NodeWeighing[] {
  return groups.map(({ parentKey, items }) => {
    const matrices = judges.flatMap(({ judgements }, index) => {
      const upper = upperOf(judgements, parentKey);
      return upper === null ? [] : [{ judge: index + 1, upper }];
    });
    const params = { parent: parentKey ?? '' };
    if (matrices.length === 0) throw new DomainError('JUDGES_MISSING', { params });
    const together = groupJudgements(matrices.map(({ upper }) => parseJudgements(items.length, upper)));
    if (!isConnected(together)) throw new DomainError('JUDGEMENTS_DISCONNECTED', { params });
    return { parentKey, method: 'ahp', items, judges: matrices, ...method };
  });
}

/** The judgements of one group; null if the judge judged none of its pairs. */
function upperOf(
  judgements: readonly GivenJudgements[],
  parentKey: string | null,
): (string | null)[][] | null {
  const upper = judgements.find((one) => one.parentKey === parentKey)?.upper;
  return upper?.flat().some((cell) => cell !== null) === true ? upper : null;
}

function isComparable(items: readonly unknown[]): boolean {
  return items.length >= itemsMin && items.length <= itemsMax;
}

function requireReadable(count: number, upper: (string | null)[][], pointer: string): void {
  try {
    parseJudgements(count, upper);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const errors = error.errors.map((problem) => ({ ...problem, pointer: `${pointer}${problem.pointer}` }));
    throw new DomainError(error.code, { params: error.params, errors });
  }
}
