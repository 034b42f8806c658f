import { Injectable } from '@nestjs/common';
import type {
  DrawOutReason,
  DrawResult,
  MyDrawEntriesRequest,
  MyDrawEntryView,
} from '@gongxiang/contracts/sharing/seats/draw.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { DrawEntryRow } from './draw.entity.js';

/** What the freeze records about an entry in the list. */
export type DrawnEntry = Pick<DrawEntryRow, 'personId' | 'timesCame'> & {
  readonly poolId: string;
  readonly weight: number;
  readonly number: number;
  readonly place: number;
  readonly turn: number;
  readonly result: DrawResult;
};

/** A row of the published result. */
interface ResultLine {
  readonly number: number;
  readonly result: DrawResult;
}

type Instants = 'startsAt' | 'endsAt' | 'closesAt' | 'enteredAt';

/** A person's own entry, with what they are told of its draw and its activity. */
export type OwnEntry = Omit<MyDrawEntryView, Instants> & Readonly<Record<Instants, Date>>;

@Injectable()
export class DrawEntryRepository {
  find(tx: Transaction, drawId: string, personId: string): Promise<DrawEntryRow | null> {
    // The entry of a merged record is that of the person; their own comes first.
    return tx.sql
      .createQueryBuilder(DrawEntryRow, 'e')
      .where('e.drawId = :drawId AND e.personId = ANY(person_ids(:personId))', { drawId, personId })
      .orderBy("e.state = 'entered'", 'DESC')
      .addOrderBy('e.personId = :personId', 'DESC')
      .limit(1)
      .getOne();
  }

  /** One person's entries in several draws, by draw. */
  async ofPerson(
    tx: Transaction,
    drawIds: readonly string[],
    personId: string,
  ): Promise<Map<string, DrawEntryRow>> {
    const rows = await tx.sql.findBy(DrawEntryRow, { drawId: In([...drawIds]), personId });
    return new Map(rows.map((row) => [row.drawId, row]));
  }

  /** A person's own in all draws, the latest first. */
  async own(tx: Transaction, personId: string, page: MyDrawEntriesRequest): Promise<OwnEntry[]> {
    const cursor = decodeCursor(page.cursor, 2) ?? [null, null];
    return tx.sql.query(
      // A draw of a cancelled activity looks open until its due work runs. A result is shown once it is assigned.
      `SELECT e.draw_id AS "drawId", d.activity_id AS "activityId", a.title AS "activityTitle",
              a.state AS "activityState", a.venue, a.starts_at AS "startsAt", a.ends_at AS "endsAt",
              a.time_zone AS "timeZone",
              CASE WHEN d.state = 'open' AND a.state = 'cancelled' THEN 'cancelled' ELSE d.state END AS "drawState",
              d.closes_at AS "closesAt", e.state, e.heads, e.entered_at AS "enteredAt",
              CASE WHEN d.state = 'drawn' THEN e.place END AS place,
              CASE WHEN d.state = 'drawn' THEN e.result END AS result, e.out_reason AS "outReason"
       FROM draw_entry e JOIN draw d ON d.id = e.draw_id JOIN activity a ON a.id = d.activity_id
       WHERE e.person_id = ANY(person_ids($1))
         AND ($2::timestamptz IS NULL OR (e.entered_at, e.draw_id) < ($2::timestamptz, $3::uuid))
       ORDER BY e.entered_at DESC, e.draw_id DESC LIMIT $4`,
      [personId, cursor[0], cursor[1], rowsFor(page.limit)],
    );
  }

  /** Those of these persons who have ever entered. */
  async ofPersons(
    tx: Transaction,
    drawId: string,
    personIds: readonly string[],
  ): Promise<Map<string, DrawEntryRow>> {
    const rows = await tx.sql.findBy(DrawEntryRow, { drawId, personId: In([...personIds]) });
    return new Map(rows.map((row) => [row.personId, row]));
  }

  /** All current entrants in the order of their tokens: at most 10,000. */
  entered(tx: Transaction, drawId: string): Promise<DrawEntryRow[]> {
    return tx.sql
      .createQueryBuilder(DrawEntryRow, 'e')
      .where({ drawId, state: 'entered' })
      .orderBy(`e.token COLLATE "C"`)
      .getMany();
  }

