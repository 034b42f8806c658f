import { Injectable } from '@nestjs/common';
import type {
  ListPaymentsRequest,
  paymentOrders,
} from '@gongxiang/contracts/settlement/clearing/payment.contract';
import type { AccountFund } from '@gongxiang/contracts/settlement/fund';
import { decodeCursor, inListOrder, orderedBy, rowsFor, type Transaction } from '@gongxiang/persistence';
import type { SelectQueryBuilder } from 'typeorm';
import { reachSql } from '../../reference/bookkeeping.model.js';
import { newestWithin } from '../../reference/reach-sql.js';
import { PaymentRow } from './payment.entity.js';
import type { NettedLine } from './payment.model.js';

/** The reader of a list of payments: what they may see and where they may confirm. */
interface PaymentReader {
  readonly personId: string;
  /** The paths of the unions at which they hold a role that sees payments. */
  readonly reach: readonly string[];
  readonly confirming: readonly string[];
  /** Today in China. */
  readonly today: string;
}

const orderColumns: Readonly<Record<(typeof paymentOrders)[number], string>> = {
  amount: 'p.amountFen',
  dueOn: 'p.dueOn',
};

@Injectable()
export class PaymentRepository {
  findById(tx: Transaction, id: string): Promise<PaymentRow | null> {
    return tx.sql.findOneBy(PaymentRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<PaymentRow | null> {
    return tx.sql.findOne(PaymentRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, rows: readonly PaymentRow[]): Promise<void> {
    if (rows.length > 0) await tx.sql.insert(PaymentRow, [...rows]);
  }

  async update(tx: Transaction, row: PaymentRow): Promise<void> {
    await tx.sql.update(PaymentRow, { id: row.id }, row);
  }

  async linesOf(tx: Transaction, runId: string): Promise<NettedLine<AccountFund>[]> {
    const rows: { from: string; to: string; income_kind: AccountFund; amount_fen: bigint }[] =
      await tx.sql.query(
        `SELECT from_party AS "from", to_party AS "to", income_kind, sum(amount_fen)::bigint AS amount_fen
       FROM netting_line WHERE run_id = $1 GROUP BY from_party, to_party, income_kind ORDER BY income_kind`,
        [runId],
      );
    return rows.map(({ from, to, income_kind: incomeKind, amount_fen: amount }) => ({
      from,
      to,
      incomeKind,
      amount,
    }));
  }

  /** Newest first where no other order is asked for; only payments of unions within the caller's reach, on either side. */
  list(tx: Transaction, request: ListPaymentsRequest, reader: PaymentReader): Promise<PaymentRow[]> {
    const query = tx.sql.createQueryBuilder(PaymentRow, 'p').limit(rowsFor(request.limit));
    if (request.waitingForMe) waitingFor(query, reader, reachSql('u.path', request));
    const { nettingRunId, state, q, order } = request;
    if (nettingRunId !== undefined) query.andWhere('p.runId = :nettingRunId', { nettingRunId });
    if (state !== undefined) query.andWhere('p.state = :state', { state });
    if (q !== undefined) query.andWhere(`(${named})`, { q });
    if (request.overdue) query.andWhere(`p.state = 'open' AND p.dueOn < :today`, { today: reader.today });
    const select = (ordered: typeof query): Promise<PaymentRow[]> =>
      newestWithin(
        tx,
        ordered,
        { reach: reader.reach, ownUnions: request.ownUnions },
        (union) => `p.payer_union_id = ${union}`,
        (union) => `p.payee_union_id = ${union}`,
      );
    if (order !== undefined) {
      const column = orderColumns[orderedBy(order)];
      return inListOrder(query, { word: order, column, cursor: request.cursor }, select);
    }
    const cursor = decodeCursor(request.cursor, 1);
    if (cursor !== null) query.andWhere('p.id < :after', { after: cursor[0] });
    return select(query.orderBy('p.id', 'DESC'));
  }
}

/** Matches the name of a side or a bank reference. An enterprise or organisation is looked up by its key, `kind:id`. */
const named = `EXISTS (
    SELECT 1 FROM union_ref n WHERE n.id IN (p.payer_union_id, p.payee_union_id) AND strpos(lower(n.name), lower(:q)) > 0)
  OR EXISTS (
    SELECT 1 FROM unnest(ARRAY[p.payer, p.payee]) AS side
    JOIN party_ref n ON n.kind = split_part(side, ':', 1) AND n.id = split_part(side, ':', 2)::uuid
    WHERE strpos(lower(n.name), lower(:q)) > 0)
  OR strpos(lower(concat_ws(' ', p.bank_reference, p.received_reference)), lower(:q)) > 0`;

/** Payments the reader has to send, and sent payments they have to receive. One person never confirms both sides. */
function waitingFor(query: SelectQueryBuilder<PaymentRow>, reader: PaymentReader, reaches: string): void {
  const within = (column: string): string => `EXISTS (SELECT 1 FROM union_ref u
    JOIN unnest(:confirming::text[]) AS held ON ${reaches} WHERE u.id = p.${column})`;
  const toSend = `p.sentAt IS NULL AND p.receivedBy IS DISTINCT FROM :me AND ${within('payer_union_id')}`;
  const toReceive = `p.sentAt IS NOT NULL AND p.receivedAt IS NULL AND p.sentBy <> :me AND ${within('payee_union_id')}`;
  query.andWhere(`p.state = 'open' AND ((${toSend}) OR (${toReceive}))`, {
    confirming: reader.confirming,
    me: reader.personId,
  });
}
