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

/** What is written when somebody takes part, chooses or goes. Its callers hold the lock of the activity. */
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
   * The lock of the activity lets one of two who choose each other at the same moment come second: he finds the first
   * one's yes, so both learn of it, once.
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

  /** @param participantId of whom the yes is taken back */
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

  /** Takes back all that the person has said, and his line from whoever had it. */
  async forgetAll(tx: Transaction, activity: ActivityRow, { others }: Circle): Promise<void> {
    await this.forget(tx, activity.id, others);
    await this.matches.end(tx, activity.id, tx.personId, null);
  }

  /** Takes part no more. */
  async leave(tx: Transaction, activity: ActivityRow): Promise<void> {
    await this.interests.removeParticipant(tx, activity.id, tx.personId);
  }

  private async forget(tx: Transaction, activityId: string, others: readonly Other[]): Promise<void> {
    const hashes = others.map((other) => this.secrets.choice(activityId, tx.personId, other.personId));
    await this.interests.removeChoices(tx, activityId, hashes);
  }
}
