import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRef } from '../../reference/activity/activity.entity.js';
import { IndicatorSystemRepository } from '../../systems/indicator-system/indicator-system.repository.js';
import { SurveyOpener } from '../survey/survey-opener.js';
import { SurveySources } from '../survey/survey-sources.js';
import { endAfter } from '../../reference/sealing/asking-times.model.js';
import { surveyView } from '../survey/survey-view.js';
import { SurveyRepository } from '../survey/survey.repository.js';
import type { SurveyPlanRow } from './survey-plan.entity.js';
import { SurveyPlanRepository } from './survey-plan.repository.js';

/** Opens the survey that a plan prescribes for an activity, once all its facts have arrived. */
@Injectable()
export class SurveyPlanWork {
  constructor(
    private readonly plans: SurveyPlanRepository,
    private readonly sources: SurveySources,
    private readonly systems: IndicatorSystemRepository,
    private readonly surveys: SurveyRepository,
    private readonly opener: SurveyOpener,
  ) {}

  /** Checks an activity after an event; later events trigger it again. */
  async arrived(tx: Transaction, activityId: string): Promise<void> {
    const ended = await this.sources.ended(tx, activityId);
    if (ended === null) return;
    const { activity, path } = ended;
    const plan = await this.plans.inForce(tx, path);
    if (plan === null || shanghaiDate(activity.closedAt) < plan.validFrom) return;
    if ((await this.surveys.findOf(tx, activityId, plan.indicatorSystemId)) !== null) return;
    if (await this.sources.mayBeAsked(tx, activity)) await this.ask(tx, activity, plan);
  }

  private async ask(tx: Transaction, activity: ActivityRef, plan: SurveyPlanRow): Promise<void> {
    const system = await this.systems.find(tx, plan.indicatorSystemId);
    // The system was retired in the meantime and opens no more surveys.
    if (system.state !== 'published') return;
    const closesAt = endAfter(tx.now, plan.daysOpen);
    const { questions, id: planId } = plan;
    const row = await this.opener.open(tx, {
      activity,
      system,
      questions,
      opensAt: tx.now,
      closesAt,
      planId,
    });
    tx.audit({ noun: 'survey', id: row.id, before: null, after: { ...surveyView(row, tx.now) } });
  }
}
