import type { components } from '../../../api/schema.js';
import type { Answers } from './kept-tokens.js';

export type Question = components['schemas']['SurveyQuestion'];

/** The steps of agreement. */
export const scale = [1, 2, 3, 4, 5] as const;

/** How likely somebody is to recommend it. */
export const likelihood = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** The longest text that is taken of one question, in characters. */
export const textMax = 1_000;

/** What is still to be answered, in the order of the page: all but words. */
export function unanswered(questions: readonly Question[], answers: Answers): Question[] {
  return questions.filter(
    (question) => question.kind !== 'text' && !isChosen(question, answers[question.key]),
  );
}

/** Is it an answer to the question as it is now? A draft may be older than that. */
function isChosen({ kind, choices }: Question, answer: number | string | undefined): boolean {
  if (kind === 'choice') return (choices ?? []).some(({ key }) => key === answer);
  return typeof answer === 'number';
}

/**
 * The answers as they are sent: in the order of the questions, whatever the order in which they were given, and without
 * texts that say nothing.
 */
export function submittedAnswers(questions: readonly Question[], answers: Answers): Answers {
  const entries = questions.flatMap((question): [string, number | string][] => {
    const { key, kind } = question;
    const answer = answers[key];
    if (kind !== 'text') return answer !== undefined && isChosen(question, answer) ? [[key, answer]] : [];
    const text = typeof answer === 'string' ? answer.trim() : '';
    return text === '' ? [] : [[key, text]];
  });
  return Object.fromEntries(entries);
}
