import { Injectable } from '@nestjs/common';
import {
  type GetPaymentBillsRequest,
  type GetTransferTraceRequest,
  type TracedLineView,
  type TransferPartView,
  transferTraceContract,
  type TransferTraceView,
} from '@gongxiang/contracts/settlement/clearing/transfer-trace.contract';
import { type CallContext, DomainError, toWire } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../ledger/actions.js';
import { PaymentRepository } from '../payment/payment.repository.js';
import { namedParty, nameOf } from '../../reference/named-party.js';
import { maySee } from '../../reference/reach.model.js';
import { type KnownParty, ReferenceRepository } from '../../reference/reference.repository.js';
import type { NettingLineRow, NettingRunRow } from './run.entity.js';
import { NettingRunRepository } from './run.repository.js';
import { lineView } from './run.view.js';
import { partText, traceTransfer, type TransferPart } from './transfer-trace.model.js';
import { type TracedEntry, TransferTraceRepository } from './transfer-trace.repository.js';

const linesShownMax = 500;
const transfersShownMax = 1_000;

/** A transfer with the data needed to show the parts it is based on. */
interface Traced {
  readonly run: NettingRunRow;
  readonly number: number;
  readonly lines: ReadonlyMap<number, NettingLineRow>;
  readonly parties: ReadonlyMap<string, KnownParty>;
  readonly entries: ReadonlyMap<string, TracedEntry>;
}

/** Traces a transfer back to the bills that went into it. */
@Injectable()
export class TransferTraceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: NettingRunRepository,
    private readonly traces: TransferTraceRepository,
    private readonly payments: PaymentRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** The trace of a proposed transfer, for those who see the run. */
  @Handles(transferTraceContract.get)
  get(request: GetTransferTraceRequest, call: CallContext): Promise<TransferTraceView> {
    return this.transactions.read(call, async (tx) => {
      const run = await this.runs.findById(tx, request.nettingRunId);
      const paths = run === null ? [] : [(await this.references.union(tx, run.unionId)).path];
      tx.authorise(actions.seeLedger, { paths });
      if (run === null) throw new DomainError('NOT_FOUND');
      return this.trace(tx, run, request.number);
    });
  }

  /**
   * The same for the two sides of its payment. A caller sees the debts of parties whose ledger they may see, and only
   * the sum of the other's debts, which are confidential.
   */
  @Handles(transferTraceContract.ofPayment)
  ofPayment({ paymentId }: GetPaymentBillsRequest, call: CallContext): Promise<TransferTraceView> {
    return this.transactions.read(call, async (tx) => {
      const payment = await this.payments.findById(tx, paymentId);
      const paths: string[] = [];
      for (const id of payment === null ? [] : [payment.payerUnionId, payment.payeeUnionId])
        paths.push((await this.references.union(tx, id)).path);
      tx.authorise(actions.seeLedger, { paths });
      const run = payment === null ? null : await this.runs.findById(tx, payment.runId);
      if (payment === null || run === null) throw new DomainError('NOT_FOUND');
      const place = run.transfers.findIndex(({ from, to }) => from === payment.payer && to === payment.payee);
      return this.trace(tx, run, place + 1);
    });
  }

  private async trace(tx: Transaction, run: NettingRunRow, number: number): Promise<TransferTraceView> {
    const transfer = run.transfers[number - 1];
    if (transfer === undefined) throw new DomainError('NOT_FOUND');
    const { from, to, amountFen } = transfer;
    const rows = await this.traces.linesOf(tx, run.id, [from, to]);
    const transfers = run.transfers.map((one) => ({ ...one, amount: BigInt(one.amountFen) }));
    const debts = rows.map((row) => ({
      number: row.number,
      from: row.fromParty,
      to: row.toParty,
      amount: row.amountFen,
    }));
    const parts = traceTransfer({ mode: run.mode, debts, transfers, number });
    const entryIds = [...new Set(rows.map(({ entryId }) => entryId))];
    const traced: Traced = {
      run,
      number,
      lines: new Map(rows.map((row) => [row.number, row])),
      parties: await this.references.parties(tx, partiesOf(parts)),
      entries: await this.traces.entries(tx, entryIds),
    };
    return {
      nettingRunId: run.id,
      mode: run.mode,
      from: namedParty(from, traced.parties),
      to: namedParty(to, traced.parties),
      amount: toWire(BigInt(amountFen)),
      parts: parts.map((part) => partView(tx, part, traced)),
    };
  }
}

function partiesOf(parts: readonly TransferPart[]): string[] {
  const named = parts.flatMap(({ debts, transfers }) => [...debts, ...transfers]);
  return [...new Set(named.flatMap(({ from, to }) => [from, to]))];
}

function partView(tx: Transaction, part: TransferPart, traced: Traced): TransferPartView {
  const { parties, run, number } = traced;
  const { party, total, debts, transfers } = part;
  const own = run.transfers[number - 1];
  const isShown = party === null || seesLedgerOf(tx, party, traced);
  const names = {
    payer: nameOf(own?.from ?? '', parties),
    payee: nameOf(own?.to ?? '', parties),
    nameOf: (key: string) => nameOf(key, parties),
  };
  // Other transfers of a party are as confidential as its debts.
  const shown = isShown ? transfers : transfers.filter((one) => one.number === number);
  return {
    party: party === null ? null : namedParty(party, parties),
    text: partText(part, names, tx.call.locale),
    total: toWire(total),
    lineCount: debts.length,
    isShown,
    lines: isShown
      ? debts.slice(0, linesShownMax).flatMap((debt) => tracedLine(debt.number, debt.effect, traced))
      : [],
    transfers: shown.slice(0, transfersShownMax).map((one) => ({
      number: one.number,
      from: namedParty(one.from, parties),
      to: namedParty(one.to, parties),
      amount: toWire(one.amount),
      effect: toWire(one.effect),
    })),
  };
}

/** Checked at the party's own union: those who see the run's union see every party below it, but not a hub above. */
function seesLedgerOf(tx: Transaction, party: string, { parties }: Traced): boolean {
  const path = parties.get(party)?.unionPath;
  return path !== undefined && maySee(tx.call.actor, actions.seeLedger, [path]);
}

function tracedLine(number: number, effect: bigint, { lines, parties, entries }: Traced): TracedLineView[] {
  const row = lines.get(number);
  const entry = entries.get(row?.entryId ?? '');
  if (row === undefined || entry === undefined) return [];
  const { kind: entryKind, title, sourceId } = entry;
  return [{ ...lineView(row, parties), entryKind, title, sourceId, effect: toWire(effect) }];
}
