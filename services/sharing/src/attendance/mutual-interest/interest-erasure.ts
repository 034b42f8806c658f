import { Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { choicesDue, InterestChoices } from './interest-choices.js';
import { InterestCircle } from './interest-circle.js';
import { InterestMatches, matchesDue } from './interest-matches.js';
import { InterestRepository } from './interest.repository.js';
import { choicesEndAt } from './mutual-interest.model.js';

/** Erases choices when they end, and matches 90 days later; and everything of a person who takes part no more. */
@Injectable()
export class InterestErasure {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly interests: InterestRepository,
    private readonly circles: InterestCircle,
    private readonly choices: InterestChoices,
    private readonly matches: InterestMatches,
  ) {}

  /** Ends all that a person takes part in. */
  async leaveAll(tx: Transaction, personId: string): Promise<void> {
    // In the order of their ids, as everybody locks activities.
    for (const activityId of await this.interests.activitiesOf(tx, personId)) {
      const activity = await this.activities.lockById(tx, activityId);
      if (activity === null) continue;
      const circle = await this.circles.around(tx, activity, personId);
      await this.choices.forgetAll(tx, activity, circle, personId);
      await this.interests.removeParticipant(tx, activityId, personId);
    }
  }

  /** Beside {@link leaveAll}, what others have been shown of the person, under each id that they have had. */
  async erasePerson(tx: Transaction, personId: string): Promise<void> {
    const met = await this.interests.matchedOf(tx, personId);
    for (const id of new Set([personId, ...met.map((one) => one.personId)])) await this.leaveAll(tx, id);
    for (const { activityId, personId: id } of met) await this.matches.erase(tx, activityId, id);
  }

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
