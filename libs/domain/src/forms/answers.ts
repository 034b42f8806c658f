import { isCalendarDate } from '../calendar-date.js';
import type { FieldProblem } from '../domain-error.js';
import type { FormQuestion, FormQuestionKind } from './form-question.js';

/** Unchecked answers by question id. */
export type Answers = Readonly<Record<string, unknown>>;
type AnswerValue = string | number | boolean | readonly string[];
/** Checked answers; omitted ones are absent. */
type CheckedAnswers = Readonly<Record<string, AnswerValue>>;

/**
 * Answers as stored: those to per-head questions are grouped by head, the person first, so that a companion who
 * cancels takes theirs along, whatever the questions were.
 */
export interface StoredAnswers {
  readonly all: CheckedAnswers;
  readonly heads: readonly CheckedAnswers[];
}

const textMax: Readonly<Partial<Record<FormQuestionKind, number>>> = { shortText: 100, longText: 1_000 };
/** Mobile or landline, also abroad: seven digits or more, separated by spaces or dashes. */
const phonePattern = /^\+?\d(?:[ -]?\d){6,18}$/;

type Params = Readonly<Record<string, string | number>>;
/** The problem of one value; null if there is none. */
type Fault = readonly [code: string, params?: Params] | null;

const wrongKind: Fault = ['ANSWER_OF_WRONG_KIND'];

const faultOf: Readonly<Record<FormQuestionKind, (question: FormQuestion, value: unknown) => Fault>> = {
  shortText: textFault,
  longText: textFault,
  number: numberFault,
  choice: (question, value) => optionsFault(question, [value]),
  choices: picksFault,
  yesNo: (_question, value) => (typeof value === 'boolean' ? null : wrongKind),
  date: (_question, value) =>
    typeof value === 'string' && isCalendarDate(value) ? null : ['ANSWER_NOT_A_DATE'],
  phone: (_question, value) =>
    typeof value === 'string' && phonePattern.test(value.trim()) ? null : ['ANSWER_NOT_A_PHONE'],
};

/**
 * The problems of answers to a form.
 * @param heads the person and their companions
 * @returns a problem for each answer, at `/answers/<question>`, or `/answers/<question>/<head>` for per-head
 * questions
 */
export function checkAnswers(
  questions: readonly FormQuestion[],
  answers: Answers,
  heads: number,
): FieldProblem[] {
  const known = new Set(questions.map(({ id }) => id));
  const strangers = Object.keys(answers).filter((id) => !known.has(id));
  return [
    ...strangers.map((id) => ({ pointer: pointerTo(id), code: 'ANSWER_TO_NO_QUESTION' })),
    ...questions.flatMap((question) =>
      question.perHead
        ? headProblems(question, valueOf(answers, question.id), heads)
        : problemAt(question, valueOf(answers, question.id), pointerTo(question.id)),
    ),
  ];
}

/** The unanswered required questions of a form, without duplicates. */
export function requiredMissing(
  questions: readonly FormQuestion[],
  stored: StoredAnswers | null,
  heads: number,
): string[] {
  const isAnswered = ({ id, perHead }: FormQuestion): boolean => {
    if (!perHead) return !isBlank(stored?.all[id]);
    return Array.from({ length: heads }, (_unused, head) => stored?.heads[head]?.[id]).every(
      (value) => !isBlank(value),
    );
  };
  return questions.filter((question) => question.required && !isAnswered(question)).map(({ id }) => id);
}

/** @param answers checked answers */
export function storedAnswersOf(
  questions: readonly FormQuestion[],
  answers: Answers,
  heads: number,
): StoredAnswers {
  const own = questions.filter(({ perHead }) => !perHead);
  const each = questions.filter(({ perHead }) => perHead);
  return {
    all: valuesOf(own, (id) => answers[id]),
    heads: Array.from({ length: each.length === 0 ? 0 : heads }, (_unused, head) =>
      valuesOf(each, (id) => (answers[id] as readonly unknown[] | undefined)?.[head]),
    ),
  };
}

