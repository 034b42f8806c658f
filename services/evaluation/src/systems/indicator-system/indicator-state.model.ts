import type { IndicatorSystemState } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { DomainError } from '@gongxiang/domain';

export type IndicatorStep = 'change' | 'review' | 'sendBack' | 'publish' | 'retire';

/** The whole life of a version: what each step leads to, where it may be taken. */
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

/** Whoever is signed in sees what is or was in use; drafts are for those who tend them. */
export function isPublic(state: IndicatorSystemState): boolean {
  return state === 'published' || state === 'retired';
}

/**
 * Surveys, weights and scores are made by a published version alone: a draft may still change, and a retired one has
 * had its time.
 * @throws DomainError `ILLEGAL_TRANSITION`, `SYSTEM_RETIRED`
 */
export function requirePublished(state: IndicatorSystemState, pointer?: string): void {
  const at = pointer === undefined ? {} : { pointer };
  if (state === 'retired') throw new DomainError('SYSTEM_RETIRED', at);
  if (state !== 'published') throw new DomainError('ILLEGAL_TRANSITION', at);
}

/**
 * Nobody reviews what he wrote himself. Where it is not known who did, as of drafts from before it was kept, anyone may.
 * @throws DomainError `SAME_PERSON`
 */
export function requireOther(editedBy: string | null, reviewer: string): void {
  if (editedBy === reviewer) throw new DomainError('SAME_PERSON');
}
