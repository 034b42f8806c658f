import { Injectable } from '@nestjs/common';
import type { WorkState } from '@gongxiang/contracts/affairs/works/work.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In, Not } from 'typeorm';
import type { JudgedWork, WorkResult } from '../works-call/result.model.js';
import { WorkFileRow, WorkRow, WorkScoreRow } from './work.entity.js';

interface PageFilter {
  readonly cursor?: string;
  readonly limit?: number;
}

/** Whose works are, as officers see it. */
export interface WorkAuthor {
  readonly personId: string;
  readonly maskedName: string;
  readonly unionName: string | null;
}

@Injectable()
export class WorkRepository {
  find(tx: Transaction, id: string): Promise<WorkRow | null> {
    return tx.sql.findOne(WorkRow, { where: { id } });
  }

  async insert(tx: Transaction, row: WorkRow): Promise<void> {
    await tx.sql.insert(WorkRow, row);
  }

  async update(tx: Transaction, row: WorkRow): Promise<void> {
    await tx.sql.update(WorkRow, { id: row.id }, row);
  }

  /** Works of a call that stand; those of one person alone where it is said. The call has to be locked. */
  count(tx: Transaction, callId: string, personIds?: readonly string[]): Promise<number> {
    const where = { callId, state: In(['sent', 'admitted']) };
    return tx.sql.count(WorkRow, {
      where: personIds === undefined ? where : { ...where, personId: In([...personIds]) },
    });
  }

  countIn(tx: Transaction, callId: string, state: WorkState): Promise<number> {
    return tx.sql.count(WorkRow, { where: { callId, state } });
  }

