import { Injectable } from '@nestjs/common';
import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import type { Transaction } from '@gongxiang/persistence';
import { momentsOf } from './subject-scope.model.js';

/** All subjects of one kind below a union that were active within some days. */
export interface SubjectsBelow {
  readonly kind: ScoreSubjectKind;
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** Selects distinct ids; the parameters are the path and the two instants. Resources are found by their loans. */
const idsOf: Readonly<Record<ScoreSubjectKind, string>> = {
  activity: `SELECT a.id FROM activity_ref a JOIN union_ref u ON u.id = a.union_id
    WHERE u.path ^@ $1 AND a.state = 'closed' AND a.ends_at >= $2 AND a.ends_at < $3`,
  club: `SELECT c.id FROM party_ref c JOIN union_ref u ON u.id = c.union_id WHERE c.kind = 'club' AND u.path ^@ $1
    AND EXISTS (SELECT 1 FROM activity_ref a WHERE a.organiser_id = c.id AND a.ends_at >= $2 AND a.ends_at < $3)`,
  union: `SELECT u.id FROM union_ref u WHERE u.path ^@ $1 AND u.active
    AND $2::timestamptz < $3::timestamptz`,
  resource: `SELECT DISTINCT l.resource_id AS id FROM loan_ref l JOIN union_ref u ON u.id = l.owner_union_id
    WHERE u.path ^@ $1 AND l.resource_id IS NOT NULL AND l.ends_at >= $2 AND l.ends_at < $3`,
  brand: `SELECT DISTINCT a.brand_id AS id FROM activity_ref a JOIN union_ref u ON u.id = a.union_id
    WHERE u.path ^@ $1 AND a.brand_id IS NOT NULL AND a.state = 'closed' AND a.ends_at >= $2 AND a.ends_at < $3`,
};

/** Iterates over all subjects of a kind in id order. */
@Injectable()
export class SubjectList {
  async count(tx: Transaction, below: SubjectsBelow): Promise<number> {
    const rows: { count: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS count FROM (${idsOf[below.kind]}) s`,
      parametersOf(below),
    );
    return rows[0]?.count ?? 0;
  }

  /** Those after an id, at most `limit`. */
  async page(
    tx: Transaction,
    below: SubjectsBelow,
    { afterId, limit }: { readonly afterId: string | null; readonly limit: number },
  ): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT s.id FROM (${idsOf[below.kind]}) s WHERE $4::uuid IS NULL OR s.id > $4 ORDER BY s.id LIMIT $5`,
      [...parametersOf(below), afterId, limit],
    );
    return rows.map(({ id }) => id);
  }
}

function parametersOf(below: SubjectsBelow): unknown[] {
  const { from, to } = momentsOf(below);
  return [below.path, from, to];
}
