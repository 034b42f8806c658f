import { Injectable } from '@nestjs/common';
import type { AssignmentFigureKind } from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import { beyondSubtree } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';

interface Place {
  readonly unionId: string;
  readonly unionPath: string;
}

/** What the platform counts of a union from what this service has been told. */
@Injectable()
export class FigureRepository {
  async count(tx: Transaction, figure: AssignmentFigureKind, place: Place): Promise<number> {
    const [sql, values] = queryOf(figure, place);
    const rows: { count: number }[] = await tx.sql.query(sql, values);
    return rows[0]?.count ?? 0;
  }
}

function queryOf(figure: AssignmentFigureKind, { unionId, unionPath }: Place): [string, unknown[]] {
  switch (figure) {
    case 'members':
      return [
        `SELECT count(*)::int AS count FROM union_ref u JOIN member_ref m ON m.union_id = u.id AND m.state = 'active'
         WHERE u.path >= $1 AND u.path < $2`,
        [unionPath, beyondSubtree(unionPath)],
      ];
    case 'unions':
      return [
        `SELECT count(*)::int AS count FROM union_ref u WHERE u.path > $1 AND u.path < $2 AND u.active`,
        [unionPath, beyondSubtree(unionPath)],
      ];
    case 'officers':
      return [
        `SELECT count(DISTINCT r.person_id)::int AS count FROM role_ref r
         WHERE r.union_id = $1 AND r.role = 'officer' AND r.revoked_at IS NULL`,
        [unionId],
      ];
  }
}
