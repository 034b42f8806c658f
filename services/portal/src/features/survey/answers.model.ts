import type { components } from '../../api/schema.js';
import type { Answers } from './kept-tokens.js';

export type Question = components['schemas']['SurveyQuestion'];

/** The scale of every question that is not text. */
export const scale = [1, 2, 3, 4, 5] as const;

/** The longest text that is taken of one question, in characters. */
export const textMax = 1_000;

/** The scales that are still to be answered, in the order of the page. */
export function unanswered(questions: readonly Question[], answers: Answers): Question[] {
  return questions.filter(({ key, kind }) => kind === 'likert' && typeof answers[key] !== 'number');
}

/**
 * The answers as they are sent: in the order of the questions, whatever the order in which they were given, and without
 * texts that say nothing.
 */
export function submittedAnswers(questions: readonly Question[], answers: Answers): Answers {
  const entries = questions.flatMap(({ key, kind }): [string, number | string][] => {
    const answer = answers[key];
    if (kind === 'likert') return typeof answer === 'number' ? [[key, answer]] : [];
    const text = typeof answer === 'string' ? answer.trim() : '';
    return text === '' ? [] : [[key, text]];
  });
  return Object.fromEntries(entries);
}
