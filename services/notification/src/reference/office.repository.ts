import { Injectable } from '@nestjs/common';
import type { NoticeOffices } from '@gongxiang/contracts/notification/notice-raised';
import type { Transaction } from '@gongxiang/persistence';

@Injectable()
export class OfficeRepository {
  /**
   * Who holds these offices now, in id order: at each of the unions; where nobody does and it is said, at the nearest
   * union above that has somebody; and whoever acts in one of the matters. What has a copy that is still on its way is
   * nobody's.
   */
  async holdersOf(
    tx: Transaction,
    { roles, unionIds, exceptIds, isNearest, matters = [] }: NoticeOffices,
  ): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT h.person_id AS "personId" FROM (
         SELECT r.person_id, rank() OVER (PARTITION BY o.id ORDER BY length(u.path) DESC) AS place
         FROM union_ref o
         JOIN union_ref u ON u.id = o.id OR ($4 AND u.path = ANY(ARRAY(
           SELECT left(o.path, i) FROM generate_series(1, length(o.path)) i WHERE substr(o.path, i, 1) = '.')))
         JOIN role_ref r ON r.union_id = u.id
         WHERE o.id = ANY($1) AND r.role = ANY($2) AND r.revoked_at IS NULL AND r.person_id <> ALL($3)) AS h
       WHERE h.place = 1
       UNION
       SELECT d.person_id FROM delegation_ref d
       JOIN unnest($5::text[], $6::uuid[]) AS m(kind, id) ON m.kind = d.matter_kind AND m.id = d.matter_id
       WHERE d.revoked_at IS NULL AND (d.valid_to IS NULL OR d.valid_to > $7) AND d.person_id <> ALL($3)
       ORDER BY 1`,
      [
        ...[unionIds, roles, exceptIds, isNearest],
        ...[matters.map(({ kind }) => kind), matters.map(({ id }) => id), tx.now],
      ],
    );
    return rows.map(({ personId }) => personId);
  }
}
