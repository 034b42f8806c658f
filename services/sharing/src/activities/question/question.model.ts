import type { QuestionState } from '@gongxiang/contracts/sharing/activities/question.contract';
import { DomainError } from '@gongxiang/domain';

/** The whole life of a question. What is hidden or withdrawn stays so: it is asked anew. */
const transitions: Readonly<Record<QuestionState, readonly QuestionState[]>> = {
  open: ['answered', 'hidden', 'withdrawn'],
  answered: ['hidden', 'withdrawn'],
  hidden: [],
  withdrawn: [],
};

/** @throws DomainError `QUESTION_NOT_OPEN` */
export function requireStep(from: QuestionState, to: QuestionState): void {
  if (!transitions[from].includes(to)) throw new DomainError('QUESTION_NOT_OPEN');
}

/** Who sees a question: everybody once it is answered, before that who has asked it and who may answer it. */
export function mayRead(
  question: { readonly state: QuestionState; readonly personId: string },
  reader: { readonly personId: string; readonly isHost: boolean },
): boolean {
  if (question.personId === reader.personId || question.state === 'answered') return true;
  return reader.isHost && question.state !== 'withdrawn';
}
