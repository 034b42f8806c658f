import { Injectable } from '@nestjs/common';
import type { AssignmentScope } from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import { beyondSubtree } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ChosenUnions } from './audience.model.js';

/** At which union something is given, and to which of those below. */
interface Audience extends ChosenUnions {
  readonly path: string;
  readonly scope: AssignmentScope;
}

/** Open unions below another one. */
@Injectable()
export class AudienceRepository {
  /** To which an assignment goes, in the order of the tree; of those that were chosen, the ones that lie below. */
  async unionsBelow(tx: Transaction, audience: Audience, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(`SELECT u.id ${fromBelow} ORDER BY u.path LIMIT $6`, [
      ...valuesOf(audience),
      limit,
    ]);
    return rows.map(({ id }) => id);
  }

  async count(tx: Transaction, audience: Audience): Promise<number> {
    const rows: { count: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS count ${fromBelow}`,
      valuesOf(audience),
    );
    return rows[0]?.count ?? 0;
  }

  /** Those among some that are open and lie below. */
  below(tx: Transaction, path: string, ids: readonly string[]): Promise<string[]> {
    return this.unionsBelow(tx, { path, scope: 'chosen', unionIds: ids, branchIds: [] }, ids.length + 1);
  }
}

const fromBelow = `FROM union_ref u
  WHERE u.path > $1 AND u.path < $2 AND u.active
    AND ($3 <> 'children' OR length(u.path) - length(replace(u.path, '.', '')) =
      length($1) - length(replace($1, '.', '')) + 1)
    AND ($3 <> 'chosen' OR u.id = ANY($4::uuid[])
      OR EXISTS (SELECT 1 FROM union_ref b WHERE b.id = ANY($5::uuid[]) AND starts_with(u.path, b.path)))`;

function valuesOf({ path, scope, unionIds, branchIds }: Audience): unknown[] {
  return [path, beyondSubtree(path), scope, [...unionIds], [...branchIds]];
}
