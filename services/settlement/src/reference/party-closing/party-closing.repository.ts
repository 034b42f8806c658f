import { Injectable } from '@nestjs/common';
import type { ClosingFinding, PartyToClose } from '@gongxiang/contracts/words/party-closing';
import { partyKey } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';

@Injectable()
export class PartyClosingRepository {
  /** The cost pools of a union, bills, payments and accounts of a party that have not come to their end. */
  async countOpen(
    tx: Transaction,
    party: PartyToClose,
  ): Promise<Readonly<Partial<Record<ClosingFinding, number>>>> {
    const [row]: Record<ClosingFinding, number>[] = await tx.sql.query(
      `SELECT
         (SELECT count(*)::int FROM cost_pool p WHERE p.state IN ('open', 'submitted', 'asked')
          AND (($1 = 'union' AND p.union_id = $2) OR EXISTS (SELECT FROM cost_item i
            WHERE i.cost_pool_id = p.id AND i.payer_kind = $1 AND i.payer_id = $2))) AS bills,
         (SELECT count(*)::int FROM payment p
          WHERE p.state = 'open' AND (p.payer = $3 OR p.payee = $3)) AS payments,
         (SELECT count(*)::int FROM account a WHERE a.party_kind = $1 AND a.party_id = $2
          AND (SELECT coalesce(sum(p.amount_fen), 0) FROM posting p WHERE p.debit_account = a.id)
           <> (SELECT coalesce(sum(p.amount_fen), 0) FROM posting p WHERE p.credit_account = a.id)) AS balances`,
      [party.kind, party.id, partyKey(party)],
    );
    return row ?? {};
  }
}
