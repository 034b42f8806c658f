import { Injectable } from '@nestjs/common';
import { beyondSubtree } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { openStates as openFoundingStates } from '../../joining/founding/founding.model.js';
import type { MovedCounts } from './union-move.model.js';

/** A union above, with the roles that are held there. */
interface UnionAbove {
  readonly path: string;
  readonly unionId: string;
  readonly unionName: string;
  readonly offices: number;
}

@Injectable()
export class UnionMoveRepository {
  /** What there is of the union at a path and of those below it, and what is not decided there. */
  async count(tx: Transaction, path: string): Promise<MovedCounts> {
    const rows: MovedCounts[] = await tx.sql.query(
      `WITH moved AS MATERIALIZED (SELECT id, active FROM labour_union WHERE path >= $1 AND path < $2)
       SELECT
         (SELECT count(*)::int FROM moved WHERE active) AS unions,
         (SELECT count(*)::int FROM union_membership m JOIN moved u ON u.id = m.union_id WHERE m.state <> 'ended') AS members,
         (SELECT count(*)::int FROM role_grant g JOIN moved u ON u.id = g.union_id WHERE g.revoked_at IS NULL) AS offices,
         (SELECT count(*)::int FROM organisation o JOIN moved u ON u.id = o.union_id
          WHERE o.kind = 'club' AND o.active) AS clubs,
         (SELECT count(*)::int FROM organisation o JOIN moved u ON u.id = o.union_id
          WHERE o.kind = 'organisation' AND o.active) AS organisations,
         (SELECT count(*)::int FROM union_group g JOIN moved u ON u.id = g.union_id WHERE g.active) AS groups,
         (SELECT count(*)::int FROM application a JOIN moved u ON u.id = a.union_id WHERE a.state = 'waiting') AS applications,
         (SELECT count(*)::int FROM union_founding f JOIN moved u ON u.id = f.parent_id WHERE f.state = ANY($3)) AS foundings,
         (SELECT count(*)::int FROM membership_transfer t WHERE t.state IN ('asked', 'disputed')
          AND (t.from_union_id IN (SELECT id FROM moved) OR t.to_union_id IN (SELECT id FROM moved))) AS transfers,
         (SELECT count(*)::int FROM union_transfer t WHERE t.state = 'waiting'
          AND (t.from_union_id IN (SELECT id FROM moved) OR t.to_union_id IN (SELECT id FROM moved))) AS "unionTransfers",
         (SELECT count(*)::int FROM union_closing c JOIN moved u ON u.id = c.union_id WHERE c.state = 'waiting') AS closings,
         (SELECT count(*)::int FROM pending_change c JOIN moved u ON u.id = c.union_id WHERE c.state = 'waiting') AS changes,
         (SELECT count(*)::int FROM correction c JOIN moved u ON u.id = c.union_id WHERE c.state = 'waiting') AS corrections`,
      [path, beyondSubtree(path), openFoundingStates],
    );
    const [counts] = rows;
    if (counts === undefined) throw new Error('a count has a row');
    return counts;
  }

  /** The unions at these paths, in their order. */
  async unionsAt(tx: Transaction, paths: readonly string[]): Promise<UnionAbove[]> {
    return tx.sql.query(
      `SELECT u.path, u.id AS "unionId", u.name AS "unionName",
         (SELECT count(*)::int FROM role_grant g WHERE g.union_id = u.id AND g.revoked_at IS NULL) AS offices
       FROM unnest($1::text[]) WITH ORDINALITY AS p(path, place) JOIN labour_union u ON u.path = p.path ORDER BY p.place`,
      [paths],
    );
  }
}
