import { Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { choicesDue } from './interest-choices.js';
import { matchesDue } from './interest-matches.js';
import { InterestRepository } from './interest.repository.js';
import { choicesEndAt } from './mutual-interest.model.js';

/** Erases choices when they end, and matches 90 days later. */
@Injectable()
export class InterestErasure {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly interests: InterestRepository,
  ) {}

  @OnDue(choicesDue)
  async choicesEnd(tx: Transaction, activityId: string): Promise<void> {
    const activity = await this.activities.lockById(tx, activityId);
    if (activity === null) return;
    const at = choicesEndAt(activity);
    // The activity may have been extended since.
    if (tx.now < at) await schedule(tx, { kind: choicesDue, key: activityId, at });
    else await this.interests.eraseChoices(tx, activityId);
  }

  @OnDue(matchesDue)
  matchesEnd(tx: Transaction, activityId: string): Promise<void> {
    return this.interests.eraseMatches(tx, activityId);
  }
}
