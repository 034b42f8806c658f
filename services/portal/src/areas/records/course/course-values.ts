import {
  type AttachmentValue,
  filesOf,
  type PictureValue,
  recordingsOf,
  type RecordingValue,
} from '../../bulletins/file/file.model.js';
import type { CourseAudience, CourseContent, CourseDefinition } from './course.model.js';

/** What is typed of a lesson. */
export interface LessonValues {
  readonly title: string;
  readonly text: string;
  readonly link?: string;
  readonly pictures: readonly PictureValue[];
  readonly attachments: readonly AttachmentValue[];
  readonly recordings: readonly RecordingValue[];
}

/** What is typed of a question. */
export interface QuestionValues {
  readonly text: string;
  readonly choices: readonly { readonly text: string; readonly right?: boolean }[];
  readonly explanation?: string;
}

/** What is typed of a course; figures as text. */
export interface CourseValues {
  readonly unionId?: string;
  readonly title: string;
  readonly summary: string;
  readonly audience: CourseAudience;
  readonly lessons: readonly LessonValues[];
  readonly questions: readonly QuestionValues[];
  readonly passPercent: string;
  readonly attemptsMax: string;
  readonly validMonths?: string;
}

export const newLesson: LessonValues = {
  title: '',
  text: '',
  pictures: [],
  attachments: [],
  recordings: [],
};
export const newQuestion: QuestionValues = { text: '', choices: [{ text: '' }, { text: '' }] };

/** With which an empty one begins. */
export const newValues: CourseValues = {
  title: '',
  summary: '',
  audience: 'members',
  lessons: [newLesson],
  questions: [newQuestion],
  passPercent: '60',
  attemptsMax: '3',
};

export function valuesOf(definition: CourseDefinition | CourseContent): CourseValues {
  const { title, summary, audience, lessons, questions, passPercent, attemptsMax, validMonths } = definition;
  return {
    title,
    summary,
    audience,
    lessons: lessons.map(lessonValuesOf),
    questions: questions.map((question) => ({ ...question, explanation: question.explanation ?? '' })),
    passPercent: String(passPercent),
    attemptsMax: String(attemptsMax),
    validMonths: validMonths == null ? '' : String(validMonths),
  };
}

type Lesson = (CourseDefinition | CourseContent)['lessons'][number];

function lessonValuesOf({ title, text, link, pictures, attachments, recordings }: Lesson): LessonValues {
  return {
    title,
    text,
    link: link ?? '',
    pictures: (pictures ?? []).map(({ fileId, alt }) => ({ key: fileId, fileId, alt })),
    attachments: (attachments ?? []).map((one) => ({ key: one.fileId, ...one })),
    recordings: (recordings ?? []).map((one) => ({ key: one.fileId, ...one })),
  };
}

/** Files belong to the union for which they were added: of another nothing of them is left. */
export function withoutFiles(lessons: readonly LessonValues[]): LessonValues[] {
  return lessons.map((lesson) => ({ ...lesson, pictures: [], attachments: [], recordings: [] }));
}

export function hasFiles(lessons: readonly LessonValues[]): boolean {
  return lessons.some(
    ({ pictures = [], attachments = [], recordings = [] }) =>
      pictures.length + attachments.length + recordings.length > 0,
  );
}

/** What is sent. */
export function definitionOf(values: CourseValues): CourseDefinition {
  const { title, summary, audience, lessons, questions, passPercent, attemptsMax, validMonths } = values;
  return {
    title: title.trim(),
    summary: summary.trim(),
    audience,
    lessons: lessons.map((lesson) => ({
      title: lesson.title.trim(),
      text: lesson.text,
      link: textOf(lesson.link),
      ...filesOf(lesson),
      recordings: recordingsOf(lesson.recordings),
    })),
    questions: questions.map(({ text, choices, explanation }) => ({
      text: text.trim(),
      choices: choices.map((choice) => ({ text: choice.text.trim(), right: choice.right === true })),
      explanation: textOf(explanation),
    })),
    passPercent: Number(passPercent),
    attemptsMax: Number(attemptsMax),
    validMonths: textOf(validMonths) === null ? null : Number(validMonths),
  };
}

function textOf(typed: string | undefined): string | null {
  const text = typed?.trim() ?? '';
  return text === '' ? null : text;
}
