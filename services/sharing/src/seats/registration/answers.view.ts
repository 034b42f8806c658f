import type {
  AnswerReader,
  QuestionDto,
} from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';
import {
  type Answers,
  answersOf,
  type KeptAnswers,
  requiredMissing,
} from '../../activities/sign-up-form/answers.model.js';
import { questionsSince, readableBy } from '../../activities/sign-up-form/sign-up-form.model.js';

interface Answered {
  readonly formVersion: number;
  readonly heads: number;
  readonly answers: KeptAnswers | null;
}

/** The versions that registrations have answered, and the questions that are asked now. */
export interface Forms {
  readonly byVersion: ReadonlyMap<number, { readonly questions: readonly QuestionDto[] }>;
  readonly present: readonly QuestionDto[];
}

/** Whose eyes answers are for; all of them are for the person's own. */
export type Readers = readonly AnswerReader[] | 'own';

export interface AnswersSeen {
  readonly answers: Answers;
  readonly toComplete: boolean;
  readonly notAsked: string[];
}

/** What a registration says, as far as these readers may read it. */
export function answersSeen(row: Answered, forms: Forms, readers: Readers): AnswersSeen {
  const asked = askedOf(row, forms);
  return {
    answers: answersOf(readableOf(row, forms, readers), row.answers),
    toComplete: requiredMissing(asked, row.answers, row.heads).length > 0,
    notAsked: questionsSince(readers === 'own' ? forms.present : readableBy(forms.present, readers), asked),
  };
}

/**
 * The questions whose answers are for these readers. What the person was told when he answered holds; a later version may
 * show an answer to fewer, never to more.
 */
export function readableOf(row: Answered, forms: Forms, readers: Readers): QuestionDto[] {
  const asked = askedOf(row, forms);
  if (readers === 'own') return [...asked];
  const narrowed = new Set(
    forms.present.filter(({ visibleTo }) => !readers.includes(visibleTo)).map(({ id }) => id),
  );
  return readableBy(asked, readers).filter(({ id }) => !narrowed.has(id));
}

function askedOf({ formVersion }: Answered, { byVersion }: Forms): readonly QuestionDto[] {
  return byVersion.get(formVersion)?.questions ?? [];
}
