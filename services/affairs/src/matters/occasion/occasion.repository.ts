import { Injectable } from '@nestjs/common';
import type { OccasionState } from '@gongxiang/contracts/affairs/matters/occasion.contract';
import type { MatterState } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { ConsentState } from '@gongxiang/contracts/words/consent';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { OccasionDayRow, OccasionRow } from './occasion.entity.js';
import { monthSpanOf, type OccasionSource, type StoredOccasionState, yearSpanOf } from './occasion.model.js';

/** A line of the list: what is due, and what was done for it. */
export interface OccasionRecord {
  readonly personId: string;
  readonly personName: string;
  readonly on: string;
  readonly source: OccasionSource;
  /** Of what was told, or of what was done; null for a day of a record for which nothing was done. */
  readonly id: string | null;
  readonly sealedKind: string | null;
  readonly stored: StoredOccasionState | null;
  readonly matterId: string | null;
  /** For which union what was told waits. */
  readonly toldTo: string | null;
  readonly sealedReason: string | null;
  readonly doneBy: string | null;
  readonly doneByName: string | null;
  readonly doneAt: Date | null;
  /** By which lines of one day and person are told apart. */
  readonly slot: string;
}

/** A matter that was opened from the list. */
export interface VisitRecord extends Pick<
  OccasionRow,
  'id' | 'personId' | 'source' | 'sealedKind' | 'happenedOn'
> {
  readonly matterState: MatterState;
}

interface LineFilter {
  readonly unionId: string;
  /** YYYY-MM */
  readonly month: string;
  /** What was told and nothing else, in whichever month. */
  readonly told?: boolean;
  readonly state?: OccasionState;
  readonly personId?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** Those who have not switched off that they are visited for days of their record, under whichever id. */
const isAllowed = `NOT EXISTS (
  SELECT FROM occasion_choice c WHERE c.person_id IN (SELECT unnest(person_ids(d.person_id))) AND NOT c.given)`;

@Injectable()
export class OccasionRepository {
  /** Whom a union has to visit in a month, or for what was told, by day. */
  lines(
    tx: Transaction,
    { unionId, month: ofMonth, told = false, state, personId, cursor, limit }: LineFilter,
  ): Promise<OccasionRecord[]> {
    const { year, month, lastDay, from, to } = monthSpanOf(ofMonth);
    const ofYear = yearSpanOf(from);
    const [on, afterId, slot] = decodeCursor(cursor, 3) ?? [null, null, null];
    return tx.sql.query(
      `WITH due AS (
         SELECT d.person_id, make_date($2, d.birth_month, least(d.birth_day, $4)) AS happened_on,
           'birthday' AS source, NULL::uuid AS told_id
         FROM occasion_day d WHERE d.union_id = $1 AND d.birth_month = $3 AND NOT $15 AND ${isAllowed}
         UNION ALL
         SELECT d.person_id, d.retired_on, 'retirement', NULL
         FROM occasion_day d
         WHERE d.union_id = $1 AND d.retired_on >= $5 AND d.retired_on < $6 AND NOT $15 AND ${isAllowed}
         UNION ALL
         SELECT t.person_id, t.happened_on, 'told', t.id
         FROM occasion t JOIN member_ref o ON o.person_id = t.person_id AND o.union_id = $1
         WHERE t.source = 'told'
           AND CASE WHEN $15::boolean THEN t.told_to = $1 ELSE t.happened_on >= $5 AND t.happened_on < $6 END
       ), line AS (
         SELECT due.*, due.source || coalesce(due.told_id::text, '') AS slot FROM due
       )
       SELECT line.person_id AS "personId", m.masked_name AS "personName", line.happened_on::text AS "on", line.source,
         line.slot, o.id, o.sealed_kind AS "sealedKind", o.state AS stored, o.matter_id AS "matterId",
         o.told_to AS "toldTo", o.sealed_reason AS "sealedReason", o.done_at AS "doneAt", o.done_by AS "doneBy",
         b.masked_name AS "doneByName"
       FROM line
       JOIN member_ref m ON m.person_id = line.person_id AND m.union_id = $1 AND m.state <> 'ended'
       LEFT JOIN LATERAL (
         SELECT * FROM occasion o
         WHERE o.person_id = line.person_id AND o.source = line.source
           AND (o.id = line.told_id OR line.told_id IS NULL AND o.happened_on >= $7 AND o.happened_on < $8)
         ORDER BY o.id LIMIT 1) o ON true
       LEFT JOIN member_ref b ON b.person_id = o.done_by
       WHERE ($9::text IS NULL OR coalesce(nullif(o.state, 'told'), 'due') = $9)
         AND ($10::uuid IS NULL OR line.person_id = $10)
         AND ($11::date IS NULL OR (line.happened_on, line.person_id, line.slot) > ($11::date, $12::uuid, $13::text))
       ORDER BY line.happened_on, line.person_id, line.slot LIMIT $14`,
      [
        unionId,
        year,
        month,
        lastDay,
        from,
        to,
        ofYear.from,
        ofYear.to,
        state ?? null,
        personId ?? null,
        on,
        afterId,
        slot,
        rowsFor(limit),
        told,
      ],
    );
  }

  /** Two who say the opposite of what waits for one union wait for each other, until the commit; there is no row of it to lock. */
  async lockTold(tx: Transaction, unionId: string): Promise<void> {
    await tx.sql.query(
      `SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.occasion_told/' || $1, 0))`,
      [unionId],
    );
  }

