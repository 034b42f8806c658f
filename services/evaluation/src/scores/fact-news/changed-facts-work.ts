import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { type ChangedFacts, factsChangedKind } from '../../reference/activity/facts-changed.js';
import { ScoreRevisionService } from '../score/score-revision.service.js';
import { SurveyPlanWork } from '../../surveys/survey-plan/survey-plan-work.js';

/** Handles changed facts: opens surveys of complete activities, and revises the scores based on the facts. */
@Injectable()
export class ChangedFactsWork {
  constructor(
    private readonly plans: SurveyPlanWork,
    private readonly scores: ScoreRevisionService,
  ) {}

  @OnDue(factsChangedKind)
  async follow(tx: Transaction, _key: string, payload: unknown): Promise<void> {
    const changed = payload as ChangedFacts;
    // Surveys first, because people wait for them: an activity is not scored while its survey is open.
    if ('activityId' in changed) await this.plans.arrived(tx, changed.activityId);
    await this.scores.revise(tx, changed);
  }
}