  /** Whose works wait to be looked at: two people at most, as more are not asked for. */
  async undecidedAuthors(tx: Transaction, callId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT DISTINCT person_id AS id FROM work WHERE call_id = $1 AND state = 'sent' LIMIT 2`,
      [callId],
    );
    return rows.map(({ id }) => id);
  }

  /** How many of some works take part in a call and are of other people. */
  votable(
    tx: Transaction,
    callId: string,
    { workIds, personIds }: { readonly workIds: readonly string[]; readonly personIds: readonly string[] },
  ): Promise<number> {
    return tx.sql.count(WorkRow, {
      where: { callId, state: 'admitted', id: In([...workIds]), personId: Not(In([...personIds])) },
    });
  }

  /** Of a call, the newest first; a gallery has them by place. */
  ofCall(
    tx: Transaction,
    callId: string,
    {
      state,
      isGallery,
      cursor,
      limit,
    }: PageFilter & { readonly state?: WorkState; readonly isGallery: boolean },
  ): Promise<WorkRow[]> {
    const query = tx.sql
      .createQueryBuilder(WorkRow, 'w')
      .where('w.callId = :callId', { callId })
      .limit(rowsFor(limit));
    if (state !== undefined) query.andWhere('w.state = :state', { state });
    const [place, id] = decodeCursor(cursor, 2) ?? [null, null];
    if (isGallery) {
      query.orderBy('w.place', 'ASC').addOrderBy('w.id', 'ASC');
      if (id !== null) query.andWhere('(w.place, w.id) > (:place::int, :id::uuid)', { place, id });
    } else {
      query.orderBy('w.id', 'DESC');
      if (id !== null) query.andWhere('w.id < :id', { id });
    }
    return query.getMany();
  }

  ofPerson(tx: Transaction, personId: string, { cursor, limit }: PageFilter): Promise<WorkRow[]> {
    const query = tx.sql
      .createQueryBuilder(WorkRow, 'w')
      .where('w.personId = :personId', { personId })
      .orderBy('w.id', 'DESC')
      .limit(rowsFor(limit));
    const before = decodeCursor(cursor, 1)?.[0];
    if (before != null) query.andWhere('w.id < :before', { before });
    return query.getMany();
  }

  /** Everybody with a work that stands. */
  async authors(tx: Transaction, callId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT DISTINCT person_id AS id FROM work WHERE call_id = $1 AND state IN ('sent', 'admitted')`,
      [callId],
    );
    return rows.map(({ id }) => id);
  }

  authorsOf(tx: Transaction, personIds: readonly string[]): Promise<WorkAuthor[]> {
    return tx.sql.query(
      `SELECT m.person_id AS "personId", m.masked_name AS "maskedName", u.name AS "unionName"
       FROM member_ref m LEFT JOIN union_ref u ON u.id = m.union_id AND m.state = 'active'
       WHERE m.person_id = ANY($1::uuid[])`,
      [[...personIds]],
    );
  }

  /** Works that take part with all their scores; votes are counted apart. */
  judged(
    tx: Transaction,
    callId: string,
  ): Promise<(Omit<JudgedWork, 'votes'> & { readonly title: string })[]> {
    return tx.sql.query(
      `SELECT w.id AS "workId", w.title, ARRAY(
         SELECT to_jsonb(s.points) FROM work_score s WHERE s.work_id = w.id ORDER BY s.juror_id) AS scores
       FROM work w WHERE w.call_id = $1 AND w.state = 'admitted' ORDER BY w.id`,
      [callId],
    );
  }

  /** The result as it stands from now on. */
  async award(tx: Transaction, results: readonly WorkResult[]): Promise<void> {
    await tx.sql.query(
      `UPDATE work w SET version = w.version + 1, jury_score = r."juryScore", votes = r.votes, score = r.score,
         place = r.place, award = r.award
       FROM jsonb_to_recordset($1::jsonb)
         AS r("workId" uuid, "juryScore" int, votes int, score int, place int, award text)
       WHERE w.id = r."workId"`,
      [JSON.stringify(results)],
    );
  }

  awarded(tx: Transaction, callId: string): Promise<WorkRow[]> {
    return tx.sql.find(WorkRow, { where: { callId, state: 'admitted' }, order: { place: 'ASC', id: 'ASC' } });
  }

  /** What one juror has given, by work. */
  async scoresBy(
    tx: Transaction,
    jurorId: string | null,
    workIds: readonly string[],
  ): Promise<ReadonlyMap<string, number[]>> {
    if (jurorId === null || workIds.length === 0) return new Map();
    const rows = await tx.sql.find(WorkScoreRow, { where: { jurorId, workId: In([...workIds]) } });
    return new Map(rows.map(({ workId, points }) => [workId, points]));
  }

  async putScore(tx: Transaction, row: WorkScoreRow): Promise<void> {
    await tx.sql.upsert(WorkScoreRow, row, ['workId', 'jurorId']);
  }

  files(tx: Transaction, workId: string): Promise<WorkFileRow[]> {
    return tx.sql.find(WorkFileRow, { where: { workId }, order: { addedAt: 'ASC', id: 'ASC' } });
  }

  /** Of each of some works the first file with a preview, by work. */
  async covers(tx: Transaction, workIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (workIds.length === 0) return new Map();
    const rows: { workId: string; id: string }[] = await tx.sql.query(
      `SELECT DISTINCT ON (work_id) work_id AS "workId", id FROM work_file
       WHERE work_id = ANY($1::uuid[]) AND sealed_preview_opening IS NOT NULL ORDER BY work_id, added_at, id`,
      [[...workIds]],
    );
    return new Map(rows.map(({ workId, id }) => [workId, id]));
  }

  findFile(tx: Transaction, workId: string, id: string): Promise<WorkFileRow | null> {
    return tx.sql.findOne(WorkFileRow, { where: { workId, id } });
  }

  async hasFileOf(tx: Transaction, workId: string, sourceKey: string): Promise<boolean> {
    return tx.sql.exists(WorkFileRow, { where: { workId, sourceKey } });
  }

  async insertFile(tx: Transaction, row: WorkFileRow): Promise<void> {
    await tx.sql.insert(WorkFileRow, row);
  }

  async removeFiles(tx: Transaction, workId: string): Promise<void> {
    await tx.sql.delete(WorkFileRow, { workId });
  }

  /** Of all works of a person, with their previews. */
  async filesOfPerson(tx: Transaction, personId: string): Promise<string[]> {
    const rows: { key: string }[] = await tx.sql.query(
      `SELECT k.key FROM work_file f JOIN work w ON w.id = f.work_id
         CROSS JOIN LATERAL (VALUES (f.file_key), (f.preview_key)) AS k (key)
       WHERE w.person_id IN (SELECT unnest(person_ids($1))) AND k.key IS NOT NULL`,
      [personId],
    );
    return rows.map(({ key }) => key);
  }
}
