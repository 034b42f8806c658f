import type { IntakeEnding, IntakeState } from '@gongxiang/contracts/membership/joining/intake.contract';
import { DomainError } from '@gongxiang/domain';

export type IntakeStep = 'answer' | 'route' | 'askAgain' | 'close' | 'lapse';

/** The whole life of an entry: in each state the steps that may be taken, and where they lead. */
export const intakeLife: Readonly<Record<IntakeState, Readonly<Partial<Record<IntakeStep, IntakeState>>>>> = {
  open: { answer: 'answered', route: 'open', close: 'closed' },
  answered: { answer: 'answered', route: 'answered', askAgain: 'open', close: 'closed', lapse: 'closed' },
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
/** Days after an answer without a word of the author, until the entry closes by itself: he may be on leave for some. */
const lapseDays = 14;
/** So many of a person's may wait for an answer at a time. */
export const openMax = 20;

const dayMs = 86_400_000;

export function answerDeadline(now: Date): Date {
  return new Date(now.getTime() + answerDays * dayMs);
}

/** When an entry that is answered now closes by itself. */
export function lapseTime(now: Date): Date {
  return new Date(now.getTime() + lapseDays * dayMs);
}

export function isOverdue(entry: { readonly state: IntakeState; readonly dueAt: Date }, now: Date): boolean {
  return entry.state === 'open' && entry.dueAt <= now;
}

/**
 * How closing ends an entry. Its author withdraws it before an answer and finds it resolved after one. An officer may put
 * away only what nobody has answered, and says why; once there is an answer it is for the author to judge it.
 * @throws DomainError `REASON_REQUIRED`, `INTAKE_AUTHOR_DECIDES`
 */
export function endingOf(
  entry: { readonly state: IntakeState; readonly isOwn: boolean },
  reason: string | null,
): IntakeEnding {
  if (entry.isOwn) return entry.state === 'answered' ? 'resolved' : 'withdrawn';
  if (entry.state === 'answered') throw new DomainError('INTAKE_AUTHOR_DECIDES');
  if (reason === null) throw new DomainError('REASON_REQUIRED', { pointer: '/reason' });
  return 'byOfficer';
}
