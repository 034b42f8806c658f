import type { SurveyQuestion } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import type { IndicatorNode } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { DomainError } from '@gongxiang/domain';

export const likertMin = 1;
export const likertMax = 5;
const npsMax = 10;

/** The lowest answer of those who keep quiet, and of those who would recommend it (Reichheld 2003). */
const passiveMin = 7;
const promoterMin = 9;

/** What may be answered to a question, and what it adds to the sum; null for choices without values. */
interface AnswerOption {
  readonly option: string;
  readonly value: number | null;
}

/**
 * The options of a question in its order, in the finest groups that may be published: each by itself, and those from
 * 0 to 10 as detractors, passives and promoters.
 */
export function optionsOf({ kind, choices }: SurveyQuestion): readonly (readonly AnswerOption[])[] {
  if (kind === 'text') return [];
  if (kind === 'choice')
    return (choices ?? []).map(({ key, value }) => [{ option: key, value: value ?? null }]);
  if (kind === 'likert') return range(likertMin, likertMax).map((option) => [option]);
  return [range(0, passiveMin - 1), range(passiveMin, promoterMin - 1), range(promoterMin, npsMax)];
}

/** The lowest and the highest answer that is possible, in the unit of the sum; null where nothing is summed. */
export function scaleOf(question: SurveyQuestion): {
  readonly scaleMin: number | null;
  readonly scaleMax: number | null;
} {
  const values = optionsOf(question).flatMap((band) =>
    band.flatMap(({ value }) => (value === null ? [] : [value])),
  );
  if (values.length === 0) return { scaleMin: null, scaleMax: null };
  return { scaleMin: Math.min(...values), scaleMax: Math.max(...values) };
}

function range(from: number, to: number): AnswerOption[] {
  return Array.from({ length: to - from + 1 }, (_unused, index) => ({
    option: String(from + index),
    value: from + index,
  }));
}

/**
 * One question for each survey indicator, then those beyond them.
 * @throws DomainError `SURVEY_EMPTY`, `DUPLICATE_ID`, `QUESTION_CHOICES`
 */
export function questionsOf(
  nodes: readonly IndicatorNode[],
  extra: readonly SurveyQuestion[],
): SurveyQuestion[] {
  const asked = nodes
    .filter(({ leaf }) => leaf?.kind === 'survey')
    .map(({ key, name, leaf }) =>
      questionOf({ key, text: name, kind: leaf?.item ?? 'likert', choices: leaf?.choices ?? null }),
    );
  const questions = [...asked, ...extra.map(questionOf)];
  if (questions.length === 0) throw new DomainError('SURVEY_EMPTY', { pointer: '/questions' });
  const seen = new Set<string>();
  for (const { key } of questions) {
    if (seen.has(key)) throw new DomainError('DUPLICATE_ID', { pointer: '/questions', params: { id: key } });
    seen.add(key);
  }
  extra.forEach(requireChoices);
  return questions;
}

function questionOf({ key, text, kind, choices }: SurveyQuestion): SurveyQuestion {
  return kind === 'choice' ? { key, text, kind, choices: choices ?? [] } : { key, text, kind };
}

function requireChoices({ key, kind, choices: given }: SurveyQuestion, index: number): void {
  const choices = given ?? [];
  const isUnique = new Set(choices.map((choice) => choice.key)).size === choices.length;
  const valued = choices.filter(({ value }) => value !== undefined && value !== null).length;
  const isWhole = valued === 0 || valued === choices.length;
  const fits = kind === 'choice' ? choices.length >= 2 && isUnique && isWhole : choices.length === 0;
  if (!fits)
    throw new DomainError('QUESTION_CHOICES', { pointer: `/questions/${index}/choices`, params: { key } });
}

/**
 * Refuses answers that do not fit the questions. All but words are to be answered: a question that some leave out would
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
  for (const question of questions) {
    const { key, kind } = question;
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (answer === undefined && kind !== 'text') throw refusal('ANSWER_MISSING', key);
    if (answer !== undefined && !fits(question, answer)) throw refusal('ANSWER_FORMAT', key);
  }
}

function fits({ kind, choices }: SurveyQuestion, answer: number | string): boolean {
  if (kind === 'text') return typeof answer === 'string';
  if (kind === 'choice') return (choices ?? []).some(({ key }) => key === answer);
  const [min, max] = kind === 'likert' ? [likertMin, likertMax] : [0, npsMax];
  return typeof answer === 'number' && Number.isInteger(answer) && answer >= min && answer <= max;
}

function refusal(code: string, key: string): DomainError {
  return new DomainError(code, { pointer: `/answers/${key}`, params: { key } });
}
