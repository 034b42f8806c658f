import type { CourseAudience, CourseDefinition } from './course.model.js';

/** What is typed of a lesson. */
export interface LessonValues {
  readonly title: string;
  readonly text: string;
  readonly link?: string;
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

export const newLesson: LessonValues = { title: '', text: '' };
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

export function valuesOf(definition: CourseDefinition): CourseValues {
  const { title, summary, audience, lessons, questions, passPercent, attemptsMax, validMonths } = definition;
  return {
    title,
    summary,
    audience,
    lessons: lessons.map((lesson) => ({ ...lesson, link: lesson.link ?? '' })),
    questions: questions.map((question) => ({ ...question, explanation: question.explanation ?? '' })),
    passPercent: String(passPercent),
    attemptsMax: String(attemptsMax),
    validMonths: validMonths == null ? '' : String(validMonths),
  };
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
