import { Injectable } from '@nestjs/common';
import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import type { ListFiguresRequest } from '@gongxiang/contracts/evaluation/scores/figure.contract';
import { endsOf, isUuid } from '@gongxiang/domain';
import {
  decodeCursor,
  placeholdersIn,
  reachCondition,
  rowsFor,
  type Transaction,
} from '@gongxiang/persistence';
import type { StoredFigure } from './figure-choice.model.js';
import { FigureImportRow, FigureRow } from './figure.entity.js';

export interface ListedFigure extends FigureRow {
  readonly fileName: string;
  readonly fileHash: string;
  readonly importedAt: Date;
  readonly superseded: boolean;
}

/** What subjects of each kind are called: by the same copies as scores read them from. */
const namedBy: Readonly<Record<ScoreSubjectKind, string>> = {
  activity: 'SELECT DISTINCT id, title AS name FROM activity_ref WHERE title = ANY($1)',
  club: `SELECT DISTINCT id, name FROM party_ref WHERE kind = 'club' AND name = ANY($1) AND active`,
  union: 'SELECT DISTINCT id, name FROM union_ref WHERE name = ANY($1) AND active',
  resource: 'SELECT DISTINCT resource_id AS id, title AS name FROM loan_ref WHERE title = ANY($1)',
  brand: 'SELECT DISTINCT brand_id AS id, brand_name AS name FROM activity_ref WHERE brand_name = ANY($1)',
};

@Injectable()
export class FigureRepository {
  /** The ids of subjects of one kind, by what they are called in a file: their whole name, or their id itself. */
  async idsByName(
    tx: Transaction,
    kind: ScoreSubjectKind,
    names: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const ids = new Map<string, string[]>();
    const called = names.filter((name) => !isUuid(name));
    for (const name of names) if (isUuid(name)) ids.set(name, [name.toLowerCase()]);
    if (called.length === 0) return ids;
    const rows: { id: string; name: string }[] = await tx.sql.query(namedBy[kind], [[...new Set(called)]]);
    for (const { id, name } of rows) ids.set(name, [...(ids.get(name) ?? []), id]);
    return ids;
  }

  /** All figures of these subjects by these names, in no order. */
  ofSubjects(
    tx: Transaction,
    kind: ScoreSubjectKind,
    { ids, names }: { readonly ids: readonly string[]; readonly names: readonly string[] },
  ): Promise<(StoredFigure & { readonly subjectId: string })[]> {
    return tx.sql.query(
      `SELECT DISTINCT ON (subject_id, name, period_from, period_to) id, subject_id AS "subjectId", name,
         period_from::text AS "periodFrom", period_to::text AS "periodTo", value
       FROM figure WHERE subject_kind = $1 AND subject_id = ANY($2) AND name = ANY($3)
       ORDER BY subject_id, name, period_from, period_to, id DESC`,
      [kind, [...ids], [...names]],
    );
  }

  async insert(tx: Transaction, file: FigureImportRow, figures: readonly FigureRow[]): Promise<void> {
    await tx.sql.insert(FigureImportRow, file);
    await tx.sql.query(
      `INSERT INTO figure SELECT * FROM jsonb_to_recordset($1) AS f(id uuid, import_id uuid, union_id uuid,
         row_number integer, subject_kind text, subject_id uuid, name text, period_from date, period_to date,
         value double precision, source text)`,
      [
        JSON.stringify(
          figures.map((one) => ({
            id: one.id,
            import_id: one.importId,
            union_id: one.unionId,
            row_number: one.rowNumber,
            subject_kind: one.subjectKind,
            subject_id: one.subjectId,
            name: one.name,
            period_from: one.periodFrom,
            period_to: one.periodTo,
            value: one.value,
            source: one.source,
          })),
        ),
      ],
    );
  }

  /** Newest first, of the unions below these paths. */
  async list(tx: Transaction, filter: ListFiguresRequest, paths: readonly string[]): Promise<ListedFigure[]> {
    const { subjectKind = null, subjectId = null, q = null } = filter;
    const cursor = decodeCursor(filter.cursor, 1);
    const values: unknown[] = [subjectKind, subjectId, q, cursor?.[0] ?? null, rowsFor(filter.limit)];
    const reach = { starts: paths, ends: endsOf(paths, {}) };
    const isWithin = await reachCondition(tx, reach, placeholdersIn(values));
    return tx.sql.query(
      `SELECT f.id, f.import_id AS "importId", f.union_id AS "unionId", f.row_number AS "rowNumber",
         f.subject_kind AS "subjectKind", f.subject_id AS "subjectId", f.name,
         f.period_from::text AS "periodFrom", f.period_to::text AS "periodTo", f.value, f.source,
         i.file_name AS "fileName", i.file_hash AS "fileHash", i.created_at AS "importedAt",
         EXISTS (SELECT 1 FROM figure n WHERE n.subject_kind = f.subject_kind AND n.subject_id = f.subject_id
           AND n.name = f.name AND n.period_from = f.period_from AND n.period_to = f.period_to AND n.id > f.id)
           AS superseded
       FROM figure f JOIN figure_import i ON i.id = f.import_id
       WHERE ${isWithin('f.union_id')}
         AND ($1::text IS NULL OR f.subject_kind = $1) AND ($2::uuid IS NULL OR f.subject_id = $2)
         AND ($3::text IS NULL OR strpos(lower(f.name), lower($3)) > 0) AND ($4::uuid IS NULL OR f.id < $4)
       ORDER BY f.id DESC LIMIT $5`,
      values,
    );
  }
}
