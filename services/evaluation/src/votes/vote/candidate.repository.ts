import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { CandidateRow } from './vote.entity.js';
import type { Standing } from './vote.model.js';

/** Who stands in an election. */
@Injectable()
export class CandidateRepository {
  /** @param personIds in the order of the ballot */
  async insert(tx: Transaction, voteId: string, personIds: readonly string[]): Promise<void> {
    await tx.sql.insert(
      CandidateRow,
      personIds.map((personId, index) => ({ voteId, number: index + 1, personId })),
    );
  }

  async personIdsOf(tx: Transaction, voteId: string): Promise<string[]> {
    const rows = await tx.sql.find(CandidateRow, { where: { voteId }, order: { number: 'ASC' } });
    return rows.map(({ personId }) => personId);
  }

  /** What is known of the memberships of these people, also of records that were merged into theirs. */
  async standingsOf(tx: Transaction, personIds: readonly string[]): Promise<Map<string, Standing[]>> {
    const rows: (Standing & { readonly personId: string })[] = await tx.sql.query(
      `SELECT c.person_id AS "personId", m.state, m.standing, u.path AS "unionPath"
       FROM unnest($1::uuid[]) c(person_id) JOIN member_ref m ON m.person_id = ANY(person_ids(c.person_id))
       LEFT JOIN union_ref u ON u.id = m.union_id`,
      [personIds],
    );
    const standings = new Map<string, Standing[]>();
    for (const { personId, ...standing } of rows)
      standings.set(personId, [...(standings.get(personId) ?? []), standing]);
    return standings;
  }
}
