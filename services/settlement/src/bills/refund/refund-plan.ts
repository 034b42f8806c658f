import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RefundLineDto } from '@gongxiang/contracts/settlement/bills/refund.contract';
import { fromWire, partyKey, sum } from '@gongxiang/domain';
import { canonicalJson, type Transaction } from '@gongxiang/persistence';
import { readTerms } from '../../agreements/agreement/cost-terms.js';
import { subsidySource } from '../../agreements/agreement/verdict.model.js';
import type { CostItemRow, CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { CostPoolRepository } from '../cost-pool/cost-pool.repository.js';
import { checkLines, partsOf } from './refund.model.js';
import { type AwaitedRefunds, RefundRepository } from './refund.repository.js';

/** Money returned on a bill. */
export interface PlannedLine {
  readonly item: CostItemRow;
  readonly amount: bigint;
}

/** The part of its share that a party gets back. */
export interface PlannedPart {
  readonly party: string;
  /** The position of its share; null for the source of the subsidy. */
  readonly position: number | null;
  readonly share: bigint;
  readonly before: bigint;
  readonly amount: bigint;
}

export interface RefundPlan {
  readonly total: bigint;
  readonly lines: readonly PlannedLine[];
  readonly parts: readonly PlannedPart[];
  /** Hash over the whole plan; it changes with any part of it. */
  readonly hash: string;
}

/** Computes who gets back what, without side effects. */
@Injectable()
export class RefundPlanner {
  constructor(
    private readonly pools: CostPoolRepository,
    private readonly refunds: RefundRepository,
  ) {}

  /** @throws DomainError as `checkLines`; `MONEY_FORMAT`, `CURRENCY_UNSUPPORTED` */
  async plan(tx: Transaction, pool: CostPoolRow, wanted: readonly RefundLineDto[]): Promise<RefundPlan> {
    const awaited = await this.refunds.awaited(tx, pool.id);
    const items = await this.pools.itemsOf(tx, pool.id);
    const lines = wanted.map(({ itemId, amount }, index) => ({
      itemId,
      amountFen: fromWire(amount, `/lines/${index}/amount`),
    }));
    checkLines(
      lines,
      items.map(({ id, amountFen, returnedFen }) => ({
        id,
        amountFen,
        beforeFen: returnedFen + (awaited.byItem.get(id) ?? 0n),
      })),
    );
    const itemOf = new Map(items.map((item) => [item.id, item]));
    const planned = lines.flatMap(({ itemId, amountFen: amount }) => {
      const item = itemOf.get(itemId);
      return item === undefined ? [] : [{ item, amount }];
    });
    const total = sum(planned.map(({ amount }) => amount));
    const shares = await this.sharesOf(tx, pool, awaited);
    const amounts = partsOf(total, shares, pool.rotation);
    const parts = shares.map((share, index) => ({ ...share, amount: amounts[index] ?? 0n }));
    return { total, lines: planned, parts, hash: hashOf(pool, planned, parts) };
  }

  /** In the agreement's order, the source of the subsidy last. */
  private async sharesOf(
    tx: Transaction,
    pool: CostPoolRow,
    awaited: AwaitedRefunds,
  ): Promise<Omit<PlannedPart, 'amount'>[]> {
    const shares = (await this.pools.sharesOf(tx, pool.id)).map((share) => ({
      party: partyKey({ kind: share.partyKind, id: share.partyId }),
      position: share.position as number | null,
      share: share.amountFen,
      before: share.returnedFen + (awaited.byPosition.get(share.position) ?? 0n),
    }));
    const source = subsidySource(readTerms(pool.terms));
    if (source === null || pool.subsidyFen === null) return shares;
    const before = pool.subsidyReturnedFen + awaited.subsidy;
    return [...shares, { party: source, position: null, share: pool.subsidyFen, before }];
  }
}

function hashOf(pool: CostPoolRow, lines: readonly PlannedLine[], parts: readonly PlannedPart[]): string {
  const content = {
    costPoolId: pool.id,
    lines: lines.map(({ item, amount }) => [item.id, String(amount)]),
    parts: parts.map(({ party, before, amount }) => [party, String(before), String(amount)]),
  };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
