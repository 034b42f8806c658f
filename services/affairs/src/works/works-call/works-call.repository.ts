import { Injectable } from '@nestjs/common';
import type { WorksCallState } from '@gongxiang/contracts/affairs/works/works-call.contract';
import {
  decodeCursor,
  newestWithin,
  placeholdersIn,
  rowsFor,
  subtreesOf,
  titlePatternsOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In } from 'typeorm';
import { withUnions, type WithUnion } from '../../reference/with-unions.js';
import { WorksBallotRow, WorksCallRow, WorksJurorRow } from './works-call.entity.js';

/** A call with the union that makes it. */
export type WorksCallRecord = WithUnion<WorksCallRow>;

/** Somebody on the jury, with their masked name. */
export interface Juror {
  readonly id: string;
  readonly personId: string;
  readonly maskedName: string;
}

interface PageFilter {
  readonly q?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class WorksCallRepository {
  async find(tx: Transaction, id: string): Promise<WorksCallRecord | null> {
    const [record] = await this.byIds(tx, [id]);
    return record ?? null;
  }

  lock(tx: Transaction, id: string): Promise<WorksCallRow | null> {
    return tx.sql.findOne(WorksCallRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Stays as it is until the transaction ends; many hold it at once, and whoever changes the call waits for them. */
  hold(tx: Transaction, id: string): Promise<WorksCallRow | null> {
    return tx.sql.findOne(WorksCallRow, { where: { id }, lock: { mode: 'pessimistic_read' } });
  }

  async insert(tx: Transaction, row: WorksCallRow): Promise<void> {
    await tx.sql.insert(WorksCallRow, row);
  }

  async update(tx: Transaction, row: WorksCallRow): Promise<void> {
    await tx.sql.update(WorksCallRow, { id: row.id }, row);
  }

  jurors(tx: Transaction, callId: string): Promise<Juror[]> {
    return tx.sql.query(
      `SELECT j.id, j.person_id AS "personId", m.masked_name AS "maskedName"
       FROM works_juror j JOIN member_ref m ON m.person_id = j.person_id
       WHERE j.call_id = $1 ORDER BY m.masked_name, j.id`,
      [callId],
    );
  }

  async jurorOf(tx: Transaction, callId: string, personId: string): Promise<WorksJurorRow | null> {
    return tx.sql.findOne(WorksJurorRow, { where: { callId, personId } });
  }

  async addJurors(tx: Transaction, rows: readonly WorksJurorRow[]): Promise<void> {
    await tx.sql.insert(WorksJurorRow, [...rows]);
  }

  async removeJurors(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.sql.delete(WorksJurorRow, { id: In([...ids]) });
  }

  /** Which of some people are members and have sent no work that stands. */
  async fitAsJurors(tx: Transaction, callId: string, personIds: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT m.person_id AS id FROM member_ref m
       WHERE m.person_id = ANY($2::uuid[]) AND m.state = 'active' AND NOT EXISTS (
         SELECT FROM work w WHERE w.call_id = $1 AND w.state <> 'withdrawn'
           AND w.person_id IN (SELECT unnest(person_ids(m.person_id))))`,
      [callId, [...personIds]],
    );
    return rows.map(({ id }) => id);
  }

  /** Jurors who have not scored all works that take part. */
  async unfinishedJurors(tx: Transaction, callId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT j.person_id AS id FROM works_juror j
       WHERE j.call_id = $1 AND EXISTS (
         SELECT FROM work w WHERE w.call_id = $1 AND w.state = 'admitted' AND NOT EXISTS (
           SELECT FROM work_score s WHERE s.work_id = w.id AND s.juror_id = j.id))
       ORDER BY j.person_id`,
      [callId],
    );
    return rows.map(({ id }) => id);
  }

  /** One act for each person and call: of several at once the last one stands. */
  async putBallot(tx: Transaction, row: WorksBallotRow): Promise<void> {
    await tx.sql.upsert(WorksBallotRow, row, ['callId', 'personId']);
  }

  /** @param personIds all ids of one person */
  async ballotOf(tx: Transaction, callId: string, personIds: readonly string[]): Promise<string[]> {
    const row = await tx.sql.findOne(WorksBallotRow, {
      where: { callId, personId: In([...personIds]) },
      order: { castAt: 'DESC' },
    });
    return row?.workIds ?? [];
  }

  /** Votes by work, and how many people have cast them. Of two records of one person the later act counts. */
  async tally(
    tx: Transaction,
    callId: string,
  ): Promise<{ readonly voters: number; readonly votes: ReadonlyMap<string, number> }> {
    const rows: { workId: string | null; votes: number; voters: number }[] = await tx.sql.query(
      `WITH act AS (
         SELECT DISTINCT ON (coalesce(a.into_id, b.person_id)) b.work_ids
         FROM works_ballot b LEFT JOIN person_alias a ON a.from_id = b.person_id
         WHERE b.call_id = $1
         ORDER BY coalesce(a.into_id, b.person_id), b.cast_at DESC, b.person_id
       ), cast_act AS (SELECT work_ids FROM act WHERE cardinality(work_ids) > 0)
       SELECT chosen.id AS "workId", count(*)::int AS votes, (SELECT count(*)::int FROM cast_act) AS voters
       FROM cast_act CROSS JOIN LATERAL unnest(work_ids) AS chosen(id) GROUP BY chosen.id`,
      [callId],
    );
    const votes = new Map(
      rows.flatMap(({ workId, votes: count }) => (workId === null ? [] : [[workId, count] as const])),
    );
    return { voters: rows[0]?.voters ?? 0, votes };
  }

  /** Calls for some audiences that were published, the newest first. */
  async shownTo(tx: Transaction, keys: readonly string[], filter: PageFilter): Promise<WorksCallRecord[]> {
    const values: unknown[] = [];
    const bind = placeholdersIn(values);
    const conditions = [`c.state NOT IN ('draft', 'cancelled')`];
    if (filter.q !== undefined) {
      const { contained, typed } = titlePatternsOf(filter.q);
      conditions.push(`(c.title ILIKE ${bind(contained)} OR c.pinyin LIKE ${bind(typed)})`);
    }
    const before = decodeCursor(filter.cursor, 1)?.[0];
    if (before != null) conditions.push(`c.id < ${bind(before)}::uuid`);
    const limit = bind(rowsFor(filter.limit));
    // A walk of each audience's own index, as with bulletins.
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT found.id FROM unnest(${bind([...keys])}::text[]) AS own(key) CROSS JOIN LATERAL (
         SELECT c.id FROM works_call c WHERE c.audience_key = own.key AND ${conditions.join(' AND ')}
         ORDER BY c.id DESC LIMIT ${limit}) AS found
       ORDER BY found.id DESC LIMIT ${limit}`,
      values,
    );
    return this.byIds(
      tx,
      rows.map(({ id }) => id),
    );
  }

  /** Those of the unions in some subtrees, the newest first. */
  async ofUnions(
    tx: Transaction,
    filter: PageFilter & { readonly paths: readonly string[]; readonly state: WorksCallState },
  ): Promise<WorksCallRecord[]> {
    const query = tx.sql
      .createQueryBuilder(WorksCallRow, 'c')
      .where('c.state = :state', { state: filter.state })
      .orderBy('c.id', 'DESC')
      .limit(rowsFor(filter.limit));
    if (filter.q !== undefined)
      query.andWhere('(c.title ILIKE :contained OR c.pinyin LIKE :typed)', titlePatternsOf(filter.q));
    const before = decodeCursor(filter.cursor, 1)?.[0];
    if (before != null) query.andWhere('c.id < :before', { before });
    const rows = await newestWithin(tx, query, subtreesOf(filter.paths), (union) => `c.union_id = ${union}`);
    return withUnions(tx, rows);
  }

  /** Those on whose jury somebody is, the newest first. */
  async judgedBy(
    tx: Transaction,
    personId: string,
    { cursor, limit }: PageFilter,
  ): Promise<WorksCallRecord[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT j.call_id AS id FROM works_juror j
       WHERE j.person_id = $1 AND ($2::uuid IS NULL OR j.call_id < $2::uuid)
       ORDER BY j.call_id DESC LIMIT $3`,
      [personId, decodeCursor(cursor, 1)?.[0] ?? null, rowsFor(limit)],
    );
    return this.byIds(
      tx,
      rows.map(({ id }) => id),
    );
  }

  /** In the order of the ids. */
  async byIds(tx: Transaction, ids: readonly string[]): Promise<WorksCallRecord[]> {
    if (ids.length === 0) return [];
    const records = await withUnions(tx, await tx.sql.find(WorksCallRow, { where: { id: In([...ids]) } }));
    return ids.flatMap((id) => records.filter((record) => record.id === id));
  }
}
