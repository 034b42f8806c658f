import { Injectable } from '@nestjs/common';
import type { CreateSurveyRequest } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actions as systemsActions } from '../../systems/actions.js';
import type { ActivityRef } from '../../reference/activity/activity.entity.js';
import { ActivityRepository, type EndedActivity } from '../../reference/activity/activity.repository.js';
import { requirePublished } from '../../systems/indicator-system/indicator-state.model.js';
import type { IndicatorSystemRow } from '../../systems/indicator-system/indicator-system.entity.js';
import { IndicatorSystemRepository } from '../../systems/indicator-system/indicator-system.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { SurveyRow } from './survey.entity.js';

/** Loads the inputs of a survey, and checks who may manage and read it. */
@Injectable()
export class SurveySources {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly systems: IndicatorSystemRepository,
    private readonly references: ReferenceRepository,
  ) {}

  async ofNewSurvey(
    tx: Transaction,
    request: CreateSurveyRequest,
  ): Promise<{ readonly activity: ActivityRef; readonly system: IndicatorSystemRow }> {
    const activity = await this.activities.find(tx, request.activityId);
    const union = await this.references.union(tx, activity.unionId);
    tx.authorise(actions.holdSurvey, { paths: [union.path], visible: true });
    await this.activities.requireClosed(tx, activity);
    const system = await this.systems.find(tx, request.indicatorSystemId);
    // A draft may still change, and its questions would no longer match its indicators.
    requirePublished(system.state, '/indicatorSystemId');
    return { activity, system };
  }

  /** An ended activity with the path of its union; null until its close has arrived. */
  async ended(
    tx: Transaction,
    activityId: string,
  ): Promise<{ readonly activity: EndedActivity; readonly path: string } | null> {
    const activity = await this.activities.findClosed(tx, activityId);
    if (activity === null) return null;
    return { activity, path: (await this.references.union(tx, activity.unionId)).path };
  }

  /** Whether all facts of an ended activity have arrived and somebody attended. */
  async mayBeAsked(tx: Transaction, activity: ActivityRef): Promise<boolean> {
    try {
      return (await this.activities.requireClosed(tx, activity)).factCount > 0;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'FACTS_INCOMPLETE') return false;
      throw error;
    }
  }

  async requireHolder(tx: Transaction, survey: SurveyRow): Promise<void> {
    const union = await this.references.union(tx, survey.unionId);
    tx.authorise(actions.holdSurvey, { paths: [union.path], visible: survey.state === 'closed' });
  }

  /** A closed survey is public within the network; before, it is visible to its managers and the attendees. */
  async requireReader(tx: Transaction, survey: SurveyRow): Promise<void> {
    tx.authorise(systemsActions.seePublished, {});
    if (survey.state === 'closed') return;
    const union = await this.references.union(tx, survey.unionId);
    const { personId } = tx;
    const came = await this.activities.hasAttended(tx, survey.activityId, personId);
    tx.authorise(actions.seeSurvey, { paths: [union.path], ...(came ? { personId } : {}) });
  }
}
