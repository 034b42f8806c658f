import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListPoolStepsRequest,
  type LoanUseView,
  type PoolStepView,
  type PoolUsageRequest,
  type PoolUsageView,
  supplementContract,
} from '@gongxiang/contracts/settlement/bills/supplement.contract';
import { type CallContext, DomainError, partyKey, toWire } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../reference/actions.js';
import { namedParty, type PartyNames, personName } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { CostPoolRow } from './cost-pool.entity.js';
import { nearestParty } from './cost-pool.model.js';
import { CostPoolRepository } from './cost-pool.repository.js';
import { hoursOf, usageOf } from './loan-usage.model.js';
import { PoolChainRepository } from './pool-chain.repository.js';
import { type ProposedUsage, SplitBasisService } from './split-basis.service.js';

/** Queries of a pool's page besides the pool itself: its history, and the sources of its usages. */
@Injectable()
export class PoolReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly pools: CostPoolRepository,
    private readonly chain: PoolChainRepository,
    private readonly references: ReferenceRepository,
    private readonly basis: SplitBasisService,
  ) {}

  @Handles(supplementContract.listSteps)
  steps(request: ListPoolStepsRequest, call: CallContext): Promise<Page<PoolStepView>> {
    return this.transactions.read(call, async (tx) => {
      await this.visiblePool(tx, request.costPoolId);
      const rows = await this.chain.pageOfSteps(tx, request);
      const people = await this.references.namesOf(
        tx,
        rows.map(({ doneBy }) => doneBy),
      );
      const views = rows.map(({ number, kind, doneAt, doneBy, subject, amountFen, reason }) => ({
        number,
        kind,
        subject,
        reason,
        at: doneAt.toISOString(),
        by: doneBy,
        byName: personName(doneBy, people),
        amount: amountFen === null ? null : toWire(amountFen),
      }));
      return toPage(views, { limit: request.limit, cursorOf: ({ number }) => [number] });
    });
  }

  @Handles(supplementContract.getUsage)
  usage(request: PoolUsageRequest, call: CallContext): Promise<PoolUsageView> {
    return this.transactions.read(call, async (tx) => {
      const pool = await this.visiblePool(tx, request.costPoolId);
      const proposed = await this.basis.usage(tx, pool);
      const borrowers = proposed.loans.map((loan) => unionKey(loan.borrowerUnionId));
      const keys = [...new Set([...proposed.parties.map(({ key }) => key), ...borrowers])];
      return usageView(pool, proposed, await this.references.parties(tx, keys));
    });
  }

  private async visiblePool(tx: Transaction, costPoolId: string): Promise<CostPoolRow> {
    const pool = await this.pools.findById(tx, costPoolId);
    tx.authorise(actions.seeCostPool, { paths: await this.pools.pathsOf(tx, costPoolId) });
    if (pool === null) throw new DomainError('NOT_FOUND');
    return pool;
  }
}

function usageView(pool: CostPoolRow, proposed: ProposedUsage, names: PartyNames): PoolUsageView {
  const used = new Map(Object.entries(pool.usage ?? {}));
  return {
    costPoolId: pool.id,
    needed: proposed.isNeeded,
    proposed: proposed.loans.length > 0,
    reason: pool.usageReason,
    parties: proposed.parties.map(({ key }) => ({
      party: namedParty(key, names),
      proposed: proposed.byParty.get(key) ?? 0,
      used: pool.usage === null ? null : (used.get(key) ?? 0),
      loans: proposed.loans
        .filter(({ unionPath }) => nearestParty(proposed.parties, unionPath) === key)
        .map((loan): LoanUseView => {
          const { loanId, title, pieces, isReturned: returned } = loan;
          const borrower = namedParty(unionKey(loan.borrowerUnionId), names);
          return { loanId, title, pieces, returned, borrower, hours: hoursOf(loan), usage: usageOf(loan) };
        }),
    })),
  };
}

function unionKey(id: string): string {
  return partyKey({ kind: 'union', id });
}
