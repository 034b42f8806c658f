import type {
  QuestionResult,
  SurveyCutResult,
  SurveyResultsView,
  SurveyState,
  SurveyView,
} from '@gongxiang/contracts';
import { DomainError, shanghaiDate } from '@gongxiang/domain';
import { blindSignatureVariant } from './blind-signature.js';
import type { SurveyResultRow, SurveyRow, SurveyTextResultRow } from './survey.entity.js';

export function surveyState(row: SurveyRow, now: Date): SurveyState {
  if (row.state === 'closed') return 'closed';
  return now < row.opensAt ? 'scheduled' : 'open';
}

/** @throws DomainError `SURVEY_NOT_OPEN` before, after, and in the moment between the end and the close */
export function requireOpen(row: SurveyRow, now: Date): void {
  if (surveyState(row, now) !== 'open' || now >= row.closesAt) throw new DomainError('SURVEY_NOT_OPEN');
}

export function surveyView(row: SurveyRow, now: Date): SurveyView {
  const { id, version, activityId, activityTitle, indicatorSystemId, questions, publicKey } = row;
  return {
    id,
    version,
    activityId,
    activityTitle,
    indicatorSystemId,
    state: surveyState(row, now),
    questions,
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    tokenVariant: blindSignatureVariant,
    publicKey,
  };
}

/** Frozen rows as they are published. */
export function resultsView(
  survey: SurveyRow,
  results: readonly SurveyResultRow[],
  texts: readonly SurveyTextResultRow[],
): SurveyResultsView {
  const cuts = new Map<string, SurveyCutResult>();
  for (const row of results) {
    const name = JSON.stringify([row.dimension, row.key]);
    const cut = cuts.get(name) ?? { dimension: row.dimension, key: row.key, questions: [] };
    cut.questions.push(questionResult(row));
    cuts.set(name, cut);
  }
  return {
    surveyId: survey.id,
    frozenOn: shanghaiDate(survey.closedAt ?? survey.closesAt),
    cuts: [...cuts.values()],
    texts: texts.map((row) => ({ key: row.questionKey, texts: row.texts })),
  };
}

/** The mean of a published question; null where it is suppressed, or a choice without values. */
export function meanOf({ answerCount, answerSum }: SurveyResultRow): number | null {
  return answerCount === null || answerCount === 0 || answerSum === null ? null : answerSum / answerCount;
}

function questionResult(row: SurveyResultRow): QuestionResult {
  const { questionKey, answerCount, distribution } = row;
  return { key: questionKey, count: answerCount, mean: meanOf(row), distribution };
}
