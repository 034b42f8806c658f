import { Injectable } from '@nestjs/common';
import type { NoticeOffices } from '@gongxiang/contracts/notification/notice-raised';
import type { Transaction } from '@gongxiang/persistence';

@Injectable()
export class OfficeRepository {
  /**
   * Who holds these offices now, in id order: at each of the unions; where nobody does and it is said, at the nearest
   * union above that has somebody. A union or role whose copy is still on its way is nobody's.
   */
  async holdersOf(
    tx: Transaction,
    { roles, unionIds, exceptIds, isNearest }: NoticeOffices,
  ): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT DISTINCT h.person_id AS "personId" FROM (
         SELECT r.person_id, rank() OVER (PARTITION BY o.id ORDER BY length(u.path) DESC) AS place
         FROM union_ref o
         JOIN union_ref u ON u.id = o.id OR ($4 AND u.path = ANY(ARRAY(
           SELECT left(o.path, i) FROM generate_series(1, length(o.path)) i WHERE substr(o.path, i, 1) = '.')))
         JOIN role_ref r ON r.union_id = u.id
         WHERE o.id = ANY($1) AND r.role = ANY($2) AND r.revoked_at IS NULL AND r.person_id <> ALL($3)) AS h
       WHERE h.place = 1 ORDER BY 1`,
      [unionIds, roles, exceptIds, isNearest],
    );
    return rows.map(({ personId }) => personId);
  }
}
