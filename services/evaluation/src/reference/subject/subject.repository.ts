import { Injectable } from '@nestjs/common';
import type { ScoreSubject, ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';

/** A subject of scoring, from the local copies. */
export interface KnownSubject {
  readonly id: string;
  readonly name: string;
  /** The union behind it, whose evaluators score it. */
  readonly unionId: string;
  /** Null until the copy of that union has arrived. */
  readonly unionPath: string | null;
}

/**
 * Queries by ids, for each kind. A resource has the title of its latest loan. A brand has the title of its latest
 * edition and belongs to the host of its first known edition, the founder.
 */
const readsOf: Readonly<Record<ScoreSubjectKind, string>> = {
  activity: `SELECT id, title AS name, union_id AS "unionId" FROM activity_ref WHERE id = ANY($1)`,
  club: `SELECT id, name, union_id AS "unionId" FROM party_ref
     WHERE kind = 'club' AND id = ANY($1) AND union_id IS NOT NULL`,
  union: `SELECT id, name, id AS "unionId" FROM union_ref WHERE id = ANY($1)`,
  resource: `SELECT DISTINCT ON (resource_id) resource_id AS id, title AS name, owner_union_id AS "unionId"
    FROM loan_ref WHERE resource_id = ANY($1) AND owner_union_id IS NOT NULL
    AND title IS NOT NULL ORDER BY resource_id, ends_at DESC, id`,
  brand: `SELECT brand_id AS id, (array_agg(brand_name ORDER BY ends_at DESC, id))[1] AS name,
      (array_agg(union_id ORDER BY brand_edition, ends_at, id))[1] AS "unionId"
    FROM activity_ref WHERE brand_id = ANY($1) GROUP BY brand_id`,
};

/** Reads subjects that may be scored. */
@Injectable()
export class SubjectRepository {
  /** The known subjects among these, by id. */
  async known(
    tx: Transaction,
    kind: ScoreSubjectKind,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, KnownSubject>> {
    if (ids.length === 0) return new Map();
    const rows: KnownSubject[] = await tx.sql.query(
      `SELECT k.*, u.path AS "unionPath" FROM (${readsOf[kind]}) k LEFT JOIN union_ref u ON u.id = k."unionId"`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** @throws DomainError `REFERENCE_PENDING` if its copy or that of its union has not arrived */
  async find(
    tx: Transaction,
    { kind, id }: ScoreSubject,
    pointer: string,
  ): Promise<KnownSubject & { readonly unionPath: string }> {
    const found = (await this.known(tx, kind, [id])).get(id);
    if (found === undefined || found.unionPath === null)
      throw new DomainError('REFERENCE_PENDING', { pointer, retryAfterSeconds: 1 });
    return { ...found, unionPath: found.unionPath };
  }

  /** The names of subjects of any kinds, by id, with one query per kind. */
  async namesOf(tx: Transaction, subjects: readonly ScoreSubject[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (const kind of new Set(subjects.map((subject) => subject.kind))) {
      const ids = subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
      for (const { id, name } of (await this.known(tx, kind, ids)).values()) names.set(id, name);
    }
    return names;
  }
}
