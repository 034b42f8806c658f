import { Injectable } from '@nestjs/common';
import type { InterestMatchView } from '@gongxiang/contracts/sharing/attendance/mutual-interest.contract';
import { Push, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { InterestRepository } from './interest.repository.js';
import { InterestSecrets, type MatchedProfile, type Profile } from './interest-secrets.js';
import type { InterestMatchRow } from './mutual-interest.entity.js';
import { retainedUntil } from './mutual-interest.model.js';

/** Due work: erase the profiles that two have seen of each other. */
export const matchesDue = 'mutual-interest-matches';

/** A participant with their profile. */
export interface Participant {
  readonly personId: string;
  readonly profile: Profile;
}

/** Two who said yes to each other: each sees the other's profile until one of them withdraws. */
@Injectable()
export class InterestMatches {
  constructor(
    private readonly interests: InterestRepository,
    private readonly secrets: InterestSecrets,
    private readonly push: Push,
  ) {}

  /** Shows two people to each other, and hints at it to both. */
  async join(tx: Transaction, activity: ActivityRow, one: Participant, other: Participant): Promise<void> {
    const rows = [this.rowFor(activity, one, other), this.rowFor(activity, other, one)];
    await this.interests.saveMatches(tx, rows);
    await schedule(tx, { kind: matchesDue, key: activity.id, at: retainedUntil(activity) });
    this.hint(tx, activity, [one.personId, other.personId]);
  }

  /** By tag. */
  async of(tx: Transaction, activityId: string, personId: string): Promise<InterestMatchView[]> {
    const rows = await this.rowsOf(tx, activityId, personId);
    const views = rows.map((row) => {
      const { participantId, tag, introduction, contact } = this.open(row);
      const keptUntilText = row.keepUntil.toISOString();
      return { id: participantId, tag, introduction, contact, ended: row.ended, keptUntil: keptUntilText };
    });
    return views.sort((left, right) => (`${left.tag} ${left.id}` < `${right.tag} ${right.id}` ? -1 : 1));
  }

  /**
   * Removes the match from both; nothing if there is none.
   * @param participantId null for all matches of the person
   */
  async end(
    tx: Transaction,
    activityId: string,
    personId: string,
    participantId: string | null,
  ): Promise<boolean> {
    const mine = (await this.rowsOf(tx, activityId, personId)).filter(
      (row) => !row.ended && (participantId === null || this.open(row).participantId === participantId),
    );
    for (const { pairHash } of mine) {
      const rows = await this.interests.matchesOfPair(tx, activityId, pairHash);
      const ended = rows.map((row) => ({
        ...row,
        ended: true,
        sealed: this.secrets.seal(placeOf(row), { ...this.open(row), contact: null }),
      }));
      await this.interests.saveMatches(tx, ended);
    }
    return mine.length > 0;
  }

  /** Removes all matches of a person, also what the others were shown. */
  async erase(tx: Transaction, activityId: string, personId: string): Promise<void> {
    const pairs = (await this.rowsOf(tx, activityId, personId)).map(({ pairHash }) => pairHash);
    await this.interests.deletePairs(tx, activityId, pairs);
  }

  private hint(tx: Transaction, { id, version }: ActivityRow, personIds: readonly string[]): void {
    this.push.hint(tx, personIds, { resource: 'mutualInterest', id, version });
  }

  private rowsOf(tx: Transaction, activityId: string, personId: string): Promise<InterestMatchRow[]> {
    return this.interests.matchesOf(tx, activityId, this.secrets.reader(activityId, personId));
  }

  private open(row: InterestMatchRow): MatchedProfile {
    return this.secrets.open<MatchedProfile>(placeOf(row), row.sealed);
  }

  private rowFor(activity: ActivityRow, reader: Participant, other: Participant): InterestMatchRow {
    const place = {
      activityId: activity.id,
      readerHash: this.secrets.reader(activity.id, reader.personId),
      pairHash: this.secrets.pair(activity.id, reader.personId, other.personId),
    };
    const participantId = this.secrets.participantId(activity.id, reader.personId, other.personId);
    const sealed = this.secrets.seal(placeOf(place), { ...other.profile, participantId });
    return { ...place, sealed, ended: false, keepUntil: retainedUntil(activity) };
  }
}

function placeOf({
  activityId,
  readerHash,
  pairHash,
}: Omit<InterestMatchRow, 'sealed' | 'ended' | 'keepUntil'>): string {
  return ['match', activityId, readerHash, pairHash].join(':');
}
