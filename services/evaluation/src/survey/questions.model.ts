import type { IndicatorNode, SurveyQuestion } from '@gongxiang/contracts';
import { DomainError } from '@gongxiang/domain';

export const likertMin = 1;
export const likertMax = 5;

/**
 * One question for each survey indicator, then those beyond them.
 * @throws DomainError `SURVEY_EMPTY`, `DUPLICATE_ID`
 */
export function questionsOf(
  nodes: readonly IndicatorNode[],
  extra: readonly SurveyQuestion[],
): SurveyQuestion[] {
  const asked = nodes
    .filter(({ leaf }) => leaf?.kind === 'survey')
    .map(({ key, name }): SurveyQuestion => ({ key, text: name, kind: 'likert' }));
  const questions = [...asked, ...extra.map(({ key, text, kind }) => ({ key, text, kind }))];
  if (questions.length === 0) throw new DomainError('SURVEY_EMPTY', { pointer: '/questions' });
  const seen = new Set<string>();
  for (const { key } of questions) {
    if (seen.has(key)) throw new DomainError('DUPLICATE_ID', { pointer: '/questions', params: { id: key } });
    seen.add(key);
  }
  return questions;
}

/**
 * Refuses answers that do not fit the questions. Every scale is to be answered: a question that some leave out would
 * be a survey of its own, with cells of its own to suppress.
 * @throws DomainError `ANSWER_UNKNOWN`, `ANSWER_MISSING`, `ANSWER_FORMAT`
 */
export function checkAnswers(
  questions: readonly SurveyQuestion[],
  answers: Readonly<Record<string, number | string>>,
): void {
  const known = new Set(questions.map(({ key }) => key));
  const unknown = Object.keys(answers).find((key) => !known.has(key));
  if (unknown !== undefined) throw refusal('ANSWER_UNKNOWN', unknown);
  for (const { key, kind } of questions) {
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (answer === undefined && kind === 'likert') throw refusal('ANSWER_MISSING', key);
    if (answer !== undefined && !fits(kind, answer)) throw refusal('ANSWER_FORMAT', key);
  }
}

function fits(kind: SurveyQuestion['kind'], answer: number | string): boolean {
  if (kind === 'text') return typeof answer === 'string';
  return typeof answer === 'number' && Number.isInteger(answer) && answer >= likertMin && answer <= likertMax;
}

function refusal(code: string, key: string): DomainError {
  return new DomainError(code, { pointer: `/answers/${key}`, params: { key } });
}
