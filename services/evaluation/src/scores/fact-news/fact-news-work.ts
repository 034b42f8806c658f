import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { type ChangedFacts, factsChangedKind } from '../../reference/activity/facts-changed.js';
import { ScoreRevisionService } from '../score/score-revision.service.js';
import { SurveyPlanWork } from '../../surveys/survey-plan/survey-plan-work.js';

/** What follows from news of facts: an activity that is complete is asked about, and scores that rest on them are revised. */
@Injectable()
export class FactNewsWork {
  constructor(
    private readonly plans: SurveyPlanWork,
    private readonly scores: ScoreRevisionService,
  ) {}

  @OnDue(factsChangedKind)
  async follow(tx: Transaction, _key: string, payload: unknown): Promise<void> {
    const changed = payload as ChangedFacts;
    // First what somebody is waiting for: while its survey is open an activity is not scored.
    if ('activityId' in changed) await this.plans.arrived(tx, changed.activityId);
    await this.scores.revise(tx, changed);
  }
}
