import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { noteFactsChanged } from '../activity/facts-changed.js';
import type { IndicatorSystemRow } from '../indicator-system/indicator-system.entity.js';
import { IndicatorSystemRepository } from '../indicator-system/indicator-system.repository.js';
import { optionsOf, scaleOf } from './questions.model.js';
import { ResponseRepository } from './response.repository.js';
import { publishAnswers, publishTexts, textsMax } from './survey-results.model.js';
import { closeKind, SurveyOpener } from './survey-opener.js';
import type { SurveyResultRow, SurveyRow } from './survey.entity.js';
import { type Participation, SurveyRepository } from './survey.repository.js';

const scatterKind = 'survey-scatter';
/** So many answers are written anew at once: a second's work or two, which other due work may wait for. */
const scatteredAtOnce = 50_000;
/** Sums over the answers are kept after the close, by whoever reads them. */
export const momentKind = 'survey-moment';

/** Closes surveys: computes what may be published once, freezes it, and ends the signing of tokens. */
@Injectable()
export class SurveyClosingService {
  constructor(
    private readonly surveys: SurveyRepository,
    private readonly responses: ResponseRepository,
    private readonly systems: IndicatorSystemRepository,
    private readonly opener: SurveyOpener,
  ) {}

  @OnDue(closeKind)
  async closeDue(tx: Transaction, surveyId: string): Promise<void> {
    const survey = await this.surveys.lock(tx, surveyId);
    if (survey.state === 'open') await this.close(tx, survey);
  }

  @OnDue(scatterKind)
  async scatterDue(tx: Transaction, surveyId: string, payload: unknown): Promise<void> {
    const { after = null } = payload as { after?: string };
    const end = await this.responses.scatter(tx, surveyId, { after, limit: scatteredAtOnce });
    if (end === null) return;
    await schedule(tx, { kind: scatterKind, key: surveyId, at: tx.now, payload: { after: end } });
  }

  /** @param survey locked, so that no answer comes between the count and the close */
  async close(tx: Transaction, survey: SurveyRow): Promise<SurveyRow> {
    const system = await this.systems.find(tx, survey.indicatorSystemId);
    const participation = await this.freeze(tx, survey, system);
    const row = {
      ...survey,
      state: 'closed' as const,
      closedAt: tx.now,
      ...participation,
      privateKey: null,
      version: survey.version + 1,
    };
    await this.surveys.updateClosed(tx, row);
    tx.audit({ noun: 'survey', id: row.id, before: { state: 'open' }, after: { state: 'closed' } });
    await this.opener.silence(tx, row.id);
    await schedule(tx, { kind: scatterKind, key: row.id, at: tx.now });
    await schedule(tx, { kind: momentKind, key: row.id, at: tx.now });
    await noteFactsChanged(tx, { activityId: row.activityId });
    return row;
  }

  private async freeze(
    tx: Transaction,
    survey: SurveyRow,
    system: IndicatorSystemRow,
  ): Promise<Participation> {
    const asked = survey.questions
      .filter(({ kind }) => kind !== 'text')
      .map((question) => ({ key: question.key, options: optionsOf(question).flat().length }));
    const histograms = await this.responses.histograms(tx, survey.id, asked);
    const keys = Object.fromEntries(survey.cuts.map((cut) => [cut.dimension, cut.keys[0] ?? '']));
    const leaves = new Map(system.nodes.map(({ key, leaf }) => [key, leaf]));
    const questions = new Map(survey.questions.map((question) => [question.key, question]));
    const frozenOn = shanghaiDate(tx.now);
    const published = publishAnswers({ ...histograms, keys }, survey.cuts, survey.questions);
    const results = published.map((answer): SurveyResultRow => {
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
        frozenOn,
      };
    });
    const texts = [];
    for (const { key, kind } of survey.questions) {
      if (kind !== 'text') continue;
      const written = publishTexts(await this.responses.texts(tx, survey.id, key, textsMax), randomInt);
      texts.push({ surveyId: survey.id, questionKey: key, texts: written });
    }
    await this.surveys.insertResults(tx, results, texts);
    // Who came and who fetched a token would tell that few answered: empty and few look alike.
    const isTold = published.some(({ answerCount }) => answerCount !== null);
    return isTold ? this.surveys.participation(tx, survey) : { cameCount: null, tokenCount: null };
  }
}
