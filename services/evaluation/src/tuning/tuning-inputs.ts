import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { IndicatorSystemRow } from '../indicator-system/indicator-system.entity.js';
import { WeightVersionRepository } from '../weight/weight-version.repository.js';
import { MomentRepository } from './moment.repository.js';
import { addMoments } from './moments.model.js';
import { type Season, seasonBefore } from './season.model.js';
import type { SurveyMomentRow } from './tuning.entity.js';
import type { NodeMoments, TuningInput } from './tuning.model.js';
import { TuningRepository } from './tuning.repository.js';

/** Gathers what a report is computed from: sums of answers, values that were scored, the weights in force. */
@Injectable()
export class TuningInputs {
  constructor(
    private readonly moments: MomentRepository,
    private readonly reports: TuningRepository,
    private readonly weights: WeightVersionRepository,
  ) {}

  async gather(
    tx: Transaction,
    { id, seriesId, nodes }: IndicatorSystemRow,
    season: Season,
  ): Promise<{ readonly input: TuningInput; readonly weightVersionId: string | null }> {
    const surveys = await this.moments.season(tx, id, season);
    const active = await this.weights.findActive(tx, id);
    const series = await this.reports.seriesOf(tx, seriesId);
    const input: TuningInput = {
      nodes,
      weights: active?.indicators.map(({ key, weight }) => ({ key, weight })) ?? null,
      moments: togetherOf(surveys),
      surveys: surveys.length,
      answers: surveys.reduce((sum, { answerCount }) => sum + answerCount, 0),
      subjects: await this.reports.subjects(tx, [id], season),
      subjectsBefore: await this.reports.subjects(tx, series, seasonBefore(season)),
    };
    return { input, weightVersionId: active?.id ?? null };
  }
}

/** The sums of all surveys of one system: their questions are the same, in the same order. */
function togetherOf(surveys: readonly SurveyMomentRow[]): NodeMoments[] {
  const byNode = new Map<string | null, NodeMoments>();
  for (const node of surveys.flatMap(({ nodes }) => nodes)) {
    const before = byNode.get(node.parentKey);
    const { parentKey } = node;
    byNode.set(parentKey, before === undefined ? node : { parentKey, ...addMoments(before, node) });
  }
  return [...byNode.values()];
}
