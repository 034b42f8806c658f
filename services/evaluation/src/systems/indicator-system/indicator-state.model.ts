import type { IndicatorSystemState } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { DomainError } from '@gongxiang/domain';

export type IndicatorStep = 'change' | 'review' | 'sendBack' | 'publish' | 'retire';

/** The state machine of a version. */
const steps: Readonly<
  Record<IndicatorSystemState, Readonly<Partial<Record<IndicatorStep, IndicatorSystemState>>>>
> = {
  draft: { change: 'draft', review: 'reviewed' },
  reviewed: { sendBack: 'draft', publish: 'published' },
  published: { retire: 'retired' },
  retired: {},
};

/** @throws DomainError `ILLEGAL_TRANSITION` */
export function nextState(state: IndicatorSystemState, step: IndicatorStep): IndicatorSystemState {
  const next = steps[state][step];
  if (next === undefined) throw new DomainError('ILLEGAL_TRANSITION');
  return next;
}

/** Published and retired versions are visible to everybody signed in; drafts only to their editors. */
export function isPublic(state: IndicatorSystemState): boolean {
  return state === 'published' || state === 'retired';
}

/**
 * Surveys, weights and scores require a published version: a draft may still change, and a retired one is no longer
 * in use.
 * @throws DomainError `ILLEGAL_TRANSITION`, `SYSTEM_RETIRED`
 */
export function requirePublished(state: IndicatorSystemState, pointer?: string): void {
  const at = pointer === undefined ? {} : { pointer };
  if (state === 'retired') throw new DomainError('SYSTEM_RETIRED', at);
  if (state !== 'published') throw new DomainError('ILLEGAL_TRANSITION', at);
}

/**
 * Nobody may review their own draft. Drafts that predate the recording of editors may be reviewed by anyone.
 * @throws DomainError `SAME_PERSON`
 */
export function requireOther(editedBy: string | null, reviewer: string): void {
  if (editedBy === reviewer) throw new DomainError('SAME_PERSON');
}
