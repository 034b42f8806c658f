import type { components } from '../../../api/schema.js';
import type { PictureWidth } from '../../bulletins/file/file.model.js';

type Views = components['schemas'];
export type Course = Views['CourseView'];
export type CourseSummary = Views['CourseSummary'];
export type CourseContent = Views['CourseContentView'];
export type CourseDefinition = Views['ChangeCourseBody'];
export type CourseLesson = Views['CourseLessonView'];
export type CourseFigures = Views['CourseFiguresView'];
export type UnionFigures = Views['CourseUnionFigures'];
export type Attempt = Views['CourseAttemptView'];
export type AttemptLine = Views['CourseAttemptLine'];
export type AttemptQuestion = Views['CourseAttemptQuestion'];
export type AttemptChoice = Views['CourseAttemptChoice'];
export type Answer = Views['CourseAnswer'];
export type CourseState = CourseSummary['state'];
export type CourseAudience = CourseSummary['audience'];
export type ChoiceLetter = AttemptChoice['letter'];

export const courseStates = ['published', 'draft', 'ended'] as const satisfies readonly CourseState[];
export const courseAudiences = ['members', 'union', 'public'] as const satisfies readonly CourseAudience[];
export const choiceLetters = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
] as const satisfies readonly ChoiceLetter[];

/** What the list shows: what the reader has begun, or what their unions offer, by state. What they may take where nothing is said. */
export type CourseShow = 'begun' | CourseState;

/** The filters of the list; they stand in the address. */
export interface CourseFilters {
  readonly show?: CourseShow;
  readonly q?: string;
}

const shows: readonly CourseShow[] = ['begun', ...courseStates];

export function courseFiltersOf(search: URLSearchParams): CourseFilters {
  const show = shows.find((one) => one === search.get('show'));
  const q = search.get('q') ?? '';
  return { ...(show === undefined ? {} : { show }), ...(q === '' ? {} : { q }) };
}

interface CourseQuery {
  readonly state?: CourseState;
  readonly begun?: true;
  readonly q?: string;
}

/** As the platform is asked. */
export function queryOf({ show, q }: CourseFilters): CourseQuery {
  const found = q === undefined ? {} : { q };
  if (show === undefined) return found;
  return show === 'begun' ? { ...found, begun: true } : { ...found, state: show };
}

/** A lesson to the reader: read, the next to be read, open to whoever writes it, or closed as yet. */
export type LessonStanding = 'read' | 'next' | 'open' | 'closed';

/** @param index of the lesson, from 0 */
export function lessonStandingOf(
  { progress, changeable }: Pick<Course, 'progress' | 'changeable'>,
  index: number,
): LessonStanding {
  const read = progress?.lessonsRead ?? -1;
  if (index < read) return 'read';
  if (index === read) return 'next';
  return changeable ? 'open' : 'closed';
}

/** Of the interface: where a picture of a lesson is. */
export function lessonPictureAddress(courseId: string, fileId: string, width: PictureWidth): string {
  return `/api/v1/courses/${courseId}/pictures/${fileId}/${width}`;
}

/** Is it a video, or else a recording of sound? */
export function isVideo(kind: CourseLesson['recordings'][number]['kind']): boolean {
  return kind === 'mp4' || kind === 'mov';
}

/** How far somebody who has begun is with the quiz. */
export type QuizStanding = 'passed' | 'open' | 'unread' | 'used' | 'ready';

interface Taken extends Pick<Course, 'attemptsMax'> {
  readonly lessons: readonly unknown[];
  readonly progress: NonNullable<Course['progress']>;
}

export function quizStandingOf({ lessons, attemptsMax, progress }: Taken): QuizStanding {
  const { attempts, certificateNumber, lessonsRead } = progress;
  if (certificateNumber !== null) return 'passed';
  if (attempts.some(({ state }) => state === 'open')) return 'open';
  if (lessonsRead < lessons.length) return 'unread';
  return attempts.length >= attemptsMax ? 'used' : 'ready';
}

/** How often somebody may still begin the quiz. */
export function attemptsLeftOf({ attemptsMax, progress }: Pick<Course, 'attemptsMax' | 'progress'>): number {
  return Math.max(0, attemptsMax - (progress?.attempts.length ?? 0));
}

/** What is chosen, by the name of the field of its question. */
export type AnswerValues = Readonly<Record<string, readonly ChoiceLetter[] | undefined>>;

/** The name of the field in which a question is answered. */
export function fieldOf({ question }: Pick<AttemptQuestion, 'question'>): string {
  return `q${question}`;
}

/** What is handed in: a question without an answer is left out. */
export function answersOf(
  questions: readonly Pick<AttemptQuestion, 'question'>[],
  values: AnswerValues,
): Answer[] {
  return questions
    .map((question) => ({ question: question.question, choices: [...(values[fieldOf(question)] ?? [])] }))
    .filter(({ choices }) => choices.length > 0);
}

/** What was handed in is right: all right choices are chosen, and no other. */
export function isRight({ choices }: Pick<AttemptQuestion, 'choices'>): boolean {
  return choices.every(({ right, chosen }) => right === chosen);
}

/** Where anybody verifies a certificate, with its number filled in; the name is typed by whoever verifies it. */
export function verifyAddressOf(origin: string, number: string): string {
  return `${origin}/public/course-certificates?number=${encodeURIComponent(number)}`;
}
