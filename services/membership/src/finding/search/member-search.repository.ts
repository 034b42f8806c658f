import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';

@Injectable()
export class MemberSearchRepository {
  /** The memberships at some unions of people whose name sounds like this, the newest first. */
  async soundingLike(
    tx: Transaction,
    hash: string,
    { unionIds, max }: { readonly unionIds: readonly string[]; readonly max: number },
  ): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT m.id FROM person_pinyin n CROSS JOIN LATERAL (
         SELECT o.id FROM union_membership o WHERE o.person_id = n.id AND o.union_id = ANY($2) OFFSET 0) AS m
       WHERE n.hashes @> ARRAY[$1] ORDER BY m.id DESC LIMIT $3`,
      [hash, unionIds, max],
    );
    return rows.map(({ id }) => id);
  }
}