/** Stored answers to these questions, as they were submitted. */
export function answersOf(questions: readonly FormQuestion[], stored: StoredAnswers | null): Answers {
  if (stored === null) return {};
  const entries = questions.flatMap(({ id, perHead }): [string, unknown][] => {
    if (!perHead) return isBlank(stored.all[id]) ? [] : [[id, stored.all[id]]];
    const values = stored.heads.map((head) => head[id] ?? null);
    return values.every(isBlank) ? [] : [[id, values]];
  });
  return Object.fromEntries(entries);
}

/** Drops the answers of companions who no longer come. @param staying the heads that do, as they are numbered so far */
export function answersOfHeads(
  stored: StoredAnswers | null,
  staying: readonly number[],
): StoredAnswers | null {
  if (stored === null) return null;
  // Only those who came along last may have no answers yet.
  const heads = staying.flatMap((head) => stored.heads.slice(head, head + 1));
  return { all: stored.all, heads };
}

function headProblems(question: FormQuestion, value: unknown, heads: number): FieldProblem[] {
  const pointer = pointerTo(question.id);
  if (!isBlank(value) && !Array.isArray(value)) return [{ pointer, code: 'ANSWER_OF_WRONG_KIND' }];
  const values: readonly unknown[] = isBlank(value) ? [] : (value as readonly unknown[]);
  if (values.length > heads) return [{ pointer, code: 'ANSWERS_MORE_THAN_HEADS', params: { heads } }];
  return Array.from({ length: heads }, (_unused, head) =>
    problemAt(question, values[head], `${pointer}/${head}`),
  ).flat();
}

function problemAt(question: FormQuestion, value: unknown, pointer: string): FieldProblem[] {
  if (isBlank(value)) return question.required ? [{ pointer, code: 'ANSWER_REQUIRED' }] : [];
  const fault = faultOf[question.kind](question, value);
  if (fault === null) return [];
  const [code, params] = fault;
  return [{ pointer, code, ...(params === undefined ? {} : { params }) }];
}

function textFault({ kind }: FormQuestion, value: unknown): Fault {
  const max = textMax[kind] ?? 0;
  if (typeof value !== 'string' || value.includes(String.fromCharCode(0))) return wrongKind;
  return value.length > max ? ['ANSWER_TOO_LONG', { max }] : null;
}

function numberFault({ min, max }: FormQuestion, value: unknown): Fault {
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > 1e15) return wrongKind;
  if (typeof min === 'number' && value < min) return ['ANSWER_TOO_SMALL', { min }];
  if (typeof max === 'number' && value > max) return ['ANSWER_TOO_GREAT', { max }];
  return null;
}

function optionsFault({ options }: FormQuestion, values: readonly unknown[]): Fault {
  const isOption = (value: unknown): boolean => (options ?? []).some(({ id }) => id === value);
  return values.every(isOption) ? null : ['ANSWER_NOT_AN_OPTION'];
}

function picksFault(question: FormQuestion, value: unknown): Fault {
  if (!Array.isArray(value) || new Set(value).size !== value.length) return wrongKind;
  const { minPicks, maxPicks } = question;
  if (typeof minPicks === 'number' && value.length < minPicks) return ['ANSWER_PICKS_FEW', { min: minPicks }];
  if (typeof maxPicks === 'number' && value.length > maxPicks)
    return ['ANSWER_PICKS_MANY', { max: maxPicks }];
  return optionsFault(question, value);
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

function valuesOf(questions: readonly FormQuestion[], valueFor: (id: string) => unknown): CheckedAnswers {
  const entries = questions.map(({ id }) => [id, valueFor(id)] as const);
  const answered = entries.filter((entry): entry is [string, AnswerValue] => !isBlank(entry[1]));
  return Object.fromEntries(
    answered.map(([id, value]) => [id, typeof value === 'string' ? value.trim() : value]),
  );
}

function valueOf(answers: Answers, id: string): unknown {
  // An id such as `constructor` is a question like any other.
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

/** A JSON pointer (RFC 6901): a submitted id may contain anything. */
function pointerTo(id: string): string {
  return `/answers/${id.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
