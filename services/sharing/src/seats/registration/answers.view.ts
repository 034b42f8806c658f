import type {
  AnswerReader,
  QuestionDto,
} from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';
import { type Answers, answersOf, type StoredAnswers, requiredMissing } from '@gongxiang/domain/forms';
import { questionsSince, readableBy } from '../../activities/sign-up-form/sign-up-form.model.js';

interface Answered {
  readonly formVersion: number;
  readonly heads: number;
  readonly answers: StoredAnswers | null;
}

/** The versions that registrations have answered, and the current questions. */
export interface Forms {
  readonly byVersion: ReadonlyMap<number, { readonly questions: readonly QuestionDto[] }>;
  readonly present: readonly QuestionDto[];
}

/** The readers that answers are for; the person themselves sees all. */
type Readers = readonly AnswerReader[] | 'own';

interface AnswersSeen {
  readonly answers: Answers;
  readonly toComplete: boolean;
  readonly notAsked: string[];
}

/** The answers of a registration that these readers may see. */
export function answersSeen(row: Answered, forms: Forms, readers: Readers): AnswersSeen {
  const asked = askedOf(row, forms);
  return {
    answers: answersOf(readableOf(row, forms, readers), row.answers),
    toComplete: requiredMissing(asked, row.answers, row.heads).length > 0,
    notAsked: questionsSince(readers === 'own' ? forms.present : readableBy(forms.present, readers), asked),
  };
}

/**
 * The questions whose answers these readers may see. What the person was told when answering holds; a later version
 * may show an answer to fewer people, never to more.
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
