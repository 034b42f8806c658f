import type { components } from '../../../api/schema.js';

export type Question = components['schemas']['QuestionDto'];
/** A question of any form; that of a service is answered by one person, for whoever deals with it. */
export type AskedQuestion = components['schemas']['FormQuestionDto'] &
  Partial<Pick<Question, 'perHead' | 'visibleTo'>>;
export type SignUpFormView = components['schemas']['SignUpFormView'];
export type QuestionKind = Question['kind'];

export const questionKinds = [
  'shortText',
  'longText',
  'number',
  'choice',
  'choices',
  'yesNo',
  'date',
  'phone',
] as const satisfies readonly QuestionKind[];

/** One typed answer: everything is text until it is sent. */
type Typed = string | readonly string[] | undefined;
/** By the id of the question; a question for each head has a list, the person first. */
export type TypedAnswers = Readonly<Record<string, Typed | readonly Typed[]>>;

/** The answers to send. A number that is none goes as it was typed, so that the platform says what is wrong. */
export function answersOf(
  questions: readonly AskedQuestion[],
  typed: TypedAnswers,
  heads: number,
): Record<string, unknown> {
  const entries = questions.map(({ id, kind, perHead }): [string, unknown] => {
    const value = typed[id];
    if (!perHead) return [id, answerOf(kind, value as Typed)];
    const each = (value ?? []) as readonly Typed[];
    return [id, Array.from({ length: heads }, (_unused, head) => answerOf(kind, each[head]))];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

/** Saved answers as text to edit. */
export function typedOf(
  questions: readonly Question[],
  answers: Readonly<Record<string, unknown>>,
): TypedAnswers {
  const entries = questions.map(({ id, perHead }): [string, TypedAnswers[string]] => {
    const value = answers[id];
    return [id, perHead && Array.isArray(value) ? value.map(textOf) : textOf(value)];
  });
  return Object.fromEntries(entries);
}

/** The typed answers in a draft of this tab; anything else in it is ignored. */
export function typedFrom(draft: unknown): TypedAnswers {
  const answers = (draft as { answers?: unknown } | null)?.answers;
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return {};
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => isTyped(value))) as TypedAnswers;
}

/** The fields of the questions, as `sortErrors` wants them. */
export function answerFields(questions: readonly Pick<AskedQuestion, 'id'>[]): string[] {
  return questions.flatMap(({ id }) => [`answers/${id}`, `answers/${id}/*`]);
}

function answerOf(kind: QuestionKind, value: Typed): unknown {
  if (value === undefined || value === null || value.length === 0) return null;
  if (kind === 'yesNo') return value === 'yes';
  if (kind !== 'number' || typeof value !== 'string') return value;
  return /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
}

function textOf(value: unknown): Typed {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string');
  return typeof value === 'string' ? value : undefined;
}

function isTyped(value: unknown): boolean {
  return (
    typeof value === 'string' || (Array.isArray(value) && value.every((one) => one === null || isTyped(one)))
  );
}