  /** Entries that are new or were made again after a withdrawal. */
  async save(tx: Transaction, rows: readonly DrawEntryRow[]): Promise<void> {
    if (rows.length === 0) return;
    const column = (of: (row: DrawEntryRow) => unknown): unknown[] => rows.map(of);
    await tx.sql.query(
      `INSERT INTO draw_entry (draw_id, person_id, salt, token, state, heads, sealed_sign_up, entered_at)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::int[], $7::text[], $8::timestamptz[])
       ON CONFLICT (draw_id, person_id) DO UPDATE SET state = excluded.state, heads = excluded.heads,
         sealed_sign_up = excluded.sealed_sign_up, entered_at = excluded.entered_at`,
      [
        column((row) => row.drawId),
        column((row) => row.personId),
        column((row) => row.salt),
        column((row) => row.token),
        column((row) => row.state),
        column((row) => row.heads),
        column((row) => row.sealedSignUp),
        column((row) => row.enteredAt),
      ],
    );
  }

  async withdraw(tx: Transaction, { drawId, personId }: DrawEntryRow): Promise<void> {
    await tx.sql.update(DrawEntryRow, { drawId, personId }, { state: 'withdrawn', sealedSignUp: null });
  }

  /** Saves the drawn result of everybody in the list. */
  async saveDrawn(tx: Transaction, drawId: string, drawn: readonly DrawnEntry[]): Promise<void> {
    const column = (of: (entry: DrawnEntry) => unknown): unknown[] => drawn.map(of);
    await tx.sql.query(
      `UPDATE draw_entry e SET pool_id = d.pool_id, weight = d.weight, times_came = d.times_came, number = d.number,
         place = d.place, turn = d.turn, result = d.result
       FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::text[])
         AS d(person_id, pool_id, weight, times_came, number, place, turn, result)
       WHERE e.draw_id = $1 AND e.person_id = d.person_id`,
      [
        drawId,
        column((entry) => entry.personId),
        column((entry) => entry.poolId),
        column((entry) => entry.weight),
        column((entry) => entry.timesCame),
        column((entry) => entry.number),
        column((entry) => entry.place),
        column((entry) => entry.turn),
        column((entry) => entry.result),
      ],
    );
  }

  /** Excludes entries that are no longer valid and deletes what the entrants filled in. */
  async putOut(
    tx: Transaction,
    drawId: string,
    personIds: readonly string[],
    outReason: DrawOutReason,
  ): Promise<void> {
    if (personIds.length === 0) return;
    await tx.sql.update(
      DrawEntryRow,
      { drawId, personId: In([...personIds]) },
      { state: 'out', outReason, sealedSignUp: null },
    );
  }

  /** Deletes what the entrants filled in: their registrations hold it by now, or it is no longer needed. */
  async forgetSignUps(tx: Transaction, drawId: string, personIds: readonly string[] | null): Promise<void> {
    const whose = personIds === null ? {} : { personId: In([...personIds]) };
    await tx.sql.update(
      DrawEntryRow,
      { drawId, sealedSignUp: Not(IsNull()), ...whose },
      { sealedSignUp: null },
    );
  }

  /** The next entries whose results are due to be assigned. */
  nextTurns(tx: Transaction, drawId: string, after: number, limit: number): Promise<DrawEntryRow[]> {
    return tx.sql.find(DrawEntryRow, {
      where: { drawId, turn: MoreThan(after) },
      order: { turn: 'ASC' },
      take: limit,
    });
  }

  /** Everybody who ever entered, in id order, one page at a time. */
  async personsAfter(
    tx: Transaction,
    drawId: string,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT person_id AS "personId" FROM draw_entry
       WHERE draw_id = $1 AND ($2::uuid IS NULL OR person_id > $2) ORDER BY person_id LIMIT $3`,
      [drawId, after, limit],
    );
    return rows.map(({ personId }) => personId);
  }

  /** In the drawn order. */
  results(tx: Transaction, drawId: string): Promise<ResultLine[]> {
    return tx.sql.query(
      'SELECT number, result FROM draw_entry WHERE draw_id = $1 AND place IS NOT NULL ORDER BY place',
      [drawId],
    );
  }
}
