import { randomInt } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { shanghaiDate } from '@gongxiang/domain';
import { OnDue, schedule, unschedule } from '@gongxiang/messaging/events';
import { LOGGER } from '@gongxiang/messaging/service';
import { continueTrace, type Logger } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { noteFactsChanged } from '../activity/facts-changed.js';
import type { IndicatorSystemRow } from '../indicator-system/indicator-system.entity.js';
import { IndicatorSystemRepository } from '../indicator-system/indicator-system.repository.js';
import { KeyDirectory } from '../sealing/key-directory.js';
import { AnswerOpening, type OpenedAnswers } from './answer-opening.js';
import { scalesOf } from './answer-tally.model.js';
import { scaleOf } from './questions.model.js';
import { ResponseRepository } from './response.repository.js';
import { countKind } from './survey-closing.service.js';
import { keyKind } from './survey-key.service.js';
import { publishAnswers, type PublishedAnswer, publishTexts } from './survey-results.model.js';
import { SurveyVoid } from './survey-void.js';
import type { SurveyMomentRow, SurveyResultRow, SurveyRow, SurveyTextResultRow } from './survey.entity.js';
import { type Participation, SurveyRepository } from './survey.repository.js';

/** Whoever counts has so long before another begins anew: a million answers take less than half of it. */
const leaseMs = 10 * 60_000;
/** Another replica may have the directory. */
const elsewhereMs = 1_000;
const retryMs = 60_000;
/** A key may be found again, as long as nobody has given it up: then its survey is void. */
const keyAwaitedMs = 24 * 3_600_000;
/** From fewer answers the sums of products would tell what each of them was, so nothing is kept of such a survey. */
const momentsKeptFrom = 20;

/** Everything that is ever known of a survey's answers. */
interface Frozen {
  readonly results: readonly SurveyResultRow[];
  readonly texts: readonly SurveyTextResultRow[];
  readonly moment: SurveyMomentRow | null;
  readonly isTold: boolean;
}

/**
 * Counts what was answered once a survey has ended. The due row stays, as a lease, until the results are committed: where
 * the process dies before, all is done again from the sealed answers; where it dies after, nothing is left to be done.
 */
@Injectable()
export class SurveyCountingService implements OnApplicationShutdown {
  private readonly running = new Map<string, Promise<void>>();
  private readonly ending = new AbortController();

  constructor(
    private readonly transactions: Transactions,
    private readonly surveys: SurveyRepository,
    private readonly responses: ResponseRepository,
    private readonly opening: AnswerOpening,
    private readonly systems: IndicatorSystemRepository,
    private readonly keys: KeyDirectory,
    private readonly voids: SurveyVoid,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @OnDue(countKind)
  async countDue(tx: Transaction, surveyId: string): Promise<void> {
    const survey = await this.surveys.find(tx, surveyId);
    if (survey.state !== 'closing') return;
    const isHere = await this.keys.isPresent();
    const pauseMs = isHere ? leaseMs : elsewhereMs;
    await schedule(tx, { kind: countKind, key: surveyId, at: new Date(tx.now.getTime() + pauseMs) });
    if (!isHere || this.running.has(surveyId)) return;
    tx.afterCommit(() => {
      const work = this.count(survey).finally(() => this.running.delete(surveyId));
      this.running.set(surveyId, work);
    });
  }

  /** A million answers would keep the process from ending for minutes: another counts them. */
  async onApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await Promise.all(this.running.values());
  }

  /** Never throws: nobody waits for it. */
  private async count(survey: SurveyRow): Promise<void> {
    try {
      const key = await this.keys.find(survey.id);
      if (key === 'destroyed') return await this.voids.declare(survey.id);
      if (key === 'missing') return await this.awaitKey(survey);
      const { indicatorSystemId, questions } = survey;
      const system = await this.run((tx) => this.systems.find(tx, indicatorSystemId));
      const opened = await this.opening.openAll(
        survey,
        key,
        scalesOf(system.nodes, questions),
        this.ending.signal,
      );
      if (opened.unreadable > 0)
        this.logger.error(
          { surveyId: survey.id, count: opened.unreadable },
          'sealed answers do not open and are not counted',
        );
      await this.run((tx) => this.publish(tx, survey.id, freeze(survey, system, opened)));
    } catch (error) {
      await this.stumble(survey.id, error);
    }
  }

