import type { FieldProblem } from '../domain-error.js';
import type { FormQuestion, FormQuestionKind } from './form-question.js';

type Part = 'options' | 'min' | 'max' | 'unit' | 'minPicks' | 'maxPicks';

const parts: readonly Part[] = ['options', 'min', 'max', 'unit', 'minPicks', 'maxPicks'];

/** The properties of each kind of question, beside its title. */
const partsOf: Readonly<Record<FormQuestionKind, readonly Part[]>> = {
  shortText: [],
  longText: [],
  number: ['min', 'max', 'unit'],
  choice: ['options'],
  choices: ['options', 'minPicks', 'maxPicks'],
  yesNo: [],
  date: [],
  phone: [],
};

/**
 * The problems of a form's questions.
 * @param before the questions of the previous version: a question with stored answers cannot change its kind
 */
export function checkQuestions(
  questions: readonly FormQuestion[],
  before: readonly FormQuestion[],
): FieldProblem[] {
  const earlier = new Map(before.map((question) => [question.id, question]));
  return questions.flatMap((question, index) => {
    const at = `/questions/${index}`;
    const isTwice = questions.findIndex(({ id }) => id === question.id) !== index;
    return [
      ...(isTwice ? [{ pointer: `${at}/id`, code: 'QUESTION_ID_TWICE' }] : []),
      ...changeProblems(question, earlier.get(question.id), at),
      ...partProblems(question, at),
      ...optionProblems(question, at),
      ...boundProblems(question, at),
    ];
  });
}

function changeProblems(
  question: FormQuestion,
  before: FormQuestion | undefined,
  at: string,
): FieldProblem[] {
  if (before === undefined) return [];
  const isOther = before.kind !== question.kind || before.perHead !== question.perHead;
  return isOther ? [{ pointer: `${at}/kind`, code: 'QUESTION_KIND_CHANGED' }] : [];
}

function partProblems(question: FormQuestion, at: string): FieldProblem[] {
  const known = partsOf[question.kind];
  return parts
    .filter((part) => !known.includes(part) && isGiven(question[part]))
    .map((part) => ({ pointer: `${at}/${part}`, code: 'QUESTION_PART_UNUSED' }));
}

function optionProblems({ kind, options }: FormQuestion, at: string): FieldProblem[] {
  if (kind !== 'choice' && kind !== 'choices') return [];
  const ids = (options ?? []).map(({ id }) => id);
  if (ids.length < 2) return [{ pointer: `${at}/options`, code: 'QUESTION_OPTIONS_MISSING' }];
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ pointer: `${at}/options/${index}/id`, code: 'QUESTION_ID_TWICE' }],
  );
}

function boundProblems({ min, max, minPicks, maxPicks, options }: FormQuestion, at: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (isNumber(min) && isNumber(max) && min > max)
    problems.push({ pointer: `${at}/max`, code: 'QUESTION_RANGE_EMPTY' });
  if (isNumber(minPicks) && isNumber(maxPicks) && minPicks > maxPicks)
    problems.push({ pointer: `${at}/maxPicks`, code: 'QUESTION_RANGE_EMPTY' });
  if (isNumber(minPicks) && minPicks > (options ?? []).length)
    problems.push({ pointer: `${at}/minPicks`, code: 'QUESTION_PICKS_IMPOSSIBLE' });
  return problems;
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number';
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}
