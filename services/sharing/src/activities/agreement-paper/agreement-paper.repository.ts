import { Injectable } from '@nestjs/common';
import { isUuid } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';

/** The names printed on a paper. */
@Injectable()
export class AgreementPaperRepository {
  async activityOf(
    tx: Transaction,
    activityId: string,
  ): Promise<{ activityTitle: string; activityStartsAt: Date; timeZone: string }> {
    const rows: { activityTitle: string; activityStartsAt: Date; timeZone: string }[] = await tx.sql.query(
      `SELECT title AS "activityTitle", starts_at AS "activityStartsAt", time_zone AS "timeZone"
       FROM activity WHERE id = $1`,
      [activityId],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`agreement of no activity ${activityId}`);
    return row;
  }

  async unionNamesOf(tx: Transaction, unionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    // A funding source is user input; a refused version may name anything.
    const rows: { id: string; name: string }[] = await tx.sql.query(
      'SELECT id, name FROM union_ref WHERE id = ANY($1::uuid[])',
      [unionIds.filter(isUuid)],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
