import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { schedule } from '@gongxiang/messaging/events';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { type Circle, InterestCircle, type Other } from './interest-circle.js';
import { InterestMatches, type Participant } from './interest-matches.js';
import { InterestRepository } from './interest.repository.js';
import { InterestSecrets, type Profile } from './interest-secrets.js';
import { choicesEndAt } from './mutual-interest.model.js';

/** Due work: the choices of an activity end, and are erased. */
export const choicesDue = 'mutual-interest-choices';

/** Writes participations and choices. Callers hold the lock of the activity. */
@Injectable()
export class InterestChoices {
  constructor(
    private readonly interests: InterestRepository,
    private readonly secrets: InterestSecrets,
    private readonly matches: InterestMatches,
  ) {}

  async takePart(tx: Transaction, activity: ActivityRow, profile: Profile): Promise<void> {
    const { personId } = tx;
    const sealed = this.secrets.seal(InterestCircle.placeOf(activity.id, personId), profile);
    await this.interests.saveParticipant(tx, { activityId: activity.id, personId, sealed });
    await schedule(tx, { kind: choicesDue, key: activity.id, at: choicesEndAt(activity) });
  }

  /**
   * The lock of the activity orders two who choose each other at the same time: the second finds the first one's yes,
   * so both are notified once.
   */
  async choose(tx: Transaction, activity: ActivityRow, me: Participant, other: Other): Promise<void> {
    await this.interests.addChoice(
      tx,
      activity.id,
      this.secrets.choice(activity.id, me.personId, other.personId),
    );
    const answer = this.secrets.choice(activity.id, other.personId, me.personId);
    const answered = await this.interests.choicesAmong(tx, activity.id, [answer]);
    if (answered.size > 0) await this.matches.join(tx, activity, me, other);
  }

  /** @param participantId the person whose yes is withdrawn */
  async withdraw(
    tx: Transaction,
    activity: ActivityRow,
    circle: Circle,
    participantId: string,
  ): Promise<boolean> {
    const other = circle.others.find(({ id }) => id === participantId);
    if (other !== undefined) await this.forget(tx, activity.id, [other]);
    const isEnded = await this.matches.end(tx, activity.id, tx.personId, participantId);
    return isEnded || other?.chosen === true;
  }

  /** Withdraws all choices of the person, and their profile from everybody who had it. */
  async forgetAll(
    tx: Transaction,
    activity: ActivityRow,
    { others }: Circle,
    personId = tx.personId,
  ): Promise<void> {
    await this.forget(tx, activity.id, others, personId);
    await this.matches.end(tx, activity.id, personId, null);
  }

  /** Ends the participation. */
  async leave(tx: Transaction, activity: ActivityRow): Promise<void> {
    await this.interests.removeParticipant(tx, activity.id, tx.personId);
  }

  private async forget(
    tx: Transaction,
    activityId: string,
    others: readonly Other[],
    personId = tx.personId,
  ): Promise<void> {
    const hashes = others.map((other) => this.secrets.choice(activityId, personId, other.personId));
    await this.interests.removeChoices(tx, activityId, hashes);
  }
}