  /** Who has told a union something for which nothing was done yet. */
  async waitingTellers(tx: Transaction, unionId: string, limit: number): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT DISTINCT person_id AS "personId" FROM occasion WHERE told_to = $1 AND state = 'told'
       ORDER BY person_id LIMIT $2`,
      [unionId, limit],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Has what these people told wait for the union to which they belong now. @returns the unions of which something changes */
  async followMembers(tx: Transaction, personIds: readonly string[]): Promise<string[]> {
    const rows: { unionId: string }[] = await tx.sql.query(
      `WITH moved AS (
         SELECT o.id, o.told_to AS before, d.union_id AS after
         FROM occasion o JOIN occasion_day d ON d.person_id = o.person_id
         WHERE o.person_id = ANY($1) AND o.source = 'told' AND o.told_to IS DISTINCT FROM d.union_id
         ORDER BY o.id FOR UPDATE OF o
       ), written AS (
         UPDATE occasion o SET told_to = moved.after FROM moved WHERE o.id = moved.id RETURNING moved.before, moved.after
       )
       SELECT DISTINCT u.id AS "unionId" FROM written, unnest(ARRAY[written.before, written.after]) AS u(id)
       WHERE u.id IS NOT NULL`,
      [[...personIds]],
    );
    return rows.map(({ unionId }) => unionId);
  }

  /** What somebody has told and nobody has taken up. @returns the unions for which it waited */
  async removeWaiting(tx: Transaction, personId: string): Promise<string[]> {
    const [rows] = (await tx.sql.query(
      `DELETE FROM occasion
       WHERE person_id IN (SELECT unnest(person_ids($1))) AND state = 'told' RETURNING told_to AS "unionId"`,
      [personId],
    )) as [{ unionId: string | null }[], number];
    return rows.flatMap(({ unionId }) => unionId ?? []);
  }

  /** What was opened from the list for these people in the year of a day. */
  visits(tx: Transaction, personIds: readonly string[], day: string): Promise<VisitRecord[]> {
    const { from, to } = yearSpanOf(day);
    return tx.sql.query(
      `SELECT o.id, o.person_id AS "personId", o.source, o.sealed_kind AS "sealedKind",
         o.happened_on::text AS "happenedOn", m.state AS "matterState"
       FROM occasion o JOIN matter m ON m.id = o.matter_id
       WHERE o.person_id = ANY($1) AND o.happened_on >= $2 AND o.happened_on < $3 ORDER BY o.happened_on, o.id`,
      [personIds, from, to],
    );
  }

  /** How many matters of services for such visits these people have brought themselves in the year of a day. */
  async countOwn(tx: Transaction, personIds: readonly string[], day: string): Promise<Map<string, number>> {
    const { from, to } = yearSpanOf(day);
    const rows: { personId: string; count: number }[] = await tx.sql.query(
      `SELECT m.person_id AS "personId", count(*)::int AS count
       FROM matter m JOIN service_edition e ON e.service_id = m.service_id AND e.number = m.edition
       WHERE m.person_id = ANY($1) AND m.source <> 'occasion' AND m.state <> 'withdrawn'
         AND jsonb_typeof(e.definition -> 'occasion') = 'object'
         AND m.sent_at >= ($2::date::timestamp AT TIME ZONE 'Asia/Shanghai')
         AND m.sent_at < ($3::date::timestamp AT TIME ZONE 'Asia/Shanghai')
       GROUP BY m.person_id`,
      [personIds, from, to],
    );
    return new Map(rows.map(({ personId, count }) => [personId, count]));
  }

  /** What a person has told, the newest first. */
  told(tx: Transaction, personId: string, limit: number): Promise<OccasionRow[]> {
    return tx.sql.find(OccasionRow, {
      where: { personId, source: 'told' },
      order: { happenedOn: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  find(tx: Transaction, id: string): Promise<OccasionRow | null> {
    return tx.sql.findOne(OccasionRow, { where: { id } });
  }

  dayOf(tx: Transaction, personId: string): Promise<OccasionDayRow | null> {
    return tx.sql.findOne(OccasionDayRow, { where: { personId } });
  }

  async isAllowed(tx: Transaction, personId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM occasion_choice c WHERE c.person_id IN (SELECT unnest(person_ids($1))) AND NOT c.given`,
      [personId],
    );
    return rows.length === 0;
  }

  async insert(tx: Transaction, row: OccasionRow): Promise<void> {
    await tx.sql.insert(OccasionRow, row);
  }

  async update(
    tx: Transaction,
    { id, ...row }: Partial<OccasionRow> & { readonly id: string },
  ): Promise<void> {
    await tx.sql.update(OccasionRow, { id }, row);
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.sql.delete(OccasionRow, { id });
  }

  /** Of two decisions the later one is true, in whichever order they come. */
  async saveChoice(tx: Transaction, { personId, given, at }: ConsentState): Promise<void> {
    await tx.sql.query(
      `INSERT INTO occasion_choice (person_id, given, at) VALUES ($1, $2, $3)
       ON CONFLICT (person_id) DO UPDATE SET given = excluded.given, at = excluded.at
         WHERE occasion_choice.at < excluded.at`,
      [personId, given, at],
    );
  }
}
