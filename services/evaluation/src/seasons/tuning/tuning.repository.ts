import { Injectable } from '@nestjs/common';
import type { WeighedSystem } from '@gongxiang/contracts/evaluation/scores/score.contract';
import type { ListTuningReportsRequest } from '@gongxiang/contracts/evaluation/seasons/tuning.contract';
import { DomainError } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import type { Season } from './season.model.js';
import { TuningReportRow } from './tuning.entity.js';
import type { SubjectValues } from './tuning.model.js';

/** The earliest of a season, if it had more: each pair of indicators is compared over all of them. */
const subjectsMax = 2_000;

@Injectable()
export class TuningRepository {
  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<TuningReportRow> {
    const row = await tx.sql.findOneBy(TuningReportRow, { id });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  findSame(
    tx: Transaction,
    { indicatorSystemId, inputsHash }: TuningReportRow,
  ): Promise<TuningReportRow | null> {
    return tx.sql.findOneBy(TuningReportRow, { indicatorSystemId, inputsHash });
  }

  /** @returns false where the same was computed from the same before */
  async insert(tx: Transaction, row: TuningReportRow): Promise<boolean> {
    const { raw } = await tx.sql
      .createQueryBuilder()
      .insert()
      .into(TuningReportRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  /** Newest first. */
  list(tx: Transaction, filter: ListTuningReportsRequest): Promise<TuningReportRow[]> {
    const query = tx.sql.createQueryBuilder(TuningReportRow, 'r').orderBy('r.id', 'DESC');
    const { indicatorSystemId } = filter;
    if (indicatorSystemId !== undefined)
      query.andWhere('r.indicatorSystemId = :indicatorSystemId', { indicatorSystemId });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('r.id < :id', { id: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** What the systems of reports are called, by their ids. */
  async systemsOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, WeighedSystem>> {
    const rows: WeighedSystem[] = await tx.sql.query(
      `SELECT id AS "indicatorSystemId", name AS "indicatorSystemName", version_number AS "indicatorSystemVersion"
       FROM indicator_system WHERE id = ANY($1)`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map((row) => [row.indicatorSystemId, row]));
  }

  /** What was scored of a season, an activity by its end, all else by its period: the newest score of each. */
  async subjects(
    tx: Transaction,
    systemIds: readonly string[],
    { from, to }: Season,
  ): Promise<SubjectValues[]> {
    const rows: { values: SubjectValues }[] = await tx.sql.query(
      `SELECT DISTINCT ON (s.subject_kind, s.subject_id) s.inputs->'values' AS values
       FROM score s JOIN weight_version w ON w.id = s.weight_version_id
       LEFT JOIN activity_ref a ON a.id = s.subject_id AND s.subject_kind = 'activity'
       WHERE w.indicator_system_id = ANY($1)
         AND coalesce(s.period_to, (a.ends_at AT TIME ZONE 'Asia/Shanghai')::date) BETWEEN $2::date AND $3::date
       ORDER BY s.subject_kind, s.subject_id, s.id DESC LIMIT ${subjectsMax}`,
      [systemIds, from, to],
    );
    return rows.map(({ values }) => values);
  }

  /** All versions of the series that a system belongs to: an indicator keeps its key from one to the next. */
  async seriesOf(tx: Transaction, seriesId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      'SELECT id FROM indicator_system WHERE series_id = $1 ORDER BY version_number',
      [seriesId],
    );
    return rows.map(({ id }) => id);
  }
}
