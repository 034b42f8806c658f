import type {
  CourseAnswer,
  CourseAttemptState,
  CourseDefinition,
  CourseLesson,
  CourseLessonView,
  CourseQuestion,
  CourseState,
} from '@gongxiang/contracts/affairs/records/course.contract';
import { type ChoiceLetter, choiceLetters, DomainError, type FieldProblem } from '@gongxiang/domain';
import type { CourseAttempt, CourseTakingRow, CourseTakingState } from './course.entity.js';

export type CourseAct = 'change' | 'publish' | 'end';

/** From which states each act is possible, and to which it leads. */
const steps: Readonly<Record<CourseAct, Partial<Readonly<Record<CourseState, CourseState>>>>> = {
  change: { draft: 'draft', published: 'published' },
  publish: { draft: 'published' },
  end: { published: 'ended' },
};

/** @throws DomainError `COURSE_STATE` */
export function nextCourseState(state: CourseState, act: CourseAct): CourseState {
  const next = steps[act][state];
  if (next === undefined) throw new DomainError('COURSE_STATE');
  return next;
}

/** What is wrong with a course: a question to which nothing is the right answer. */
export function courseProblems({ questions }: Pick<CourseDefinition, 'questions'>): FieldProblem[] {
  return questions.flatMap(({ choices }, at) =>
    choices.some(({ right }) => right)
      ? []
      : [{ pointer: `/questions/${at}/choices`, code: 'COURSE_QUESTION_NO_RIGHT' as const }],
  );
}

type LessonFiles = Readonly<Pick<CourseLessonView, 'pictures' | 'attachments' | 'recordings'>>;
type NamedFiles = Pick<CourseLesson, 'pictures' | 'attachments' | 'recordings'>;

/** All that lessons show, as one list of each kind. */
export function filesOfLessons(lessons: readonly NamedFiles[]): {
  readonly pictures: NonNullable<CourseLesson['pictures']>;
  readonly attachments: NonNullable<CourseLesson['attachments']>;
  readonly recordings: NonNullable<CourseLesson['recordings']>;
} {
  return {
    pictures: lessons.flatMap(({ pictures }) => pictures ?? []),
    attachments: lessons.flatMap(({ attachments }) => attachments ?? []),
    recordings: lessons.flatMap(({ recordings }) => recordings ?? []),
  };
}

export function fileIdsOf(lessons: readonly NamedFiles[]): string[] {
  const { pictures, attachments, recordings } = filesOfLessons(lessons);
  return [...pictures, ...attachments, ...recordings].map(({ fileId }) => fileId);
}

/** Lessons with what is known of their files, each by the name that it has in its lesson. @param known of all of them */
export function lessonViews(lessons: readonly CourseLesson[], known: LessonFiles): CourseLessonView[] {
  const pictures = new Map(known.pictures.map((one) => [one.fileId, one]));
  const attachments = new Map(known.attachments.map((one) => [one.fileId, one]));
  const recordings = new Map(known.recordings.map((one) => [one.fileId, one]));
  return lessons.map((lesson) => ({
    ...lesson,
    pictures: namedAnew(lesson.pictures, pictures),
    attachments: namedAnew(lesson.attachments, attachments),
    recordings: namedAnew(lesson.recordings, recordings),
  }));
}

function namedAnew<Named extends { readonly fileId: string }, Known extends Named>(
  named: readonly Named[] | null | undefined,
  known: ReadonlyMap<string, Known>,
): Known[] {
  return (named ?? []).flatMap((one) => {
    const found = known.get(one.fileId);
    return found === undefined ? [] : [{ ...found, ...one }];
  });
}

/** The letters of the choices that are right. */
export function rightLettersOf({ choices }: Pick<CourseQuestion, 'choices'>): ChoiceLetter[] {
  return choiceLetters.filter((_letter, at) => choices[at]?.right);
}

export type AnswersByQuestion = Readonly<Record<number, readonly ChoiceLetter[]>>;

