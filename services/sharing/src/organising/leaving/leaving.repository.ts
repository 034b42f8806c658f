import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { UnionHeads } from './leaving.model.js';

/** A loan by which a host lends to an activity. */
interface LentPlace {
  readonly id: string;
  readonly resourceId: string;
  readonly resourceName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Reads what leaving affects beyond the rows of other features. */
@Injectable()
export class LeavingRepository {
  /** Heads with a seat now, by the union of their person. */
  async headsOf(tx: Transaction, activityId: string): Promise<UnionHeads[]> {
    return tx.sql.query(
      `SELECT u.path AS "unionPath", sum(r.heads)::integer AS heads
       FROM registration r JOIN member_ref m ON m.person_id = r.person_id JOIN union_ref u ON u.id = m.union_id
       WHERE r.activity_id = $1 AND r.state = 'confirmed' GROUP BY u.path`,
      [activityId],
    );
  }

  /** The loan of an activity's place, if this union lends it. */
  async lentBy(tx: Transaction, loanId: string | null, unionId: string): Promise<LentPlace[]> {
    if (loanId === null) return [];
    return tx.sql.query(
      `SELECT l.id, l.resource_id AS "resourceId", s.title AS "resourceName", l.starts_at AS "startsAt",
              l.ends_at AS "endsAt"
       FROM loan l JOIN resource s ON s.id = l.resource_id WHERE l.id = $1 AND l.owner_union_id = $2`,
      [loanId, unionId],
    );
  }
}