  /** Exactly once, whoever has counted: the survey's row is the lock. */
  private async publish(tx: Transaction, surveyId: string, frozenOn: (day: string) => Frozen): Promise<void> {
    const survey = await this.surveys.lock(tx, surveyId);
    if (survey.state !== 'closing') return;
    const { results, texts, moment, isTold } = frozenOn(shanghaiDate(tx.now));
    await this.surveys.insertResults(tx, { results, texts, moment });
    // Who came and who fetched a token would tell that few answered: empty and few look alike.
    const participation: Participation = isTold
      ? await this.surveys.participation(tx, survey)
      : { cameCount: null, tokenCount: null, singleSource: survey.singleSource };
    const row = { ...survey, ...participation, state: 'closed' as const, closedAt: tx.now };
    await this.surveys.updateState(tx, { ...row, version: survey.version + 1 });
    await this.responses.deleteAll(tx, surveyId);
    tx.audit({ noun: 'survey', id: surveyId, before: { state: 'closing' }, after: { state: 'closed' } });
    await unschedule(tx, countKind, surveyId);
    await schedule(tx, { kind: keyKind, key: surveyId, at: tx.now });
    await noteFactsChanged(tx, { activityId: survey.activityId });
  }

  private async awaitKey({ id, closesAt }: SurveyRow): Promise<void> {
    this.logger.error({ surveyId: id }, 'the key of a survey that has ended is not in the key directory');
    const isGivenUp = await this.run(async (tx) => {
      await schedule(tx, { kind: countKind, key: id, at: new Date(tx.now.getTime() + retryMs) });
      return tx.now.getTime() - closesAt.getTime() > keyAwaitedMs;
    });
    if (isGivenUp) await this.voids.declare(id);
  }

  private async stumble(surveyId: string, error: unknown): Promise<void> {
    const { aborted: isEnding } = this.ending.signal;
    if (!isEnding)
      this.logger.error(
        { surveyId, reason: String(error) },
        'a survey could not be counted; it is tried again',
      );
    const pauseMs = isEnding ? 0 : retryMs;
    try {
      await this.run((tx) =>
        schedule(tx, { kind: countKind, key: surveyId, at: new Date(tx.now.getTime() + pauseMs) }),
      );
    } catch (outage) {
      this.logger.warn({ surveyId, reason: String(outage) }, 'a survey is counted when the lease has ended');
    }
  }

  private run<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.transactions.system(continueTrace(undefined), work);
  }
}

function freeze(
  survey: SurveyRow,
  system: IndicatorSystemRow,
  { tally, texts }: OpenedAnswers,
): (day: string) => Frozen {
  const keys = Object.fromEntries(survey.cuts.map((cut) => [cut.dimension, cut.keys[0] ?? '']));
  const published = publishAnswers(
    { count: tally.count, options: tally.options, keys },
    survey.cuts,
    survey.questions,
  );
  const rows = resultsOf(survey, system, published);
  const written = [...texts].map(([questionKey, all]) => ({
    surveyId: survey.id,
    questionKey,
    texts: publishTexts(all, randomInt),
  }));
  const nodes = tally.moments();
  const isKept = nodes.length > 0 && tally.count >= momentsKeptFrom;
  const { id: surveyId, indicatorSystemId } = survey;
  return (frozenOn) => ({
    results: rows.map((row) => ({ ...row, frozenOn })),
    texts: written,
    moment: isKept ? { surveyId, indicatorSystemId, answerCount: tally.count, nodes, frozenOn } : null,
    isTold: published.some(({ answerCount }) => answerCount !== null),
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
