import { Injectable } from '@nestjs/common';
import { networkTimeZone, shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { strikeMonths, type Trust, trustOf } from './trust.model.js';

@Injectable()
export class TrustRepository {
  /** A strike is a hiding that was upheld; the months before today are all that can count. */
  async of(tx: Transaction, unionId: string): Promise<Trust> {
    const rows: { day: string }[] = await tx.sql.query(
      `SELECT ((r.upheld_at AT TIME ZONE '${networkTimeZone}')::date)::text AS day FROM bulletin_review r
       WHERE r.union_id = $1 AND r.upheld_at > $2::timestamptz - make_interval(months => $3, days => 2)`,
      [unionId, tx.now, strikeMonths],
    );
    return trustOf(
      rows.map(({ day }) => day),
      shanghaiDate(tx.now),
    );
  }
}
