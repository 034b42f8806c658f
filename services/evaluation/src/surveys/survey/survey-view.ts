import type {
  QuestionResult,
  SurveyCutResult,
  SurveyKeysView,
  SurveyParticipation,
  SurveyResultsView,
  SurveyState,
  SurveyView,
} from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { DomainError, shanghaiDate } from '@gongxiang/domain';
import { blindSignatureVariant, keysHashOf } from '../../reference/sealing/blind-signature.js';
import { wholeDimension } from './survey-results.model.js';
import type { SurveyResultRow, SurveyRow } from './survey.entity.js';
import type { TextBatch } from './survey.repository.js';

function surveyState(row: SurveyRow, now: Date): SurveyState {
  if (row.state !== 'open') return row.state;
  return now < row.opensAt ? 'scheduled' : 'open';
}

/** Nobody could be asked before it was made, whatever its times say. */
export function openedAt({ opensAt, createdAt }: SurveyRow): Date {
  return opensAt > createdAt ? opensAt : createdAt;
}

/** @throws DomainError `SURVEY_NOT_OPEN` before, after, and in the moment between the end and the close */
export function requireOpen(row: SurveyRow, now: Date): void {
  if (surveyState(row, now) !== 'open' || now >= row.closesAt) throw new DomainError('SURVEY_NOT_OPEN');
}

/** @throws DomainError `SURVEY_OPEN` until everything is counted, `SURVEY_VOID` where nothing can be */
export function requireResults({ state }: SurveyRow): void {
  if (state === 'void') throw new DomainError('SURVEY_VOID');
  if (state !== 'closed') throw new DomainError('SURVEY_OPEN');
}

/** @param answered how many did, as it is published; null until it is closed, and for too few */
export function surveyView(row: SurveyRow, now: Date, answered: number | null = null): SurveyView {
  const { id, version, activityId, activityTitle, indicatorSystemId, planId, questions, publicKey } = row;
  return {
    id,
    version,
    activityId,
    activityTitle,
    indicatorSystemId,
    planId,
    state: surveyState(row, now),
    questions,
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    tokenVariant: blindSignatureVariant,
    publicKey,
    sealingKey: row.sealingKey?.toString('base64url') ?? null,
    singleSource: row.singleSource,
    participation: participationOf(row, answered),
  };
}

/** What everybody can compare the keys with that they were given. */
export function surveyKeysView({ id, publicKey, sealingKey }: SurveyRow): SurveyKeysView {
  if (sealingKey === null) return { surveyId: id, keysHash: null };
  return { surveyId: id, keysHash: keysHashOf(publicKey, sealingKey) };
}

/** Frozen rows as they are published. */
export function resultsView(
  survey: SurveyRow,
  results: readonly SurveyResultRow[],
  texts: readonly TextBatch[],
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
    participation: participationOf(
      survey,
      results.find(({ dimension }) => dimension === wholeDimension)?.answerCount ?? null,
    ),
    cuts: [...cuts.values()],
    texts: texts.map(({ questionKey: key, texts: batch, total }) => ({ key, total, texts: batch })),
  };
}

/** Null where too few answered for anything to be published. */
function participationOf(
  { cameCount, tokenCount }: SurveyRow,
  answered: number | null,
): SurveyParticipation | null {
  if (cameCount === null || tokenCount === null || answered === null) return null;
  return { came: cameCount, tokensIssued: tokenCount, answered };
}

/** The mean of a published question; null where it is suppressed, or a choice without values. */
function meanOf({ answerCount, answerSum }: SurveyResultRow): number | null {
  return answerCount === null || answerCount === 0 || answerSum === null ? null : answerSum / answerCount;
}

function questionResult(row: SurveyResultRow): QuestionResult {
  const { questionKey, answerCount, distribution } = row;
  return { key: questionKey, count: answerCount, mean: meanOf(row), distribution };
}
