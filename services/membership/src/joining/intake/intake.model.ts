import type { IntakeEnding, IntakeState } from '@gongxiang/contracts/membership/joining/intake.contract';
import { dayMs, DomainError } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { Whom } from '../../unions/awaits/whom.js';
import type { IntakeRow } from './intake.entity.js';

export type IntakeStep = 'answer' | 'route' | 'askAgain' | 'close' | 'lapse';

/** The state machine of an entry: the possible steps of each state, and the resulting states. */
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

/**
 * Days until an entry has to be answered: five working days, regardless of holidays. Routing does not extend the
 * deadline.
 */
const answerDays = 7;
/**
 * Days after an answer until the entry closes by itself without a reaction; its author may be on leave for some of
 * them.
 */
const lapseDays = 14;
/** Entries of a person that may be open at a time. */
export const openMax = 20;

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

/** Whom an entry waits for; its texts are on its page only. @param answerer who may answer it */
export function awaitsOfIntake(
  entry: Pick<IntakeRow, 'id' | 'kind' | 'state' | 'personId' | 'unionId' | 'dueAt' | 'closesAt'> & {
    readonly unionName: string;
  },
  answerer: Whom,
): Await[] {
  const { id, kind, state, personId, unionId, unionName, dueAt, closesAt } = entry;
  const about = { intakeId: id };
  if (state === 'open') {
    // With another union, or asked again, it is something new for whoever answers.
    const slot = `${unionId}/${dueAt.getTime()}`;
    const values = { intake: kind, at: dueAt.toISOString() };
    return [{ ...answerer, kind: 'intakeReceived', why: 'answersMembers', about, values, slot, dueAt }];
  }
  if (state !== 'answered' || closesAt === null) return [];
  const values = { partyName: unionName, at: closesAt.toISOString() };
  const author = { personIds: [personId], why: 'wroteIntake' } as const;
  // Each answer is another one.
  const slot = String(closesAt.getTime());
  return [{ ...author, kind: 'intakeAnswered', about, values, slot, dueAt: closesAt }];
}

/**
 * The ending of an entry that is closed, which its author alone may do: withdrawn before an answer, resolved after one.
 * An officer answers, and what is answered lapses without a reaction.
 * @throws DomainError `INTAKE_AUTHOR_DECIDES`
 */
export function endingOf(entry: { readonly state: IntakeState; readonly isOwn: boolean }): IntakeEnding {
  if (!entry.isOwn) throw new DomainError('INTAKE_AUTHOR_DECIDES');
  return entry.state === 'answered' ? 'resolved' : 'withdrawn';
}
