import { Injectable } from '@nestjs/common';
import { type ComputeSharesRequest, costPoolContract, type CostPoolView } from '@gongxiang/contracts';
import { type CallContext, DomainError, parsePartyKey, partyKey, sum } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { readTerms } from '../agreement/cost-terms.js';
import { splitTermsOf } from '../agreement/verdict.model.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { token } from '../split/rule.model.js';
import { type SplitResult, splitCost } from '../split/split.model.js';
import type { CostPoolRow } from './cost-pool.entity.js';
import { countedParties, headcountsOf, nextState } from './cost-pool.model.js';
import { CostPoolRepository } from './cost-pool.repository.js';
import { PoolDesk } from './pool-desk.service.js';

@Injectable()
export class CostShareService {
  constructor(
    private readonly transactions: Transactions,
    private readonly pools: CostPoolRepository,
    private readonly activities: ActivityRepository,
    private readonly references: ReferenceRepository,
    private readonly desk: PoolDesk,
  ) {}

  /** Splits the pool's items by its agreement and the facts of its activity; again after a change. */
  compute(request: ComputeSharesRequest, call: CallContext): Promise<Outcome<CostPoolView>> {
    return this.transactions.command(call, costPoolContract.computeShares, request, async (tx) => {
      const pool = await this.desk.take(tx, request.costPoolId);
      await this.desk.guard(tx, pool, actions.computeShares, pool.unionId);
      nextState(pool.state, 'compute');
      const items = await this.pools.itemsOf(tx, pool.id);
      if (items.length === 0) throw new DomainError('POOL_EMPTY');
      const total = sum(items.map(({ amountFen }) => amountFen));
      const usage = request.usage ?? null;
      const { factsHash, heads } = await this.activities.completeHeads(tx, pool.activityId);
      const counts = await this.headcounts(tx, pool, heads);
      const result = this.split(pool, { total, usage, counts });
      await this.desk.subsidise(tx, { ...pool, totalFen: total, subsidyFen: result.subsidy }, 'check');
      await this.store(tx, pool, { result, counts });
      return this.desk.view(
        tx,
        await this.desk.save(tx, pool, { totalFen: total, subsidyFen: result.subsidy, factsHash, usage }),
      );
    });
  }

  private async headcounts(
    tx: Transaction,
    pool: CostPoolRow,
    heads: readonly { unionPath: string; heads: number }[],
  ): Promise<Map<string, number>> {
    const keys = readTerms(pool.terms).parties.map(partyKey);
    const known = await this.references.parties(tx, keys);
    const parties = keys.map((key) => {
      const party = known.get(key);
      if (party === undefined) throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
      return { key, kind: party.party.kind, unionPath: party.unionPath };
    });
    return headcountsOf(countedParties(parties), heads);
  }

  private split(
    pool: CostPoolRow,
    facts: { total: bigint; usage: Record<string, number> | null; counts: ReadonlyMap<string, number> },
  ): SplitResult {
    const terms = readTerms(pool.terms);
    const keys = terms.parties.map(partyKey);
    requireKnown(facts.usage, keys);
    const usages = new Map(Object.entries(facts.usage ?? {}));
    const parties = keys.map((id) => ({
      id,
      headcount: facts.counts.get(id) ?? 0,
      usage: usages.get(id) ?? null,
    }));
    return splitCost({ ...splitTermsOf(terms), total: facts.total, parties, rotation: pool.rotation });
  }

  private async store(
    tx: Transaction,
    pool: CostPoolRow,
    { result, counts }: { result: SplitResult; counts: ReadonlyMap<string, number> },
  ): Promise<void> {
    const rows = result.shares.map(({ party, amount, trace }, position) => {
      const { kind: partyKind, id: partyId } = parsePartyKey(party);
      const headcount = counts.get(party) ?? null;
      return { costPoolId: pool.id, position, partyKind, partyId, amountFen: amount, headcount, trace };
    });
    await this.pools.replaceShares(tx, pool.id, rows);
  }
}

/** A usage of nobody is a slip of the pen: left out it would change what everybody pays. */
function requireKnown(usage: Readonly<Record<string, number>> | null, keys: readonly string[]): void {
  const party = Object.keys(usage ?? {}).find((key) => !keys.includes(key));
  if (party !== undefined)
    throw new DomainError('UNKNOWN_PARTY', { pointer: `/usage/${token(party)}`, params: { party } });
}
