import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  costPoolContract,
  type CostPoolOrder,
  type CostPoolSummaryView,
  type CostPoolView,
  type CreateCostPoolRequest,
  type GetCostPoolRequest,
  type ListCostPoolsRequest,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { type CallContext, DomainError, partyKey } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import {
  type CursorValues,
  ExistingResult,
  orderCursorOf,
  orderedBy,
  toPage,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import { actions as referenceActions } from '../../reference/actions.js';
import { actions } from '../actions.js';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { ActivityRepository } from '../../agreements/activity/activity.repository.js';
import type { AgreementRef } from '../../agreements/agreement/agreement.entity.js';
import { readTerms } from '../../agreements/agreement/cost-terms.js';
import { partiesOf } from '../../agreements/agreement/verdict.model.js';
import { authoriseAct, authoriseLook, bookReach } from '../../reference/bookkeeping.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { partiesHashOf } from './parties-hash.js';
import { CostPoolRepository } from './cost-pool.repository.js';
import { newPool, ofAgreement } from './new-pool.js';
import { PoolAccess } from './pool-access.js';

@Injectable()
export class CostPoolService {
  constructor(
    private readonly transactions: Transactions,
    private readonly pools: CostPoolRepository,
    private readonly activities: ActivityRepository,
    private readonly references: ReferenceRepository,
    private readonly poolAccess: PoolAccess,
  ) {}

  /** E72: copies the agreement in force into the pool, so that a later version does not change the split. */
  @Handles(costPoolContract.create)
  create(request: CreateCostPoolRequest, call: CallContext): Promise<Outcome<CostPoolView>> {
    return this.transactions.command(call, costPoolContract.create, request, async (tx) => {
      const activity = await this.activities.activity(tx, request.activityId, '/activityId');
      const agreement = await this.activities.agreementInForce(tx, activity.id);
      const { path } = await this.references.union(tx, activity.unionId);
      const paths = await this.pathsOf(tx, agreement);
      const seenBy = { rule: referenceActions.seeCostPool, paths: [path, ...paths] };
      const about = { kind: 'activity', aboutId: activity.id } as const;
      await authoriseAct(tx, actions.createCostPool, { ...about, paths: [path], seenBy });
      if (agreement === null) throw new DomainError('NO_AGREEMENT_IN_FORCE', { retryAfterSeconds: 1 });
      const partiesHash = partiesHashOf(readTerms(agreement.terms).parties.map(partyKey));
      // The lock serialises pools of the same parties; an activity's parties are those of its agreement.
      const sequence = await this.pools.lockSequence(tx, partiesHash);
      const live = await this.pools.activeOf(tx, activity.id);
      if (live !== null) return new ExistingResult(await this.poolAccess.view(tx, live));
      await this.pools.takeNumber(tx, partiesHash, sequence);
      const place = { unionId: activity.unionId, partiesHash, sequence, supplementOf: null };
      const row = newPool(tx, ofAgreement(agreement), place);
      await this.pools.insert(tx, row);
      await this.poolAccess.openToParties(tx, row);
      tx.audit({
        noun: 'costPool',
        id: row.id,
        after: { activityId: activity.id, agreementId: agreement.id, rotation: row.rotation },
      });
      await this.poolAccess.recordStep(tx, row, 'opened');
      await this.poolAccess.hint(tx, row);
      return this.poolAccess.view(tx, row);
    });
  }

  @Handles(costPoolContract.get)
  get(request: GetCostPoolRequest, call: CallContext): Promise<CostPoolView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.pools.findById(tx, request.costPoolId);
      await authoriseLook(tx, referenceActions.seeCostPool, await this.pools.pathsOf(tx, request.costPoolId));
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.poolAccess.view(tx, row);
    });
  }

  @Handles(costPoolContract.list)
  list(request: ListCostPoolsRequest, call: CallContext): Promise<Page<CostPoolSummaryView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.pools.list(tx, request, {
        personId: tx.personId,
        reach: await bookReach(tx, referenceActions.seeCostPool),
        approving: await bookReach(tx, ledgerActions.approveCostPool),
      });
      return toPage(await this.poolAccess.summaries(tx, rows), {
        limit: request.limit,
        cursorOf: (view) => cursorOf(view, request.order),
      });
    });
  }

  private async pathsOf(tx: Transaction, agreement: AgreementRef | null): Promise<string[]> {
    if (agreement === null) return [];
    const parties = await this.references.parties(tx, partiesOf(readTerms(agreement.terms)));
    return [...parties.values()].map(({ unionPath }) => unionPath);
  }
}

function cursorOf(view: CostPoolSummaryView, order: CostPoolOrder | undefined): CursorValues {
  const { id, total, approvedAt } = view;
  if (order === undefined) return [id];
  const values = { total: total?.amount ?? null, approvedAt };
  return orderCursorOf(order, { id, value: values[orderedBy(order)] });
}
