import { Injectable } from '@nestjs/common';
import {
  type ComputeSharesRequest,
  costPoolContract,
  type CostPoolView,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { type CallContext, DomainError, parsePartyKey, partyKey, sum } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { readTerms } from '../../agreements/agreement/cost-terms.js';
import { token } from '../../splits/split/rule.model.js';
import { type SplitResult, splitCost } from '../../splits/split/split.model.js';
import type { CostPoolRow } from './cost-pool.entity.js';
import { nextState, requireActivity } from './cost-pool.model.js';
import { CostPoolRepository } from './cost-pool.repository.js';
import { isCorrected } from './loan-usage.model.js';
import { PoolAccess } from './pool-access.js';
import { PoolSubsidy } from './pool-subsidy.js';
import { type SplitBasis, SplitBasisService } from './split-basis.service.js';
import { withBefore } from './supplement.model.js';

/** The usages that the caller gives, if any. */
type Usage = Pick<ComputeSharesRequest, 'usage' | 'usageReason'>;

/** The usage of each party, and the reason if it differs from what the loans show. */
interface TakenUsage {
  readonly usage: Record<string, number> | null;
  readonly usageReason: string | null;
}

@Injectable()
export class CostShareService {
  constructor(
    private readonly transactions: Transactions,
    private readonly pools: CostPoolRepository,
    private readonly basis: SplitBasisService,
    private readonly poolAccess: PoolAccess,
    private readonly subsidy: PoolSubsidy,
  ) {}

  /** Splits the pool's items by its agreement and the facts of its activity; repeatable after a change. */
  @Handles(costPoolContract.computeShares)
  compute(request: ComputeSharesRequest, call: CallContext): Promise<Outcome<CostPoolView>> {
    return this.transactions.command(call, costPoolContract.computeShares, request, async (tx) => {
      const pool = await this.poolAccess.lock(tx, request.costPoolId);
      await this.poolAccess.authorise(tx, pool, actions.computeShares, pool.unionId);
      nextState(pool.state, 'compute');
      if (request.usage != null) requireActivity(pool, '/usage');
      return this.poolAccess.view(tx, await this.computed(tx, pool, request));
    });
  }

  /** Splits a locked, open pool and saves its shares. @throws DomainError `POOL_EMPTY` and as {@link compute} */
  async computed(tx: Transaction, pool: CostPoolRow, request: Usage): Promise<CostPoolRow> {
    const items = await this.pools.itemsOf(tx, pool.id);
    if (items.length === 0) throw new DomainError('POOL_EMPTY');
    const total = sum(items.map(({ amountFen }) => amountFen));
    const taken = await this.usage(tx, pool, request);
    const basis = await this.basis.of(tx, pool);
    const result = split(pool, { total, usage: taken.usage, basis });
    const drawn = { ...pool, totalFen: total, subsidyFen: result.subsidy, earlier: basis.earlier };
    await this.subsidy.move(tx, drawn, 'check');
    await this.store(tx, pool, result, basis.heads);
    const { factsHash, earlier } = basis;
    const computed = { totalFen: total, subsidyFen: result.subsidy, factsHash, earlier, ...taken };
    await this.poolAccess.recordStep(tx, pool, 'computed', { amountFen: total, reason: taken.usageReason });
    return this.poolAccess.save(tx, pool, computed);
  }

  /**
   * The caller's usage takes precedence over the usage derived from loans and needs a reason if it differs. Without
   * loans only the caller's usage counts. A supplement uses its own usage.
   * @throws DomainError `UNKNOWN_PARTY`, `USAGE_REASON_REQUIRED`
   */
  private async usage(tx: Transaction, pool: CostPoolRow, request: Usage): Promise<TakenUsage> {
    const usage = request.usage ?? null;
    requireKnown(usage, readTerms(pool.terms).parties.map(partyKey));
    const { isNeeded, isWhole, loans, byParty } = await this.basis.usage(tx, pool);
    const alone = { usage, usageReason: request.usageReason ?? null };
    if (!isNeeded) return alone;
    if (!isWhole) throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
    if (loans.length === 0) return alone;
    if (usage === null) return { usage: Object.fromEntries(byParty), usageReason: null };
    if (!isCorrected(usage, byParty)) return { usage, usageReason: null };
    const usageReason = request.usageReason ?? null;
    if (usageReason === null) throw new DomainError('USAGE_REASON_REQUIRED', { pointer: '/usageReason' });
    return { usage, usageReason };
  }

  private async store(
    tx: Transaction,
    pool: CostPoolRow,
    result: SplitResult,
    heads: ReadonlyMap<string, number>,
  ): Promise<void> {
    const rows = result.shares.map(({ party, amount: amountFen, trace }, position) => {
      const { kind: partyKind, id: partyId } = parsePartyKey(party);
      const headcount = heads.get(party) ?? null;
      return {
        costPoolId: pool.id,
        position,
        partyKind,
        partyId,
        amountFen,
        returnedFen: 0n,
        headcount,
        trace,
      };
    });
    await this.pools.replaceShares(tx, pool.id, rows);
  }
}

function split(
  pool: CostPoolRow,
  facts: { total: bigint; usage: Record<string, number> | null; basis: SplitBasis },
): SplitResult {
  const { total, basis } = facts;
  const usages = new Map(Object.entries(facts.usage ?? {}));
  const parties = readTerms(pool.terms)
    .parties.map(partyKey)
    .map((id) => ({ id, headcount: basis.heads.get(id) ?? 0, usage: usages.get(id) ?? null }));
  const { headsOutside } = basis;
  const result = splitCost({ ...basis.terms, total, parties, rotation: pool.rotation, headsOutside });
  return basis.borne === null ? result : withBefore(result, basis.borne);
}

/** Rejects usage of an unknown party: silently ignoring a typing error would change what everybody pays. */
function requireKnown(usage: Readonly<Record<string, number>> | null, keys: readonly string[]): void {
  const party = Object.keys(usage ?? {}).find((key) => !keys.includes(key));
  if (party !== undefined)
    throw new DomainError('UNKNOWN_PARTY', { pointer: `/usage/${token(party)}`, params: { party } });
}
