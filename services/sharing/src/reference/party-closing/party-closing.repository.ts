import { Injectable } from '@nestjs/common';
import type { ClosingFinding, PartyToClose } from '@gongxiang/contracts/words/party-closing';
import type { Transaction } from '@gongxiang/persistence';

const isAhead = "a.state NOT IN ('closed', 'cancelled')";
const goesOn = "l.state IN ('requested', 'approved', 'handedOver')";

@Injectable()
export class PartyClosingRepository {
  /** What there is of a party here that has not come to its end. Only unions borrow. */
  async countOpen(
    tx: Transaction,
    { kind, id }: PartyToClose,
  ): Promise<Readonly<Partial<Record<ClosingFinding, number>>>> {
    const [row]: Record<ClosingFinding, number>[] = await tx.sql.query(
      `SELECT
         (SELECT count(*)::int FROM activity a
          WHERE a.organiser_kind = $1 AND a.organiser_id = $2 AND ${isAhead}) AS activities,
         (SELECT count(*)::int FROM co_host c JOIN activity a ON a.id = c.activity_id
          WHERE c.party_kind = $1 AND c.party_id = $2 AND c.state IN ('invited', 'countered', 'accepted') AND ${isAhead})
           AS "coHosting",
         (SELECT count(*)::int FROM resource r WHERE r.owner_kind = $1 AND r.owner_id = $2 AND r.active) AS resources,
         (SELECT count(*)::int FROM loan l JOIN resource r ON r.id = l.resource_id
          WHERE r.owner_kind = $1 AND r.owner_id = $2 AND ${goesOn}) AS lent,
         (SELECT count(*)::int FROM loan l WHERE $1 = 'union' AND l.borrower_union_id = $2 AND ${goesOn}) AS borrowed,
         (SELECT count(*)::int FROM need n
          WHERE n.party_kind = $1 AND n.party_id = $2 AND n.state = 'open') AS needs`,
      [kind, id],
    );
    return row ?? {};
  }
}
