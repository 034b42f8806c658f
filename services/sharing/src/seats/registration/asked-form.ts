import type { QuestionDto } from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';
import { DomainError } from '@gongxiang/domain';
import { type Answers, checkAnswers, type StoredAnswers, storedAnswersOf } from '@gongxiang/domain/forms';
import type { Application } from './application.js';

/** The form that applicants have to answer now. */
export interface AskedForm {
  readonly version: number;
  readonly questions: readonly QuestionDto[];
}

export const nothingAsked: AskedForm = { version: 0, questions: [] };

/** Answers as submitted, with the form version and the number of heads. */
interface SubmittedAnswers {
  readonly answers: Answers;
  readonly formVersion: number | null;
  readonly heads: number;
}

/**
 * People who sign up themselves answer the required questions, and so do those admitted beyond the capacity (E21). A person
 * registered by an officer may answer later: then nothing is stored, and the registration shows as incomplete.
 * @throws DomainError with the codes of {@link requireValidAnswers}
 */
export function requireAnswers(form: AskedForm, application: Application): StoredAnswers | null {
  const { tx, personId, answers, formVersion, overrideReason, companions } = application;
  // People seated by a draw answered when they entered it.
  const mayWait = personId !== tx.call.actor?.personId && overrideReason === null;
  if (answers === null && mayWait) return null;
  return requireValidAnswers(form, { answers: answers ?? {}, formVersion, heads: 1 + companions.length });
}

/**
 * @returns the answers to store; null if there is no form
 * @throws DomainError `ANSWERS_INVALID`, or `SIGN_UP_FORM_CHANGED` if another version was filled in; both name each
 * problem
 */
export function requireValidAnswers(
  form: AskedForm,
  { answers, formVersion, heads }: SubmittedAnswers,
): StoredAnswers | null {
  const errors = checkAnswers(form.questions, answers, heads);
  const isStale = formVersion !== null && formVersion !== form.version;
  if (errors.length > 0)
    throw new DomainError(isStale ? 'SIGN_UP_FORM_CHANGED' : 'ANSWERS_INVALID', { errors });
  return form.version === 0 ? null : storedAnswersOf(form.questions, answers, heads);
}
