import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ReachGroup } from './reach.model.js';
import type { ReportScope } from './report.repository.js';

@Injectable()
export class ReachRepository {
  /**
   * The members of a subtree by union and decade of birth, and how many of them came to an activity that ended in a
   * period, whoever held it. Members are those of today.
   */
  async groups(tx: Transaction, { path, from, to }: ReportScope): Promise<ReachGroup[]> {
    return tx.sql.query(
      `SELECT u.id AS "unionId", u.name, u.size_class AS "sizeClass", m.birth_decade AS decade, count(*)::int AS members,
              (count(*) FILTER (WHERE EXISTS (
                SELECT 1 FROM attendance_ref f JOIN activity_ref a ON a.id = f.activity_id
                WHERE f.person_id = m.person_id AND f.heads > 0
                  AND a.ends_at >= $2::date::timestamp AT TIME ZONE 'Asia/Shanghai'
                  AND a.ends_at < ($3::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')))::int AS served
       FROM union_ref u JOIN member_ref m ON m.union_id = u.id
       WHERE u.path ^@ $1 AND u.active AND m.state <> 'ended'
       GROUP BY u.id, u.name, u.size_class, m.birth_decade ORDER BY u.path, m.birth_decade`,
      [path, from, to],
    );
  }
}
