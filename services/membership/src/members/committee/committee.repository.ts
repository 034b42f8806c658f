import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  placeholdersIn,
  reachCondition,
  rowsFor,
  selectListOf,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In, IsNull } from 'typeorm';
import { CommitteeElectionRow, CommitteeSeatRow } from './committee.entity.js';

/** An election with its union and the one above. */
export interface ElectionRecord extends CommitteeElectionRow {
  readonly unionName: string;
  readonly unionActive: boolean;
  readonly path: string;
  readonly parentId: string | null;
  readonly abovePath: string | null;
}

export interface SeatRecord extends CommitteeSeatRow {
  /** The committee to which it belongs, whichever election has filled it. */
  readonly committeeId: string;
  /** Sealed under the id of the person. */
  readonly personName: string | null;
  readonly maskedName: string | null;
}

interface Filter {
  readonly open?: boolean;
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class CommitteeRepository {
  async findById(tx: Transaction, id: string): Promise<ElectionRecord | null> {
    const rows: ElectionRecord[] = await tx.sql.query(`${recordSql(tx)} WHERE c.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lockById(tx: Transaction, id: string): Promise<CommitteeElectionRow | null> {
    return tx.sql.findOne(CommitteeElectionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The committee of a kind that is in office, locked. */
  lockInOffice(
    tx: Transaction,
    { unionId, kind }: Pick<CommitteeElectionRow, 'unionId' | 'kind'>,
  ): Promise<CommitteeElectionRow | null> {
    const where = {
      unionId,
      kind,
      state: 'approved',
      committeeId: IsNull(),
      succeededAt: IsNull(),
    } as const;
    return tx.sql.findOne(CommitteeElectionRow, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns false if another one for the committee waits */
  async insert(
    tx: Transaction,
    row: CommitteeElectionRow,
    seats: readonly CommitteeSeatRow[],
  ): Promise<boolean> {
    const inserted = await tx.sql
      .createQueryBuilder()
      .insert()
      .into(CommitteeElectionRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return false;
    await tx.sql.insert(CommitteeSeatRow, [...seats]);
    return true;
  }

  async update(tx: Transaction, row: CommitteeElectionRow): Promise<void> {
    await tx.sql.update(CommitteeElectionRow, { id: row.id }, row);
  }

  /** Newest first, of unions in these subtrees. */
  async list(tx: Transaction, paths: readonly string[], filter: Filter): Promise<ElectionRecord[]> {
    const values: unknown[] = [];
    const at = placeholdersIn(values);
    const isWithin = await reachCondition(tx, subtreesOf(paths), at, 'labour_union');
    const conditions = [isWithin('c.union_id'), 'c.founding_id IS NULL'];
    if (filter.open === true) conditions.push(`c.state = 'waiting'`);
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) conditions.push(`c.id < ${at(cursor[0])}::uuid`);
    const limit = at(rowsFor(filter.limit));
    return tx.sql.query(
      `${recordSql(tx)} WHERE ${conditions.join(' AND ')} ORDER BY c.id DESC LIMIT ${limit}`,
      values,
    );
  }

  /** The committees of a union that are in office, the trade union committee first. */
  listInOffice(tx: Transaction, unionId: string): Promise<ElectionRecord[]> {
    return tx.sql.query(
      `${recordSql(tx)} WHERE c.union_id = $1 AND c.state = 'approved' AND c.committee_id IS NULL
       AND c.succeeded_at IS NULL ORDER BY array_position(ARRAY['union', 'audit', 'women'], c.kind)`,
      [unionId],
    );
  }

  /** What was elected by these elections, in the order of each. */
  seatsOf(tx: Transaction, electionIds: readonly string[]): Promise<SeatRecord[]> {
    return tx.sql.query(`${seatSql(tx)} WHERE s.election_id = ANY($1) ORDER BY s.position, s.id`, [
      electionIds,
    ]);
  }

  /** The seats of these committees as they are held now, or were last held where nobody follows. */
  seatsIn(tx: Transaction, committeeIds: readonly string[]): Promise<SeatRecord[]> {
    return tx.sql.query(
      `${seatSql(tx)} WHERE s.election_id IN (SELECT id FROM committee_election WHERE id = ANY($1)
         UNION ALL SELECT id FROM committee_election WHERE committee_id = ANY($1)) AND s.from_day IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM committee_seat n WHERE n.replaces_id = s.id AND n.from_day IS NOT NULL)
       ORDER BY s.position, s.id`,
      [committeeIds],
    );
  }

  seatsById(tx: Transaction, ids: readonly string[]): Promise<SeatRecord[]> {
    return tx.sql.query(`${seatSql(tx)} WHERE s.id = ANY($1)`, [ids]);
  }

  /** Whoever was elected holds office from a day on. */
  async takeOffice(tx: Transaction, electionId: string, fromDay: string): Promise<void> {
    await tx.sql.update(CommitteeSeatRow, { electionId }, { fromDay });
  }

  /** Ends what is held; a name that is on no record goes with it. */
  async leaveOffice(tx: Transaction, seatIds: readonly string[], day: string): Promise<void> {
    await tx.sql.query(
      `UPDATE committee_seat SET until_day = greatest($2::date, from_day), name = NULL
       WHERE id = ANY($1) AND until_day IS NULL`,
      [seatIds, day],
    );
  }

  /** What a person holds at a union's path and below it, locked in the order of its ids. */
  async heldWithin(tx: Transaction, personId: string, path: string): Promise<CommitteeSeatRow[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT s.id FROM committee_seat s JOIN committee_election e ON e.id = s.election_id
       JOIN labour_union u ON u.id = e.union_id
       WHERE s.person_id = $1 AND s.from_day IS NOT NULL AND s.until_day IS NULL AND starts_with(u.path, $2)
       ORDER BY s.id FOR UPDATE OF s`,
      [personId, path],
    );
    return tx.sql.findBy(CommitteeSeatRow, { id: In(rows.map(({ id }) => id)) });
  }

  /** How many of these people are full members of the union at a path or of one below it. */
  async countElectable(tx: Transaction, personIds: readonly string[], path: string): Promise<number> {
    const [row]: { count: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS count FROM union_membership m JOIN labour_union u ON u.id = m.union_id
       WHERE m.person_id = ANY($1) AND m.state <> 'ended' AND m.standing = 'full' AND starts_with(u.path, $2)`,
      [personIds, path],
    );
    return row?.count ?? 0;
  }
}

function recordSql(tx: Transaction): string {
  return `SELECT ${selectListOf(tx.sql, CommitteeElectionRow, 'c')}, u.name AS "unionName", u.active AS "unionActive",
    u.path, u.parent_id AS "parentId", a.path AS "abovePath"
  FROM committee_election c JOIN labour_union u ON u.id = c.union_id LEFT JOIN labour_union a ON a.id = u.parent_id`;
}

function seatSql(tx: Transaction): string {
  return `SELECT ${selectListOf(tx.sql, CommitteeSeatRow, 's')}, coalesce(e.committee_id, e.id) AS "committeeId",
    p.name AS "personName", p.masked_name AS "maskedName"
  FROM committee_seat s JOIN committee_election e ON e.id = s.election_id LEFT JOIN person p ON p.id = s.person_id`;
}
