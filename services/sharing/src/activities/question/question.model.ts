import type { QuestionState } from '@gongxiang/contracts/sharing/activities/question.contract';
import { DomainError } from '@gongxiang/domain';

/** The life cycle of a question. A hidden or withdrawn one stays so: it is asked again. */
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

/** Who sees a question: everybody once it is answered; before that the asker and those who may answer. */
export function mayRead(
  question: { readonly state: QuestionState; readonly personId: string },
  reader: { readonly personId: string; readonly isHost: boolean },
): boolean {
  if (question.personId === reader.personId || question.state === 'answered') return true;
  return reader.isHost && question.state !== 'withdrawn';
}
