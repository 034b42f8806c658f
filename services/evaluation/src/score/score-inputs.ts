import { Injectable } from '@nestjs/common';
import type { ComputeScoreRequest, IndicatorNode } from '@gongxiang/contracts';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { activityFacts } from '../activity/activity-facts.model.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { requirePublished } from '../indicator-system/indicator-state.model.js';
import { IndicatorSystemRepository } from '../indicator-system/indicator-system.repository.js';
import { indicatorsOf } from '../indicator-system/indicator-tree.model.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { meanOf } from '../survey/survey-view.js';
import { SurveyRepository } from '../survey/survey.repository.js';
import { wholeDimension } from '../survey/survey-results.model.js';
import { WeightVersionRepository } from '../weight/weight-version.repository.js';
import type { ScoreInput } from './score.model.js';

export interface GatheredInputs {
  readonly input: ScoreInput;
  readonly surveyId: string | null;
  readonly nodes: readonly IndicatorNode[];
  /** The union that stands behind what is scored. */
  readonly unionId: string;
}

/** Gathers what a score is computed from: the weights in force, the facts, and what the survey published. */
@Injectable()
export class ScoreInputs {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly weights: WeightVersionRepository,
    private readonly systems: IndicatorSystemRepository,
    private readonly surveys: SurveyRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /**
   * @throws DomainError `FACTS_INCOMPLETE`, `WEIGHTS_NOT_ACTIVE`, `SURVEY_OPEN`; nothing where the activity has no
   * survey: its questions are then missing values
   */
  async gather(tx: Transaction, request: ComputeScoreRequest): Promise<GatheredInputs> {
    const activity = await this.activities.find(tx, request.activityId);
    const union = await this.references.union(tx, activity.unionId);
    tx.authorise(actions.score, { paths: [union.path], visible: true });
    const close = await this.activities.requireClosed(tx, activity);
    const version = await this.weights.find(tx, request.weightVersionId);
    if (version.state !== 'active')
      throw new DomainError('WEIGHTS_NOT_ACTIVE', { pointer: '/weightVersionId' });
    const { nodes, id: systemId, state } = await this.systems.find(tx, version.indicatorSystemId);
    requirePublished(state, '/weightVersionId');
    const facts = activityFacts(await this.activities.figures(tx, activity, close));
    const survey = await this.answered(tx, activity.id, systemId);
    const values = Object.fromEntries(
      nodes.flatMap(({ key, leaf }): [string, number | null][] => {
        if (leaf === null) return [];
        const fact = leaf.fact ?? null;
        return [[key, leaf.kind === 'fact' ? fact && facts[fact] : (survey.means.get(key) ?? null)]];
      }),
    );
    const weights = version.indicators.map(({ key, weight, path }) => ({ id: key, weight, path }));
    const input = { weights, indicators: indicatorsOf(nodes), values, missing: request.missing ?? 'omit' };
    return { input, surveyId: survey.id, nodes, unionId: union.id };
  }

  private async answered(
    tx: Transaction,
    activityId: string,
    systemId: string,
  ): Promise<{ readonly id: string | null; readonly means: ReadonlyMap<string, number | null> }> {
    const survey = await this.surveys.findOf(tx, activityId, systemId);
    if (survey === null) return { id: null, means: new Map() };
    if (survey.state !== 'closed') throw new DomainError('SURVEY_OPEN');
    const results = await this.surveys.results(tx, survey.id);
    const whole = results.filter(({ dimension }) => dimension === wholeDimension);
    return { id: survey.id, means: new Map(whole.map((row) => [row.questionKey, meanOf(row)])) };
  }
}
