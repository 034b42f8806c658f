import type {
  AnswerReader,
  QuestionDto,
} from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';

/** The questions of a form that an earlier version did not have. */
export function questionsSince(
  present: readonly QuestionDto[],
  earlier: readonly QuestionDto[] | null,
): string[] {
  const known = new Set((earlier ?? []).map(({ id }) => id));
  return present.filter(({ id }) => !known.has(id)).map(({ id }) => id);
}

/** The questions whose answers these readers may see. */
export function readableBy(
  questions: readonly QuestionDto[],
  readers: readonly AnswerReader[],
): QuestionDto[] {
  return questions.filter(({ visibleTo }) => readers.includes(visibleTo));
}