/** By the number of the question; of two answers to one the later counts. */
export function answersByQuestion(answers: readonly CourseAnswer[]): AnswersByQuestion {
  return Object.fromEntries(answers.map(({ question, choices }) => [question, [...new Set(choices)].sort()]));
}

/** What an attempt is worth. */
export interface Mark {
  /** How many questions are right. */
  readonly right: number;
  /** Of all questions, rounded down: nobody passes by rounding. */
  readonly percent: number;
  readonly passed: boolean;
}

/** Marks an attempt. A question is right if all its right choices are chosen, and no other; without an answer it is wrong. */
export function markOf(
  { questions, passPercent }: Pick<CourseDefinition, 'questions' | 'passPercent'>,
  answers: AnswersByQuestion,
): Mark {
  const isRight = (question: CourseQuestion, at: number): boolean => {
    const chosen = answers[at + 1] ?? [];
    const right = rightLettersOf(question);
    return chosen.length === right.length && right.every((letter) => chosen.includes(letter));
  };
  const right = questions.filter(isRight).length;
  const percent = Math.floor((right * 100) / questions.length);
  return { right, percent, passed: percent >= passPercent };
}

/**
 * The numbers of the questions, from 1, in the order of one attempt: the same seed gives the same order. Fisher–Yates over
 * mulberry32 (Tommy Ettinger, public domain).
 * @param seed a whole number below 2³²
 */
export function questionOrder(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_one, at) => at + 1);
  let state = seed | 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * limit);
  };
  for (let last = count - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

/**
 * How many lessons are read once one of them is.
 * @param number of the lesson, from 1
 * @throws DomainError `COURSE_LESSON_ORDER` if one before it is not read, `NOT_FOUND` if there is no such lesson
 */
export function lessonsReadAfter(number: number, read: number, lessons: number): number {
  if (number > lessons) throw new DomainError('NOT_FOUND');
  if (number > read + 1) throw new DomainError('COURSE_LESSON_ORDER');
  return Math.max(number, read);
}

/**
 * Whether another attempt may begin.
 * @throws DomainError `COURSE_LESSONS_UNREAD`, `COURSE_PASSED`, `COURSE_ATTEMPTS_USED`
 */
export function requireAttemptPossible(
  { lessonsRead, attempts, state }: Pick<CourseTakingRow, 'lessonsRead' | 'attempts' | 'state'>,
  { lessons, attemptsMax }: Pick<CourseDefinition, 'lessons' | 'attemptsMax'>,
): void {
  if (state === 'passed') throw new DomainError('COURSE_PASSED');
  if (lessonsRead < lessons.length) throw new DomainError('COURSE_LESSONS_UNREAD');
  if (attempts.length >= attemptsMax)
    throw new DomainError('COURSE_ATTEMPTS_USED', { params: { max: attemptsMax } });
}

export function attemptStateOf({ handedIn }: CourseAttempt): CourseAttemptState {
  if (handedIn === null) return 'open';
  return handedIn.passed ? 'passed' : 'failed';
}

/** What becomes of a taking by an attempt that was handed in. @param used how many attempts there were with it */
export function takingStateAfter(passed: boolean, used: number, attemptsMax: number): CourseTakingState {
  if (passed) return 'passed';
  return used >= attemptsMax ? 'failed' : 'begun';
}

/**
 * The last day of a certificate: the day before the same day some months later. A month that is too short for it ends it with
 * its own last day but one, as a month that ends on the 28th is over on the 27th.
 * @param issuedOn `YYYY-MM-DD`
 * @param months null: without end
 */
export function lastDayOf(issuedOn: string, months: number | null | undefined): string | null {
  if (months == null) return null;
  const [year = 0, month = 0, day = 0] = issuedOn.split('-').map(Number);
  const lengthOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lengthOfMonth) - 1));
  return end.toISOString().slice(0, 10);
}

/** A name as it is compared: without blanks, and with the middle dot that Chinese names of minorities have in one form. */
export function comparedName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[•‧・．]/gu, '·')
    .toLowerCase();
}
