import { Injectable } from '@nestjs/common';
import type { Sex } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { In, LessThanOrEqual } from 'typeorm';
import { InterestChoiceRow, InterestMatchRow, InterestParticipantRow } from './mutual-interest.entity.js';

/** A participant with the sex recorded by membership. */
interface KnownParticipant {
  readonly personId: string;
  readonly sealed: string;
  readonly sex: Sex | null;
}

@Injectable()
export class InterestRepository {
  /** At most 500. */
  participants(tx: Transaction, activityId: string): Promise<KnownParticipant[]> {
    return tx.sql.query(
      `SELECT i.person_id AS "personId", i.sealed, m.sex
       FROM interest_participant i LEFT JOIN member_ref m ON m.person_id = i.person_id
       WHERE i.activity_id = $1 ORDER BY i.person_id`,
      [activityId],
    );
  }

  /** Where a person takes part. */
  async activitiesOf(tx: Transaction, personId: string): Promise<string[]> {
    const rows = await tx.sql.find(InterestParticipantRow, {
      where: { personId },
      order: { activityId: 'ASC' },
    });
    return rows.map(({ activityId }) => activityId);
  }

  async saveParticipant(tx: Transaction, row: InterestParticipantRow): Promise<void> {
    await tx.sql.upsert(InterestParticipantRow, row, ['activityId', 'personId']);
  }

  async removeParticipant(tx: Transaction, activityId: string, personId: string): Promise<void> {
    await tx.sql.delete(InterestParticipantRow, { activityId, personId });
  }

  /** Those of these choices that were made. */
  async choicesAmong(tx: Transaction, activityId: string, hashes: readonly string[]): Promise<Set<string>> {
    const rows = await tx.sql.findBy(InterestChoiceRow, { activityId, choiceHash: In([...hashes]) });
    return new Set(rows.map(({ choiceHash }) => choiceHash));
  }

  async addChoice(tx: Transaction, activityId: string, choiceHash: string): Promise<void> {
    await tx.sql.insert(InterestChoiceRow, { activityId, choiceHash });
  }

  async removeChoices(tx: Transaction, activityId: string, hashes: readonly string[]): Promise<void> {
    await tx.sql.delete(InterestChoiceRow, { activityId, choiceHash: In([...hashes]) });
  }

  matchesOf(tx: Transaction, activityId: string, readerHash: string): Promise<InterestMatchRow[]> {
    return tx.sql.findBy(InterestMatchRow, { activityId, readerHash });
  }

  /** Both rows of a match. */
  matchesOfPair(tx: Transaction, activityId: string, pairHash: string): Promise<InterestMatchRow[]> {
    return tx.sql.findBy(InterestMatchRow, { activityId, pairHash });
  }

  /** The activities with matches at which a person was, by the id under which they were there. */
  matchedOf(tx: Transaction, personId: string): Promise<{ activityId: string; personId: string }[]> {
    return tx.sql.query(
      `SELECT DISTINCT f.activity_id AS "activityId", f.person_id AS "personId" FROM attendance_fact f
       JOIN interest_match m ON m.activity_id = f.activity_id WHERE f.person_id = ANY(person_ids($1)) ORDER BY 1, 2`,
      [personId],
    );
  }

  async deletePairs(tx: Transaction, activityId: string, pairHashes: readonly string[]): Promise<void> {
    await tx.sql.delete(InterestMatchRow, { activityId, pairHash: In([...pairHashes]) });
  }

  async saveMatches(tx: Transaction, rows: InterestMatchRow[]): Promise<void> {
    await tx.sql.upsert(InterestMatchRow, rows, ['activityId', 'readerHash', 'pairHash']);
  }

  /** All participations and choices. */
  async eraseChoices(tx: Transaction, activityId: string): Promise<void> {
    await tx.sql.delete(InterestChoiceRow, { activityId });
    await tx.sql.delete(InterestParticipantRow, { activityId });
  }

  async eraseMatches(tx: Transaction, activityId: string): Promise<void> {
    await tx.sql.delete(InterestMatchRow, { activityId, keepUntil: LessThanOrEqual(tx.now) });
  }
}
