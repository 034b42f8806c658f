import { Injectable } from '@nestjs/common';
import {
  type GetVouchersRequest,
  type RenderVouchersRequest,
  voucherContract,
  voucherLinesMax,
  type VouchersView,
} from '@gongxiang/contracts/settlement/accounts/voucher.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError, partyKey, sum, toWire } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { namedParty } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { type ApprovedPool, spentBy } from '../../funding/spending/spending.model.js';
import { SpendingRepository } from '../../funding/spending/spending.repository.js';
import { DocumentFiles, requesterOf } from '../statement/document-files.service.js';
import { type VoucherBook, voucherCsv, voucherDocument, voucherFileName } from './voucher-file.js';
import { subjectsOf } from './voucher-subjects.js';
import { type VoucherEvent, numbered, voucherOf } from './voucher.model.js';
import { type PaidOfPool, type TouchingEntry, VoucherRepository } from './voucher.repository.js';

const shownMax = 1_000;
const csvType = { contentType: 'text/csv; charset=utf-8', types: ['text/csv'] };

type Timed = VoucherEvent & { readonly at: Date };

/** Exports the union's part of the ledger for its own bookkeeping, as one voucher per event. */
@Injectable()
export class VoucherService {
  constructor(
    private readonly transactions: Transactions,
    private readonly vouchers: VoucherRepository,
    private readonly spending: SpendingRepository,
    private readonly references: ReferenceRepository,
    private readonly documentFiles: DocumentFiles,
  ) {}

  /** @throws DomainError `NOT_FOUND`; 422 `DATES_REVERSED`, `STATEMENT_TOO_LONG` */
  @Handles(voucherContract.get)
  async get(request: GetVouchersRequest, call: CallContext): Promise<VouchersView> {
    const { union, from, to, lines, names } = await this.book(request, call);
    return {
      union,
      from,
      to,
      truncated: lines.length > shownMax,
      debit: toWire(sum(lines.map(({ debit }) => debit))),
      credit: toWire(sum(lines.map(({ credit }) => credit))),
      lines: lines.slice(0, shownMax).map(({ debit, credit, party, subject: _subject, ...line }) => ({
        ...line,
        debit: toWire(debit),
        credit: toWire(credit),
        party: party === null ? null : namedParty(party, names),
      })),
    };
  }

  @Handles(voucherContract.render)
  async render({ format, ...request }: RenderVouchersRequest, call: CallContext): Promise<PrintedFileView> {
    const book = await this.book(request, call);
    const requester = requesterOf(call);
    const name = voucherFileName(book, call.locale);
    if (format === 'xlsx')
      return this.documentFiles.render({ name, format }, () => voucherDocument(book, requester), call);
    const bytes = Buffer.from(voucherCsv(book, call.locale), 'utf8');
    return this.documentFiles.store({ name: `${name}.csv`, bytes }, csvType, call);
  }

  private book(request: GetVouchersRequest, call: CallContext): Promise<VoucherBook> {
    return this.transactions.read(call, async (tx) => {
      const { from, to } = request;
      const key = partyKey({ kind: 'union', id: request.union });
      const union = (await this.references.parties(tx, [key])).get(key);
      if (union === undefined) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.seeVouchers, { paths: [union.unionPath] });
      if (to < from) throw new DomainError('DATES_REVERSED', { pointer: '/to' });
      const events = await this.events(tx, request);
      const map = await this.vouchers.subjectMap(tx, request.union);
      const lines = linesOf(events, subjectsOf(map?.subjects ?? [])).filter(({ date }) => date >= from);
      requireFew(lines.length);
      const parties = new Set(lines.flatMap(({ party }) => party ?? []));
      const names = await this.references.parties(tx, [...parties]);
      return { union: { ...union.party, name: union.name }, from, to, lines, names, readAt: tx.now };
    });
  }

  /** Starts at the first of the month, because vouchers are numbered within the month. */
  private async events(tx: Transaction, { union: unionId, from, to }: GetVouchersRequest): Promise<Timed[]> {
    const period = { unionId, from: `${from.slice(0, 8)}01`, to };
    const party = partyKey({ kind: 'union', id: unionId });
    const pools = new Map((await this.spending.poolsOf(tx, period)).map((pool) => [pool.id, pool]));
    const paid = await this.vouchers.paidOf(tx, unionId, [...pools.keys()]);
    const entries = await this.vouchers.entriesOf(tx, { ...period, legsMax: voucherLinesMax });
    if (entries === null) return requireFew(voucherLinesMax + 1);
    const posted = entries.map((entry) =>
      postedOf(entry, costsOf(party, pools.get(entry.sourceId), paid.get(entry.sourceId))),
    );
    // A pool or refund has no legs of the union if the union paid exactly its share.
    const unposted = [...pools.values()].flatMap((pool): Timed[] => {
      const own = paid.get(pool.id);
      if (own === undefined || own.isTouching) return [];
      return unpostedOf(party, pool, own).filter(({ on }) => on >= period.from && on <= to);
    });
    return [...posted, ...unposted].sort(inOrder);
  }
}

type Costs = Pick<VoucherEvent, 'spent' | 'paid' | 'attachments'>;

function costsOf(party: string, pool: ApprovedPool | undefined, paid: PaidOfPool | undefined): Costs {
  return {
    spent: pool === undefined ? [] : spentOf(party, pool),
    paid: paid?.paid ?? [],
    attachments: paid?.bills ?? 0,
  };
}

function spentOf(party: string, { sign, borne, billed }: ApprovedPool): Costs['spent'] {
  return spentBy(party, borne, billed).map((one) => ({ ...one, amount: sign * one.amount }));
}

function postedOf(entry: TouchingEntry, costs: Costs): Timed {
  const { on, kind, isReversal, title, entryId, legs, at } = entry;
  return { on, kind, isReversal, title, entryId, legs, at, ...costs };
}

/** The events of a pool or refund without legs of the union: its approval and its reversal. */
function unpostedOf(party: string, pool: ApprovedPool, own: PaidOfPool): Timed[] {
  const kind = pool.sign === 1n ? ('costs' as const) : ('refund' as const);
  const costs = { ...costsOf(party, pool, own), kind, title: own.title, legs: [] };
  const approved = { ...costs, on: pool.approvedOn, isReversal: false, entryId: own.entryId, at: own.at };
  if (pool.reversedOn === null) return [approved];
  return [approved, { ...approved, on: pool.reversedOn, isReversal: true }];
}

function inOrder(left: Timed, right: Timed): number {
  if (left.on !== right.on) return left.on < right.on ? -1 : 1;
  return left.at.getTime() - right.at.getTime();
}

function linesOf(events: readonly Timed[], subjects: ReturnType<typeof subjectsOf>): VoucherBook['lines'] {
  const bySubject = new Map(subjects.map((one) => [one.subject, one]));
  const whole = events.map((one) => ({ ...one, lines: voucherOf(one) }));
  const filled = whole.filter(({ lines }) => lines.length > 0);
  return numbered(filled).flatMap(({ on: date, number, title: summary, entryId, attachments, lines }) =>
    lines.map((line, index) => {
      const { code = '', name = '' } = bySubject.get(line.subject) ?? {};
      const place = { date, number, line: index + 1, summary, subjectCode: code, subjectName: name };
      return { ...place, ...line, attachments, entryId };
    }),
  );
}

function requireFew(count: number): never[] {
  if (count <= voucherLinesMax) return [];
  throw new DomainError('STATEMENT_TOO_LONG', { pointer: '/from', params: { linesMax: voucherLinesMax } });
}
