import type { QuestionDto } from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';
import { DomainError } from '@gongxiang/domain';
import {
  type Answers,
  checkAnswers,
  type KeptAnswers,
  keptOf,
} from '../../activities/sign-up-form/answers.model.js';
import type { Application } from './application.js';

/** What is asked of those who sign up now. */
export interface AskedForm {
  readonly version: number;
  readonly questions: readonly QuestionDto[];
}

export const nothingAsked: AskedForm = { version: 0, questions: [] };

/** What somebody says, of which version of the form, and for how many. */
interface Given {
  readonly answers: Answers;
  readonly formVersion: number | null;
  readonly heads: number;
}

/**
 * Whoever signs up himself answers what is required, and so does who is let in beyond the capacity (E21). Whom an officer
 * registers otherwise may answer later: then nothing is kept, and it shows that it is to be completed.
 * @throws DomainError with the codes of {@link checkGiven}
 */
export function requireAnswers(form: AskedForm, application: Application): KeptAnswers | null {
  const { tx, personId, answers, formVersion, overrideReason, companions } = application;
  // Whom a draw seats is asked by nobody at that moment: what he said he said when he entered it.
  const mayWait = personId !== tx.call.actor?.personId && overrideReason === null;
  if (answers === null && mayWait) return null;
  return checkGiven(form, { answers: answers ?? {}, formVersion, heads: 1 + companions.length });
}

/**
 * @returns the answers as they are kept; null where nothing is asked
 * @throws DomainError `ANSWERS_INVALID`, or `SIGN_UP_FORM_CHANGED` where another version was filled in; both name each problem
 */
export function checkGiven(form: AskedForm, { answers, formVersion, heads }: Given): KeptAnswers | null {
  const errors = checkAnswers(form.questions, answers, heads);
  const isStale = formVersion !== null && formVersion !== form.version;
  if (errors.length > 0)
    throw new DomainError(isStale ? 'SIGN_UP_FORM_CHANGED' : 'ANSWERS_INVALID', { errors });
  return form.version === 0 ? null : keptOf(form.questions, answers, heads);
}
