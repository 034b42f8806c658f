import type { IntakeState } from '@gongxiang/contracts';
import { DomainError } from '@gongxiang/domain';

export type IntakeStep = 'answer' | 'route' | 'close';

/** The whole life of an entry: in each state the steps that may be taken, and where they lead. */
export const intakeLife: Readonly<Record<IntakeState, Readonly<Partial<Record<IntakeStep, IntakeState>>>>> = {
  open: { answer: 'answered', route: 'open', close: 'closed' },
  answered: { answer: 'answered', route: 'answered', close: 'closed' },
  closed: {},
};

/** @throws DomainError `ILLEGAL_TRANSITION` naming the state and the step */
export function nextState(state: IntakeState, step: IntakeStep): IntakeState {
  const next = intakeLife[state][step];
  if (next === undefined) throw new DomainError('ILLEGAL_TRANSITION', { params: { state, step } });
  return next;
}

/** Days until an entry has to be answered: five working days, whatever the holidays. Passing it on gains no time. */
const answerDays = 7;
/** So many of a person's may wait for an answer at a time. */
export const openMax = 20;

const dayMs = 86_400_000;

export function answerDeadline(now: Date): Date {
  return new Date(now.getTime() + answerDays * dayMs);
}

export function isOverdue(entry: { readonly state: IntakeState; readonly dueAt: Date }, now: Date): boolean {
  return entry.state === 'open' && entry.dueAt <= now;
}

/**
 * Whoever wrote it may close his own without a word; an officer may not put away unanswered what others wrote.
 * @throws DomainError `REASON_REQUIRED`
 */
export function requireCloseReason(
  entry: { readonly state: IntakeState; readonly isOwn: boolean },
  reason: string | null,
): void {
  if (entry.state === 'open' && !entry.isOwn && reason === null)
    throw new DomainError('REASON_REQUIRED', { pointer: '/reason' });
}
