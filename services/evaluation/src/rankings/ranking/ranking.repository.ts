import { Injectable } from '@nestjs/common';
import type {
  ListRankingEntriesRequest,
  ListRankingsRequest,
} from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import { DomainError } from '@gongxiang/domain';
import { decodeCursor, escapeLike, rowsFor, type Transaction } from '@gongxiang/persistence';
import { RankingEntryRow, RankingLeftOutRow, RankingRow } from './ranking.entity.js';

/** What has become of a score since it was ranked. */
export interface ScoreNow {
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly revisedScoreId: string | null;
  readonly revisedScore: number | null;
}

/** Rows of one statement: a page of them is a few hundred kilobytes. */
const insertedAtOnce = 2_000;

@Injectable()
export class RankingRepository {
  find(tx: Transaction, id: string): Promise<RankingRow | null> {
    return tx.sql.findOneBy(RankingRow, { id });
  }

  /** The row is the lock of everything about a ranking. */
  lock(tx: Transaction, id: string): Promise<RankingRow | null> {
    return tx.sql.findOne(RankingRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  revisionOf(tx: Transaction, id: string): Promise<RankingRow | null> {
    return tx.sql.findOneBy(RankingRow, { revisionOfId: id });
  }

  /** The last of the revisions that follow a ranking one after the other, each of one that was withdrawn; or itself. */
  async lastRevisionOf(tx: Transaction, id: string): Promise<Pick<RankingRow, 'id' | 'state'> | null> {
    const rows: Pick<RankingRow, 'id' | 'state'>[] = await tx.sql.query(
      `WITH RECURSIVE chain AS (
         SELECT id, state, revision FROM ranking WHERE id = $1
         UNION ALL
         SELECT r.id, r.state, r.revision FROM chain c JOIN ranking r ON r.revision_of_id = c.id
         WHERE c.id = $1 OR c.state = 'withdrawn')
       SELECT id, state FROM chain ORDER BY revision DESC LIMIT 1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async insert(
    tx: Transaction,
    row: RankingRow,
    entries: readonly RankingEntryRow[],
    leftOut: readonly RankingLeftOutRow[],
  ): Promise<void> {
    await tx.sql.insert(RankingRow, row);
    for (const some of chunks(entries)) {
      const rows = some.map((one) => ({ ...one, why: undefined, reasons: one.why }));
      await tx.sql.query(
        `INSERT INTO ranking_entry (ranking_id, place, subject_id, subject_name, union_id, score_id, score_hash, rank,
           group_key, group_rank, score, answers, why)
         SELECT e."rankingId", e.place, e."subjectId", e."subjectName", e."unionId", e."scoreId", e."scoreHash", e.rank,
           e."groupKey", e."groupRank", e.score, e.answers, e.reasons
         FROM jsonb_to_recordset($1) AS e("rankingId" uuid, place integer, "subjectId" uuid, "subjectName" text,
           "unionId" uuid, "scoreId" uuid, "scoreHash" text, rank integer, "groupKey" text, "groupRank" integer,
           score double precision, answers integer, reasons jsonb)`,
        [JSON.stringify(rows)],
      );
    }
    for (const some of chunks(leftOut)) await tx.sql.insert(RankingLeftOutRow, some);
  }

  /** What it found stays; only its life goes on. @throws DomainError `VERSION_STALE` where it was not locked */
  async update(tx: Transaction, before: RankingRow, changes: Partial<RankingRow>): Promise<RankingRow> {
    const row = { ...before, ...changes, version: before.version + 1 };
    const { id, version, state, publishedBy, publishedAt, noticeEndsAt, finalisedAt, reason } = row;
    const saved = { version, state, publishedBy, publishedAt, noticeEndsAt, finalisedAt, reason };
    const { affected } = await tx.sql.update(RankingRow, { id, version: before.version }, saved);
    // A concurrent update has incremented the version.
    if (affected !== 1) throw new DomainError('VERSION_STALE', { params: { version } });
    return row;
  }

  /** The unions behind all that these rankings rank, or leave out; each once. */
  async unionsOf(tx: Transaction, ids: readonly string[]): Promise<string[]> {
    const rows: { unionId: string }[] = await tx.sql.query(
      `SELECT union_id AS "unionId" FROM ranking_entry WHERE ranking_id = ANY($1)
       UNION SELECT union_id FROM ranking_left_out WHERE ranking_id = ANY($1) ORDER BY 1`,
      [ids],
    );
    return rows.map(({ unionId }) => unionId);
  }

  /** Newest first. @param paths the subtrees whose drafts the caller may see */
  list(tx: Transaction, filter: ListRankingsRequest, paths: readonly string[]): Promise<RankingRow[]> {
    const query = tx.sql.createQueryBuilder(RankingRow, 'r').orderBy('r.id', 'DESC');
    query.where(
      `(r.state <> 'draft'
        OR (SELECT u.path FROM union_ref u WHERE u.id = r.union_id) ^@ ANY(CAST(:paths AS text[])))`,
      { paths },
    );
    const { indicatorSystemId, subjectKind, state, q } = filter;
    if (indicatorSystemId !== undefined)
      query.andWhere('r.indicatorSystemId = :indicatorSystemId', { indicatorSystemId });
    if (subjectKind !== undefined) query.andWhere('r.subjectKind = :subjectKind', { subjectKind });
    if (state !== undefined) query.andWhere('r.state = :state', { state });
    if (q !== undefined) query.andWhere('r.title ILIKE :like', { like: `%${escapeLike(q)}%` });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('r.id < :id', { id: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** All of them without their reasons, best first. */
  entries(tx: Transaction, rankingId: string): Promise<Omit<RankingEntryRow, 'why'>[]> {
    return tx.sql.query(
      `SELECT ranking_id AS "rankingId", place, subject_id AS "subjectId", subject_name AS "subjectName",
         union_id AS "unionId", score_id AS "scoreId", score_hash AS "scoreHash", rank, group_key AS "groupKey",
         group_rank AS "groupRank", score, answers
       FROM ranking_entry WHERE ranking_id = $1 ORDER BY place`,
      [rankingId],
    );
  }

  /** Best first; those of one group where one is named. */
  listEntries(tx: Transaction, filter: ListRankingEntriesRequest): Promise<RankingEntryRow[]> {
    const { rankingId, group, q } = filter;
    const query = tx.sql
      .createQueryBuilder(RankingEntryRow, 'e')
      .where('e.rankingId = :rankingId', { rankingId })
      .orderBy('e.place');
    if (group !== undefined) query.andWhere('e.groupKey = :group', { group });
    if (q !== undefined) query.andWhere('e.subjectName ILIKE :like', { like: `%${escapeLike(q)}%` });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('e.place > :place', { place: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** In the order of their ids. */
  listLeftOut(
    tx: Transaction,
    filter: { readonly rankingId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<RankingLeftOutRow[]> {
    const query = tx.sql
      .createQueryBuilder(RankingLeftOutRow, 'l')
      .where('l.rankingId = :rankingId', { rankingId: filter.rankingId })
      .orderBy('l.subjectId');
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('l.subjectId > :id', { id: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** The first ten places, and ten of those left out, of several rankings; one statement each. */
  async headsOf(
    tx: Transaction,
    ids: readonly string[],
    max: number,
  ): Promise<{ readonly entries: RankingEntryRow[]; readonly leftOut: RankingLeftOutRow[] }> {
    const entries = await tx.sql
      .createQueryBuilder(RankingEntryRow, 'e')
      .where('e.rankingId = ANY(:ids) AND e.place <= :max', { ids, max })
      .orderBy('e.rankingId')
      .addOrderBy('e.place')
      .getMany();
    const leftOut: RankingLeftOutRow[] = await tx.sql.query(
      `SELECT l.ranking_id AS "rankingId", l.subject_id AS "subjectId", l.subject_name AS "subjectName",
         l.union_id AS "unionId", l.reason, l.score_id AS "scoreId"
       FROM unnest($1::uuid[]) AS r(id) CROSS JOIN LATERAL
         (SELECT * FROM ranking_left_out WHERE ranking_id = r.id ORDER BY subject_id LIMIT $2) l`,
      [ids, max],
    );
    return { entries, leftOut };
  }

  /** Where something stands, or that it was left out. @returns null where it is not part of the ranking */
  async findSubject(
    tx: Transaction,
    rankingId: string,
    subjectId: string,
  ): Promise<Pick<RankingEntryRow, 'subjectName' | 'unionId'> | null> {
    const entry = await tx.sql.findOneBy(RankingEntryRow, { rankingId, subjectId });
    return entry ?? (await tx.sql.findOneBy(RankingLeftOutRow, { rankingId, subjectId }));
  }

  /** How many appeals wait for a decision, of each of several rankings that has any. */
  async openAppeals(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows: { id: string; count: number }[] = await tx.sql.query(
      `SELECT ranking_id AS id, count(*)::int AS count FROM ranking_appeal
       WHERE ranking_id = ANY($1) AND state = 'open' GROUP BY ranking_id`,
      [ids],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** Which of several rankings rest on a score, or leave something out by one, that has been revised since. */
  async outdatedOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT r.id FROM unnest($1::uuid[]) AS r(id)
       WHERE EXISTS (SELECT 1 FROM ranking_entry e JOIN score s ON s.revises_id = e.score_id WHERE e.ranking_id = r.id)
         OR EXISTS (SELECT 1 FROM ranking_left_out l JOIN score s ON s.revises_id = l.score_id WHERE l.ranking_id = r.id)`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * What else is known of scores that were ranked: their intervals, and the revision that stands now where there is one.
   * A score is revised a few times at most, so each chain is walked.
   */
  async scoresNow(tx: Transaction, scoreIds: readonly string[]): Promise<ReadonlyMap<string, ScoreNow>> {
    const rows: ({ id: string } & ScoreNow)[] = await tx.sql.query(
      `WITH RECURSIVE chain AS (
         SELECT s.id AS ranked, s.id, s.score, 0 AS step FROM score s WHERE s.id = ANY($1)
         UNION ALL
         SELECT c.ranked, s.id, s.score, c.step + 1 FROM chain c JOIN score s ON s.revises_id = c.id),
       newest AS (SELECT DISTINCT ON (ranked) ranked, id, score, step FROM chain ORDER BY ranked, step DESC)
       SELECT s.id, s.detail->'interval' AS interval,
         CASE WHEN n.step > 0 THEN n.id END AS "revisedScoreId",
         CASE WHEN n.step > 0 THEN n.score END AS "revisedScore"
       FROM newest n JOIN score s ON s.id = n.ranked`,
      [[...new Set(scoreIds)]],
    );
    return new Map(rows.map(({ id, ...now }) => [id, now]));
  }

  /** Which of several rankings have been revised, by which. */
  async revisionsOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; revisionId: string }[] = await tx.sql.query(
      `SELECT revision_of_id AS id, id AS "revisionId" FROM ranking WHERE revision_of_id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, revisionId }) => [id, revisionId]));
  }
}

function* chunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += insertedAtOnce)
    yield rows.slice(from, from + insertedAtOnce);
}
