import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { Cell, Terms, Turn } from './count.model.js';

/** A change with the sealed numbers that the persons had then; null without one. */
export interface PendingChange {
  readonly id: string;
  readonly before: Terms | null;
  readonly after: Terms | null;
  readonly numberBefore: string | null;
  readonly numberAfter: string | null;
}

export interface Delta extends Cell {
  readonly members: number;
}

/** The number of a person at the time of a change: the earlier one of the next correction, else the present one. */
const numberSql = (side: 'before' | 'after'): string => `(SELECT known.number FROM (
    (SELECT 1 AS place, k.number_before AS number FROM census_change k
     WHERE k.corrected_person = (c.${side}->>'personId')::uuid AND k.id ${side === 'before' ? '>=' : '>'} c.id
     ORDER BY k.id LIMIT 1)
    UNION ALL
    SELECT 2, p.resident_number FROM person p WHERE p.id = (c.${side}->>'personId')::uuid
  ) AS known ORDER BY known.place LIMIT 1)`;

@Injectable()
export class CountingRepository {
  /** The oldest changes, read in one statement: numbers and corrections are those of one moment. */
  oldest(tx: Transaction, limit: number): Promise<PendingChange[]> {
    return tx.sql.query(
      `SELECT c.id, c.before, c.after, ${numberSql('before')} AS "numberBefore", ${numberSql('after')} AS "numberAfter"
       FROM (SELECT * FROM census_change ORDER BY id LIMIT $1) c ORDER BY c.id`,
      [limit],
    );
  }

  async remove(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.sql.query(`DELETE FROM census_change WHERE id = ANY($1::bigint[])`, [ids]);
  }

  /** Adds to the totals; what comes to nothing is removed. */
  async add(tx: Transaction, deltas: readonly Delta[]): Promise<void> {
    await tx.sql.query(
      `INSERT INTO census_total AS t (union_id, dimension, value, members)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[])
       ON CONFLICT (union_id, dimension, value) DO UPDATE SET members = t.members + excluded.members`,
      [
        deltas.map(({ unionId }) => unionId),
        deltas.map(({ dimension }) => dimension),
        deltas.map(({ value }) => value),
        deltas.map(({ members }) => members),
      ],
    );
    await tx.sql.query(
      `DELETE FROM census_total t USING unnest($1::uuid[], $2::text[], $3::text[]) AS d(union_id, dimension, value)
       WHERE t.union_id = d.union_id AND t.dimension = d.dimension AND t.value = d.value AND t.members = 0`,
      [
        deltas.map(({ unionId }) => unionId),
        deltas.map(({ dimension }) => dimension),
        deltas.map(({ value }) => value),
      ],
    );
  }

  /** The day on which the age bands are right; null before anybody was counted. */
  async agedTo(tx: Transaction): Promise<string | null> {
    const rows: { day: string }[] = await tx.sql.query(`SELECT aged_to::text AS day FROM census_day`);
    return rows[0]?.day ?? null;
  }

  async setAgedTo(tx: Transaction, day: string): Promise<void> {
    await tx.sql.query(
      `INSERT INTO census_day (aged_to) VALUES ($1) ON CONFLICT (single) DO UPDATE SET aged_to = excluded.aged_to`,
      [day],
    );
  }

  /** How many members of each union were born on one of these dates. */
  bornOn(
    tx: Transaction,
    dates: readonly string[],
  ): Promise<{ unionId: string; birthDate: string; members: number }[]> {
    return tx.sql.query(
      `SELECT union_id AS "unionId", value AS "birthDate", members FROM census_total
       WHERE dimension = 'birth' AND value = ANY($1)`,
      [dates],
    );
  }

  /** By person; absent whoever never came to anything. Read by the index on persons, of whom each came to few activities. */
  async lastPartOf(tx: Transaction, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { personId: string; lastOn: string }[] = await tx.sql.query(
      `SELECT who.id AS "personId", max(a.attended_on)::text AS "lastOn"
       FROM (SELECT id, id AS known FROM unnest($1::uuid[]) AS id
             UNION ALL SELECT into_id, from_id FROM person_alias WHERE into_id = ANY($1)) who
       JOIN census_attendance a ON a.person_id = who.known AND a.heads > 0 GROUP BY who.id`,
      [personIds],
    );
    return new Map(rows.map(({ personId, lastOn }) => [personId, lastOn]));
  }

  /**
   * Sets who of these people has taken part in anything. Persons are locked first, in the order of their ids, as by whoever
   * changes a membership: each then sees the other's change.
   */
  async keepParticipants(tx: Transaction, personIds: readonly string[]): Promise<void> {
    await tx.sql.query(`SELECT 1 FROM person WHERE id = ANY($1) ORDER BY id FOR UPDATE`, [personIds]);
    await tx.sql.query(
      `INSERT INTO census_participant SELECT DISTINCT person_id FROM census_attendance
       WHERE person_id = ANY($1) AND heads > 0 ORDER BY person_id ON CONFLICT DO NOTHING`,
      [personIds],
    );
    await tx.sql.query(
      `DELETE FROM census_participant p WHERE p.person_id = ANY($1)
       AND NOT EXISTS (SELECT 1 FROM census_attendance a WHERE a.person_id = p.person_id AND a.heads > 0)`,
      [personIds],
    );
  }
}

/** The turns of each birth date, to be applied to the numbers of {@link CountingRepository.bornOn}. */
export function deltasOfTurns(
  turns: readonly Turn[],
  born: readonly { readonly unionId: string; readonly birthDate: string; readonly members: number }[],
): Delta[] {
  return turns.flatMap(({ birthDate, from, to }) =>
    born
      .filter((one) => one.birthDate === birthDate)
      .flatMap(({ unionId, members }) => [
        { unionId, dimension: 'age', value: from, members: -members },
        { unionId, dimension: 'age', value: to, members },
      ]),
  );
}
