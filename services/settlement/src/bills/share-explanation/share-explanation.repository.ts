import { Injectable } from '@nestjs/common';
import type { NettingModeName } from '@gongxiang/contracts/settlement/clearing/netting-preview.contract';
import type { PaymentState } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import type { AccountFund } from '@gongxiang/contracts/settlement/fund';
import type { Transaction } from '@gongxiang/persistence';

export interface PostingOfParty {
  readonly line: number;
  readonly debit: string;
  readonly credit: string;
  readonly amountFen: bigint;
  readonly incomeKind: AccountFund;
  readonly nettingRunId: string | null;
  readonly nettingMode: NettingModeName | null;
  readonly nettedAt: Date | null;
}

export interface PaymentOfParty {
  readonly id: string;
  readonly nettingRunId: string;
  readonly payer: string;
  readonly payee: string;
  readonly amountFen: bigint;
  readonly state: PaymentState;
}

/** The maximum number of a party's postings of one entry in a response. */
const linesMax = 1_000;

/** Follows a share through the ledger, netting runs and payments. */
@Injectable()
export class ShareExplanationRepository {
  /** The amount the party has paid of a pool's bills, in fen. */
  async paid(tx: Transaction, costPoolId: string, party: string): Promise<bigint> {
    const [row] = (await tx.sql.query(
      `SELECT coalesce(sum(amount_fen), 0)::bigint AS paid FROM cost_item
       WHERE cost_pool_id = $1 AND payer_kind || ':' || payer_id = $2`,
      [costPoolId, party],
    )) as [{ paid: bigint }];
    return row.paid;
  }

  /** The postings of an entry from or to the party, each with the confirmed run that took it. */
  postings(tx: Transaction, entryId: string, party: string): Promise<PostingOfParty[]> {
    return tx.sql.query(
      `SELECT p.line, d.party_kind || ':' || d.party_id AS debit, c.party_kind || ':' || c.party_id AS credit,
              p.amount_fen AS "amountFen", p.income_kind AS "incomeKind", r.id AS "nettingRunId",
              r.mode AS "nettingMode", r.confirmed_at AS "nettedAt"
       FROM posting p JOIN account d ON d.id = p.debit_account JOIN account c ON c.id = p.credit_account
       LEFT JOIN netted_posting n ON n.entry_id = p.entry_id AND n.line = p.line
       LEFT JOIN netting_run r ON r.id = n.run_id
       WHERE p.entry_id = $1 AND $2 IN (d.party_kind || ':' || d.party_id, c.party_kind || ':' || c.party_id)
       ORDER BY p.line LIMIT ${linesMax}`,
      [entryId, party],
    );
  }

  /** The transfers of these runs from or to the party. */
  payments(tx: Transaction, runIds: readonly string[], party: string): Promise<PaymentOfParty[]> {
    return tx.sql.query(
      `SELECT id, run_id AS "nettingRunId", payer, payee, amount_fen AS "amountFen", state FROM payment
       WHERE run_id = ANY($1::uuid[]) AND $2 IN (payer, payee) ORDER BY id LIMIT ${linesMax}`,
      [runIds, party],
    );
  }
}
