import { Injectable } from '@nestjs/common';
import type {
  RefundDueView,
  RefundedLineView,
  RefundPartView,
  RefundPreviewView,
  RefundView,
} from '@gongxiang/contracts/settlement/bills/refund.contract';
import { partyKey, toWire } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { readTerms } from '../../agreements/agreement/cost-terms.js';
import { subsidySource } from '../../agreements/agreement/verdict.model.js';
import type { CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { CostPoolRepository } from '../cost-pool/cost-pool.repository.js';
import { paidBy } from '../cost-pool/pool-posting.js';
import { namedParty, type PartyNames, personName } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { RefundRow } from './refund.entity.js';
import { refundDues } from './refund.model.js';
import { RefundRepository } from './refund.repository.js';
import type { PlannedLine, PlannedPart, RefundPlan } from './refund-plan.js';

/** Views of refunds: who gets back what, and the resulting debts. */
@Injectable()
export class RefundViews {
  constructor(
    private readonly pools: CostPoolRepository,
    private readonly refunds: RefundRepository,
    private readonly references: ReferenceRepository,
  ) {}

  async preview(tx: Transaction, pool: CostPoolRow, plan: RefundPlan): Promise<RefundPreviewView> {
    const names = await this.references.parties(tx, keysOf(plan.lines, plan.parts));
    return {
      costPoolId: pool.id,
      total: toWire(plan.total),
      lines: plan.lines.map((line) => lineView(line, names)),
      parts: plan.parts.map((part) => partView(part, names)),
      dues: duesOfPlan(plan).map(({ debtor, creditor, incomeKind, amount }): RefundDueView => ({
        debtor: namedParty(debtor, names),
        creditor: namedParty(creditor, names),
        incomeKind,
        amount: toWire(amount),
      })),
      previewHash: plan.hash,
    };
  }

  async one(tx: Transaction, pool: CostPoolRow, row: RefundRow): Promise<RefundView> {
    const [view] = await this.all(tx, pool, [row]);
    if (view === undefined) throw new Error('one refund has one view');
    return view;
  }

  async all(tx: Transaction, pool: CostPoolRow, rows: readonly RefundRow[]): Promise<RefundView[]> {
    const stored = await this.stored(tx, pool, rows);
    const keys = [...stored.values()].flatMap(({ lines, parts }) => keysOf(lines, parts));
    const names = await this.references.parties(tx, [...new Set(keys)]);
    const people = await this.references.namesOf(
      tx,
      rows.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]),
    );
    return rows.map((row): RefundView => {
      const { id, version, costPoolId, state, reason, creditNote, proposedBy, decisionReason, entryId } = row;
      const { lines, parts } = stored.get(id) ?? { lines: [], parts: [] };
      return {
        id,
        version,
        costPoolId,
        state,
        reason,
        creditNote,
        proposedBy,
        decisionReason,
        entryId,
        total: toWire(row.totalFen),
        lines: lines.map((line) => lineView(line, names)),
        parts: parts.map((part) => partView(part, names)),
        proposedByName: personName(proposedBy, people),
        proposedAt: row.proposedAt.toISOString(),
        decidedBy: row.decidedBy,
        decidedByName: personName(row.decidedBy, people),
        decidedAt: row.decidedAt?.toISOString() ?? null,
      };
    });
  }

  /** The stored plans exactly as proposed, by refund id. */
  async stored(
    tx: Transaction,
    pool: CostPoolRow,
    rows: readonly RefundRow[],
  ): Promise<Map<string, Pick<RefundPlan, 'lines' | 'parts'>>> {
    const ids = rows.map(({ id }) => id);
    const items = new Map((await this.pools.itemsOf(tx, pool.id)).map((item) => [item.id, item]));
    const shares = new Map((await this.pools.sharesOf(tx, pool.id)).map((share) => [share.position, share]));
    const allLines = await this.refunds.linesOf(tx, ids);
    const allParts = await this.refunds.partsOf(tx, ids);
    return new Map(
      rows.map((row) => {
        const lines = allLines.flatMap(({ refundId, itemId, amountFen: amount }) => {
          const item = items.get(itemId);
          return refundId !== row.id || item === undefined ? [] : [{ item, amount }];
        });
        const parts = allParts.flatMap(({ refundId, position, beforeFen: before, amountFen: amount }) => {
          const share = shares.get(position);
          if (refundId !== row.id || share === undefined) return [];
          const party = partyKey({ kind: share.partyKind, id: share.partyId });
          return [{ party, position: position as number | null, share: share.amountFen, before, amount }];
        });
        return [row.id, { lines, parts: [...parts, ...subsidyPart(pool, row)] }];
      }),
    );
  }
}

function subsidyPart(pool: CostPoolRow, row: RefundRow): PlannedPart[] {
  const party = subsidySource(readTerms(pool.terms));
  if (party === null || pool.subsidyFen === null) return [];
  const { subsidyBeforeFen: before, subsidyFen: amount } = row;
  return [{ party, position: null, share: pool.subsidyFen, before, amount }];
}

export function duesOfPlan({
  lines,
  parts,
}: Pick<RefundPlan, 'lines' | 'parts'>): ReturnType<typeof refundDues<PlannedLine['item']['incomeKind']>> {
  return refundDues(
    parts,
    lines.map(({ item, amount }) => paidBy(item, amount)),
  );
}

function payerOf({ item }: PlannedLine): string {
  return partyKey({ kind: item.payerKind, id: item.payerId });
}

function keysOf(lines: readonly PlannedLine[], parts: readonly PlannedPart[]): string[] {
  return [...new Set([...lines.map(payerOf), ...parts.map(({ party }) => party)])];
}

function lineView(line: PlannedLine, names: PartyNames): RefundedLineView {
  const { id: itemId, title, invoiceNumber, amountFen } = line.item;
  const payer = namedParty(payerOf(line), names);
  return { itemId, title, invoiceNumber, payer, itemAmount: toWire(amountFen), amount: toWire(line.amount) };
}

function partView(
  { party, position, share, before, amount }: PlannedPart,
  names: PartyNames,
): RefundPartView {
  return {
    party: namedParty(party, names),
    role: position === null ? 'subsidySource' : 'party',
    share: toWire(share),
    before: toWire(before),
    amount: toWire(amount),
  };
}
