import type { EfficacyAspect } from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { type AskedQuestion, stepMax, stepMin } from './efficacy-questions.model.js';

/** What several say of one cell of function × business: whole numbers, so that sums are the same in any order. */
export interface OpinionSum {
  readonly aspect: EfficacyAspect;
  readonly function: ResourceFunction;
  readonly business: UnionBusiness;
  /** Steps from 1 to 5, added up over answers and questions; a high one is good everywhere. */
  readonly sum: number;
  /** How many were added. */
  readonly items: number;
}

export type Steps = Readonly<Record<string, number>>;

/** Where less is better the step is turned round, 5 into 1. */
function stepOf({ direction }: Pick<AskedQuestion, 'direction'>, step: number): number {
  return direction === 'min' ? stepMin + stepMax - step : step;
}

/** What the answers say of each cell that a question belongs to, in the order of the questions. */
export function sumAnswers(
  questions: readonly AskedQuestion[],
  answers: readonly Steps[],
): readonly OpinionSum[] {
  const sums = questions.map((question): OpinionSum => {
    const { key, aspect, function: resource, business } = question;
    const sum = answers.reduce((total, steps) => total + stepOf(question, steps[key] ?? stepMin), 0);
    return { aspect, function: resource, business, sum, items: answers.length };
  });
  return sumOpinions([sums]);
}

/** Adds up what was added up: cell by cell. */
export function sumOpinions(parts: readonly (readonly OpinionSum[])[]): readonly OpinionSum[] {
  const cells = new Map<string, OpinionSum>();
  for (const part of parts.flat()) {
    const known = cells.get(cellKey(part));
    const { sum, items } = known ?? { sum: 0, items: 0 };
    cells.set(cellKey(part), { ...part, sum: sum + part.sum, items: items + part.items });
  }
  return [...cells.values()];
}

/** @returns 1 to 5; null where nobody said anything */
export function meanOf(opinions: readonly OpinionSum[], aspect?: EfficacyAspect): number | null {
  const counted = opinions.filter((one) => aspect === undefined || one.aspect === aspect);
  const items = counted.reduce((total, one) => total + one.items, 0);
  return items === 0 ? null : counted.reduce((total, one) => total + one.sum, 0) / items;
}

export function cellKey(cell: Pick<OpinionSum, 'aspect' | 'function' | 'business'>): string {
  return `${cell.aspect}.${cell.function}.${cell.business}`;
}
