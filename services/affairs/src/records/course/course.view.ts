import type {
  CourseAttemptLine,
  CourseAttemptQuestion,
  CourseAttemptView,
  CourseDefinition,
  CourseLessonView,
  CourseProgress,
  CourseQuestion,
  CourseSummary,
  CourseView,
} from '@gongxiang/contracts/affairs/records/course.contract';
import { choiceLetters, DomainError } from '@gongxiang/domain';
import type { CourseAttempt, CourseTakingRow } from './course.entity.js';
import { attemptStateOf, questionOrder, rightLettersOf } from './course.model.js';
import type { SeenCourse } from './course-reader.js';
import type { CourseRecord } from './course.repository.js';

export function courseSummary(course: CourseRecord, taking: CourseTakingRow | null): CourseSummary {
  return { ...headingOf(course), begun: taking !== null, passed: taking?.state === 'passed' };
}

export function courseView(
  { course, taking, mayManage, isAddressed }: SeenCourse,
  edition: {
    readonly number: number;
    readonly definition: CourseDefinition;
    readonly lessons: CourseLessonView[];
  },
): CourseView {
  const { title, summary, questions, passPercent, attemptsMax, validMonths } = edition.definition;
  return {
    ...headingOf(course),
    title,
    summary,
    edition: edition.number,
    lessons: edition.lessons,
    questions: questions.length,
    passPercent,
    attemptsMax,
    validMonths: validMonths ?? null,
    progress: taking && progressOf(taking),
    beginnable: taking === null && course.state === 'published' && isAddressed,
    changeable: mayManage && course.state !== 'ended',
  };
}

/**
 * One attempt with its questions. What is right is in it only once it is handed in.
 * @throws DomainError `NOT_FOUND` where there is no such attempt
 */
export function attemptView(
  taking: CourseTakingRow,
  number: number,
  { title, questions, passPercent }: CourseDefinition,
): CourseAttemptView {
  const attempt = taking.attempts[number - 1];
  if (attempt === undefined) throw new DomainError('NOT_FOUND');
  const shown = questionOrder(questions.length, attempt.seed).flatMap((at) => {
    const question = questions[at - 1];
    return question === undefined ? [] : [questionView(question, at, attempt)];
  });
  return {
    ...attemptLine(attempt, number),
    courseId: taking.courseId,
    title,
    passPercent,
    questions: shown,
  };
}

function questionView(
  question: CourseQuestion,
  number: number,
  { handedIn }: CourseAttempt,
): CourseAttemptQuestion {
  const chosen = handedIn?.answers[number] ?? [];
  return {
    question: number,
    text: question.text,
    several: rightLettersOf(question).length > 1,
    choices: question.choices.flatMap(({ text, right }, at) => {
      const letter = choiceLetters[at];
      if (letter === undefined) return [];
      const isShown = handedIn !== null;
      return [
        { letter, text, right: isShown ? right : null, chosen: isShown ? chosen.includes(letter) : null },
      ];
    }),
    explanation: handedIn === null ? null : (question.explanation ?? null),
  };
}

function progressOf({ lessonsRead, attempts, certificateNumber, recordId }: CourseTakingRow): CourseProgress {
  const lines = attempts.map((attempt, at) => attemptLine(attempt, at + 1));
  return { lessonsRead, attempts: lines, certificateNumber, recordId };
}

function attemptLine(attempt: CourseAttempt, number: number): CourseAttemptLine {
  const { begunAt, handedIn } = attempt;
  return {
    number,
    state: attemptStateOf(attempt),
    begunAt,
    handedInAt: handedIn?.at ?? null,
    percent: handedIn?.percent ?? null,
  };
}

function headingOf({
  id,
  version,
  state,
  title,
  summary,
  unionId,
  unionName,
  audience,
}: CourseRecord): Omit<CourseSummary, 'begun' | 'passed'> {
  return { id, version, state, title, summary, unionId, unionName, audience };
}
