import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '@gongxiang/domain';
import { OnDue, unschedule } from '@gongxiang/messaging/events';
import { continueTrace } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { scheduleFactsChanged } from '../../reference/activity/facts-changed.js';
import type { IndicatorSystemRow } from '../../systems/indicator-system/indicator-system.entity.js';
import { IndicatorSystemRepository } from '../../systems/indicator-system/indicator-system.repository.js';
import { type Counted, Counting, type Opened } from '../../reference/sealing/counting.js';
import { destroyKey } from '../../reference/sealing/key-ending.js';
import type { SealingKeyPair } from '../../reference/sealing/sealed-box.js';
import { SealedAnswerRepository } from '../../reference/sealing/sealed-answer.repository.js';
import { AnswerOpening, type OpenedAnswers } from './answer-opening.js';
import { scalesOf } from './answer-tally.model.js';
import { scaleOf } from './questions.model.js';
import { countKind } from './survey-closing.service.js';
import { publishAnswers, type PublishedAnswer, textsToPublish } from './survey-results.model.js';
import { SurveyVoid } from './survey-void.js';
import type { SurveyMomentRow, SurveyResultRow, SurveyRow, SurveyTextResultRow } from './survey.entity.js';
import { type Participation, SurveyRepository } from './survey.repository.js';
import { maskTexts } from './text-masking.js';

/** With fewer answers the sums of products would reveal single answers, so none are stored. */
const momentsStoredFrom = 20;

/** The counted results, to be frozen on a day. */
interface Found {
  readonly frozenOn: (day: string) => Frozen;
}

/** Everything that is ever stored of a survey's answers. */
interface Frozen {
  readonly results: readonly SurveyResultRow[];
  readonly texts: readonly SurveyTextResultRow[];
  readonly moment: SurveyMomentRow | null;
  readonly isPublished: boolean;
}

/** Counts the answers to surveys of activities. */
@Injectable()
export class SurveyCountingService implements Counted<SurveyRow, Found> {
  readonly countKind = countKind;

  constructor(
    private readonly transactions: Transactions,
    private readonly surveys: SurveyRepository,
    private readonly sealed: SealedAnswerRepository,
    private readonly opening: AnswerOpening,
    private readonly systems: IndicatorSystemRepository,
    private readonly voids: SurveyVoid,
    private readonly counting: Counting,
  ) {}

  @OnDue(countKind)
  countDue(tx: Transaction, surveyId: string): Promise<void> {
    return this.counting.due(tx, surveyId, this);
  }

  async ended(tx: Transaction, surveyId: string): Promise<SurveyRow | null> {
    const survey = await this.surveys.find(tx, surveyId);
    return survey.state === 'closing' ? survey : null;
  }

  async count(survey: SurveyRow, key: SealingKeyPair, signal: AbortSignal): Promise<Found & Opened> {
    const system = await this.transactions.system(continueTrace(undefined), (tx) =>
      this.systems.find(tx, survey.indicatorSystemId),
    );
    const opened = await this.opening.openAll(survey, key, scalesOf(system.nodes, survey.questions), signal);
    return { frozenOn: await freeze(survey, system, opened, signal), unreadable: opened.unreadable };
  }

  /** The survey's row is the lock. */
  async publish(tx: Transaction, surveyId: string, { frozenOn }: Found): Promise<void> {
    const survey = await this.surveys.lock(tx, surveyId);
    if (survey.state !== 'closing') return;
    const { results, texts, moment, isPublished } = frozenOn(shanghaiDate(tx.now));
    await this.surveys.insertResults(tx, { results, texts, moment });
    // The numbers of attendees and tokens would reveal that few answered; empty and few must look alike.
    const participation: Participation = isPublished
      ? await this.surveys.participation(tx, survey)
      : { cameCount: null, tokenCount: null, singleSource: survey.singleSource };
    const row = { ...survey, ...participation, state: 'closed' as const, closedAt: tx.now };
    await this.surveys.updateState(tx, { ...row, version: survey.version + 1 });
    await this.sealed.deleteAll(tx, surveyId);
    tx.audit({ noun: 'survey', id: surveyId, before: { state: 'closing' }, after: { state: 'closed' } });
    await unschedule(tx, countKind, surveyId);
    await destroyKey(tx, surveyId);
    await scheduleFactsChanged(tx, { activityId: survey.activityId });
  }

  declareVoid(surveyId: string): Promise<void> {
    return this.voids.declare(surveyId);
  }
}

async function freeze(
  survey: SurveyRow,
  system: IndicatorSystemRow,
  { tally, texts }: OpenedAnswers,
  signal: AbortSignal,
): Promise<(day: string) => Frozen> {
  const keys = Object.fromEntries(survey.cuts.map((cut) => [cut.dimension, cut.keys[0] ?? '']));
  const published = publishAnswers(
    { count: tally.count, options: tally.options, keys },
    survey.cuts,
    survey.questions,
  );
  const rows = resultsOf(survey, system, published);
  const written: SurveyTextResultRow[] = [];
  for (const [questionKey, all] of texts) {
    const masked = await maskTexts(textsToPublish(all, randomInt), signal);
    written.push({ surveyId: survey.id, questionKey, texts: masked });
  }
  const nodes = tally.moments();
  const isStored = nodes.length > 0 && tally.count >= momentsStoredFrom;
  const { id: surveyId, indicatorSystemId } = survey;
  return (frozenOn) => ({
    results: rows.map((row) => ({ ...row, frozenOn })),
    texts: written,
    moment: isStored ? { surveyId, indicatorSystemId, answerCount: tally.count, nodes, frozenOn } : null,
    isPublished: published.some(({ answerCount }) => answerCount !== null),
  });
}

function resultsOf(
  survey: SurveyRow,
  system: IndicatorSystemRow,
  published: readonly PublishedAnswer[],
): Omit<SurveyResultRow, 'frozenOn'>[] {
  const leaves = new Map(system.nodes.map(({ key, leaf }) => [key, leaf]));
  const questions = new Map(survey.questions.map((question) => [question.key, question]));
  return published.map((answer) => {
    const leaf = leaves.get(answer.questionKey);
    const question = questions.get(answer.questionKey);
    return {
      surveyId: survey.id,
      ...answer,
      distribution: answer.distribution && [...answer.distribution],
      ...(question === undefined ? { scaleMin: null, scaleMax: null } : scaleOf(question)),
      function: leaf?.function ?? null,
      business: leaf?.business ?? null,
      direction: leaf?.direction ?? null,
    };
  });
}
