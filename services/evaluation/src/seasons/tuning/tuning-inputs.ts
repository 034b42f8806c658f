import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { IndicatorSystemRow } from '../../systems/indicator-system/indicator-system.entity.js';
import { MomentRepository } from './moment.repository.js';
import { addMoments, type NodeMoments } from '../../surveys/survey/moments.model.js';
import { type Season, seasonBefore } from './season.model.js';
import type { SurveyMomentRow } from '../../surveys/survey/survey.entity.js';
import type { GatheredInputs } from './tuning.entity.js';
import { TuningRepository } from './tuning.repository.js';

/** What a report is computed from, part by part: sums of answers, values that were scored, those of the season before. */
@Injectable()
export class TuningInputs {
  constructor(
    private readonly moments: MomentRepository,
    private readonly reports: TuningRepository,
  ) {}

  /** In the order in which they are read, each in a transaction of its own. */
  readonly parts: readonly ((
    tx: Transaction,
    system: IndicatorSystemRow,
    season: Season,
  ) => Promise<GatheredInputs>)[] = [
    async (tx, { id }, season) => {
      const surveys = await this.moments.season(tx, id, season);
      const answers = surveys.reduce((sum, { answerCount }) => sum + answerCount, 0);
      return { moments: togetherOf(surveys), surveys: surveys.length, answers };
    },
    async (tx, { id }, season) => ({ subjects: await this.reports.subjects(tx, [id], season) }),
    async (tx, { seriesId }, season) => {
      const series = await this.reports.seriesOf(tx, seriesId);
      return { subjectsBefore: await this.reports.subjects(tx, series, seasonBefore(season)) };
    },
  ];
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
