import { Injectable } from '@nestjs/common';
import type { AwaitKind } from '@gongxiang/contracts/notification/notice-kinds';
import { unionsBelowMax } from '@gongxiang/contracts/notification/waiting.contract';
import { beyondSubtree } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { UnionRef } from '../../reference/reference.entity.js';

export interface BelowLine {
  readonly unionId: string;
  readonly unionName: string;
  readonly waiting: number;
  readonly overdue: number;
  readonly overdueSince: Date | null;
}

/** What waits for the officers of the unions in the subtree `$1` to `$2`, each with the union that was asked. */
const asked = `
  SELECT a.id, a.kind, a.due_at, q.path
  FROM union_ref q JOIN await_office o ON o.asked_id = q.id JOIN awaiting a ON a.id = o.await_id
  WHERE q.path >= $1 AND q.path < $2`;

/** Counts of what waits below a union. */
@Injectable()
export class WaitingBelowRepository {
  findUnion(tx: Transaction, id: string): Promise<UnionRef | null> {
    return tx.sql.findOneBy(UnionRef, { id });
  }

  /**
   * By the union directly below, or the union itself: where most is overdue comes first. What one thing asks of several
   * unions of a branch counts once there.
   */
  lines(tx: Transaction, path: string): Promise<BelowLine[]> {
    return tx.sql.query(
      `SELECT u.id AS "unionId", u.name AS "unionName", count(DISTINCT w.id)::int AS waiting,
         (count(DISTINCT w.id) FILTER (WHERE w.due_at <= $3))::int AS overdue,
         min(w.due_at) FILTER (WHERE w.due_at <= $3) AS "overdueSince"
       FROM (SELECT w.*, left(w.path, length($1) + strpos(substr(w.path, length($1) + 1), '.')) AS branch
             FROM (${asked}) AS w) AS w
       JOIN union_ref u ON u.path = w.branch
       GROUP BY u.id, u.name ORDER BY overdue DESC, waiting DESC, u.name, u.id LIMIT ${unionsBelowMax + 1}`,
      [path, beyondSubtree(path), tx.now],
    );
  }

  /** What is overdue, by kind. */
  overdue(tx: Transaction, path: string): Promise<{ kind: AwaitKind; count: number }[]> {
    return tx.sql.query(
      `SELECT w.kind, count(DISTINCT w.id)::int AS count FROM (${asked}) AS w
       WHERE w.due_at <= $3 GROUP BY w.kind ORDER BY count DESC, w.kind`,
      [path, beyondSubtree(path), tx.now],
    );
  }
}
