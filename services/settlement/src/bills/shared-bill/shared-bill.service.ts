import { Injectable } from '@nestjs/common';
import type { CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import {
  sharedBillContract,
  type ShareBillRequest,
} from '@gongxiang/contracts/settlement/bills/shared-bill.contract';
import { expenseCodes, incomeKinds } from '@gongxiang/contracts/settlement/fund';
import { type CallContext, DomainError, newId, type Party, partyKey, shanghaiDate } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { judgeTerms } from '../../agreements/agreement/verdict.model.js';
import { actions as referenceActions } from '../../reference/actions.js';
import { authoriseAct } from '../../reference/bookkeeping.js';
import { type KnownParty, ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { CostItemService, itemOf } from '../cost-pool/cost-item.service.js';
import type { CostItemRow, CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { nextState } from '../cost-pool/cost-pool.model.js';
import { CostPoolRepository } from '../cost-pool/cost-pool.repository.js';
import { CostShareService } from '../cost-pool/cost-share.service.js';
import { newPool } from '../cost-pool/new-pool.js';
import { partiesHashOf } from '../cost-pool/parties-hash.js';
import { PoolAccess } from '../cost-pool/pool-access.js';
import { PoolGate } from '../cost-pool/pool-gate.service.js';
import { sharedTerms } from './shared-bill.model.js';

/** A plain bill that a few parties share, without an activity and an agreement. */
@Injectable()
export class SharedBillService {
  constructor(
    private readonly transactions: Transactions,
    private readonly pools: CostPoolRepository,
    private readonly references: ReferenceRepository,
    private readonly poolAccess: PoolAccess,
    private readonly items: CostItemService,
    private readonly shares: CostShareService,
    private readonly gate: PoolGate,
  ) {}

  /** One person does all that the pool of an activity takes several steps for; a second one approves it. */
  @Handles(sharedBillContract.open)
  open(request: ShareBillRequest, call: CallContext): Promise<Outcome<CostPoolView>> {
    return this.transactions.command(call, sharedBillContract.open, request, async (tx) => {
      const payer = await this.references.party(tx, request.payer, '/payer');
      const item = billOf(tx, newId(), request, payer);
      const { costPoolId, amountFen } = item;
      const seenBy = { rule: referenceActions.seeCostPool, paths: [payer.unionPath] };
      const about = { kind: 'costPool', aboutId: costPoolId } as const;
      await authoriseAct(tx, actions.submitCostPool, {
        ...about,
        paths: [payer.unionPath],
        seenBy,
        amountFen,
      });
      await this.requireParties(tx, request);
      const pool = await this.numbered(tx, { ...request, id: costPoolId }, payer);
      await this.pools.insert(tx, pool);
      await this.poolAccess.openToParties(tx, pool);
      tx.audit({ noun: 'costPool', id: pool.id, after: { kind: pool.kind, rotation: pool.rotation } });
      await this.poolAccess.recordStep(tx, pool, 'opened');
      await this.items.insert(tx, pool, item);
      const computed = await this.shares.computed(tx, pool, {});
      await this.gate.require(tx, computed);
      await this.poolAccess.recordStep(tx, pool, 'submitted', { amountFen });
      const submitted = { state: nextState('open', 'submit'), submittedBy: tx.personId, submittedAt: tx.now };
      return this.poolAccess.view(tx, await this.poolAccess.save(tx, computed, submitted));
    });
  }

  /** The pool, with its number among those of the same parties. */
  private async numbered(
    tx: Transaction,
    {
      id,
      title,
      parties,
      spentOn = shanghaiDate(tx.now),
      ...request
    }: ShareBillRequest & { readonly id: string },
    { unionId }: KnownParty,
  ): Promise<CostPoolRow> {
    if (spentOn > shanghaiDate(tx.now)) throw new DomainError('SPENT_IN_FUTURE', { pointer: '/spentOn' });
    const partiesHash = partiesHashOf(parties.map(({ party }) => partyKey(party)));
    const sequence = await this.pools.lockSequence(tx, partiesHash);
    await this.pools.takeNumber(tx, partiesHash, sequence);
    const origin = { kind: 'shared', activityId: null, agreementId: null, agreementVersion: null } as const;
    const terms = { ...sharedTerms(parties, request) };
    const place = { unionId, partiesHash, sequence, supplementOf: null };
    return { ...newPool(tx, { ...origin, title, spentOn, terms }, place), id };
  }

  /**
   * @throws DomainError 422 `PARTY_KIND_NOT_PAYING`, `PARTY_UNKNOWN`, `PARTY_DUPLICATE`, or 409 `PARTY_CLOSED`, with
   *   the place of each in the body
   */
  private async requireParties(
    tx: Transaction,
    { payer, parties, ...request }: ShareBillRequest,
  ): Promise<void> {
    const sharing = parties.map(({ party }) => party);
    const known = await this.references.parties(tx, sharing.map(partyKey));
    const isKnown = (key: string): boolean => known.has(key);
    const errors = judgeTerms(sharedTerms(parties, request), {
      isKnown,
      fundCategories: incomeKinds,
      expenseCodes,
    });
    const [first] = errors;
    if (first !== undefined) throw new DomainError(first.code, { errors, params: first.params ?? {} });
    const asked: (readonly [Party, string])[] = [
      [payer, '/payer'],
      ...sharing.map((party, index) => [party, `/parties/${index}/party`] as const),
    ];
    const closed = await this.references.closedAmong(
      tx,
      asked.map(([party]) => partyKey(party)),
    );
    for (const [party, pointer] of asked) {
      const name = closed.get(partyKey(party));
      if (name !== undefined) throw new DomainError('PARTY_CLOSED', { pointer, params: { name } });
    }
  }
}

function billOf(
  tx: Transaction,
  costPoolId: string,
  request: ShareBillRequest,
  { unionId }: KnownParty,
): CostItemRow {
  const { title, amount, payer, incomeKind, expenseCode, receipt = null } = request;
  return itemOf(tx, { costPoolId, title, amount, payer, incomeKind, expenseCode, receipt }, unionId);
}
