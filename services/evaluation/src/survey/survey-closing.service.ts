import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '@gongxiang/domain';
import { OnDue, schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { IndicatorSystemRow } from '../indicator-system/indicator-system.entity.js';
import { IndicatorSystemRepository } from '../indicator-system/indicator-system.repository.js';
import { scaleOf } from './questions.model.js';
import { ResponseRepository } from './response.repository.js';
import { publishAnswers, publishTexts } from './survey-results.model.js';
import type { SurveyResultRow, SurveyRow } from './survey.entity.js';
import { SurveyRepository } from './survey.repository.js';

export const closeKind = 'survey-close';
const scatterKind = 'survey-scatter';
/** Sums over the answers are kept after the close, by whoever reads them. */
export const momentKind = 'survey-moment';

/** Closes surveys: computes what may be published once, freezes it, and ends the signing of tokens. */
@Injectable()
export class SurveyClosingService {
  constructor(
    private readonly surveys: SurveyRepository,
    private readonly responses: ResponseRepository,
    private readonly systems: IndicatorSystemRepository,
  ) {}

  @OnDue(closeKind)
  async closeDue(tx: Transaction, surveyId: string): Promise<void> {
    const survey = await this.surveys.lock(tx, surveyId);
    if (survey.state === 'open') await this.close(tx, survey);
  }

  @OnDue(scatterKind)
  async scatterDue(tx: Transaction, surveyId: string): Promise<void> {
    await this.responses.scatter(tx, surveyId);
  }

  /** @param survey locked, so that no answer comes between the count and the close */
  async close(tx: Transaction, survey: SurveyRow): Promise<SurveyRow> {
    const system = await this.systems.find(tx, survey.indicatorSystemId);
    await this.freeze(tx, survey, system);
    const row = {
      ...survey,
      state: 'closed' as const,
      closedAt: tx.now,
      privateKey: null,
      version: survey.version + 1,
    };
    await this.surveys.updateClosed(tx, row);
    tx.audit({ noun: 'survey', id: row.id, before: { state: 'open' }, after: { state: 'closed' } });
    await unschedule(tx, closeKind, row.id);
    await schedule(tx, { kind: scatterKind, key: row.id, at: tx.now });
    await schedule(tx, { kind: momentKind, key: row.id, at: tx.now });
    return row;
  }

  private async freeze(tx: Transaction, survey: SurveyRow, system: IndicatorSystemRow): Promise<void> {
    const asked = survey.questions.filter(({ kind }) => kind !== 'text').map(({ key }) => key);
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
      const written = publishTexts(await this.responses.texts(tx, survey.id, key));
      texts.push({ surveyId: survey.id, questionKey: key, texts: written });
    }
    await this.surveys.insertResults(tx, results, texts);
  }
}
