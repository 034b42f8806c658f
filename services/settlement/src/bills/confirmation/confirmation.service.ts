import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  confirmationContract,
  type ConfirmationRequest,
  type ConfirmationSummaryView,
  type ConfirmationView,
  type ConfirmationWay,
  type ListConfirmationsRequest,
  type RefuseConfirmationRequest,
} from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as referenceActions } from '../../reference/actions.js';
import { actions } from '../actions.js';
import { CostPoolRepository } from '../cost-pool/cost-pool.repository.js';
import { PoolConsents } from '../cost-pool/pool-consents.js';
import { nameOf } from '../../reference/named-party.js';
import { maySee } from '../../reference/reach.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { ConfirmationRequests, subjectOf } from './confirmation-requests.js';
import type { ConfirmationRow } from './confirmation.entity.js';
import { nextConfirmation, requireUnposted } from './confirmation.model.js';
import { ConfirmationRepository } from './confirmation.repository.js';
import { ConfirmationViews } from './confirmation.view.js';

/** Parties confirm their shares here, explicitly or by silence. A disagreement is a dispute. */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly confirmations: ConfirmationRepository,
    private readonly requests: ConfirmationRequests,
    private readonly views: ConfirmationViews,
    private readonly references: ReferenceRepository,
    private readonly pools: CostPoolRepository,
    private readonly consents: PoolConsents,
  ) {}

  @Handles(confirmationContract.list)
  list(request: ListConfirmationsRequest, call: CallContext): Promise<Page<ConfirmationSummaryView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.confirmations.list(tx, request, {
        reach: reachOf(call.actor, actions.seeConfirmation),
        answering: reachOf(call.actor, actions.answerConfirmation),
      });
      const views = await this.views.summaries(tx, rows);
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(confirmationContract.get)
  get(request: ConfirmationRequest, call: CallContext): Promise<ConfirmationView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.confirmations.findById(tx, request.confirmationId);
      const paths = row === null ? [] : await this.confirmations.pathsOf(tx, row);
      tx.authorise(actions.seeConfirmation, { paths });
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.views.view(tx, row);
    });
  }

  @Handles(confirmationContract.confirm)
  confirm(request: ConfirmationRequest, call: CallContext): Promise<Outcome<ConfirmationView>> {
    return this.transactions.command(call, confirmationContract.confirm, request, async (tx) => {
      const row = await this.lockToAnswer(tx, request.confirmationId);
      nextConfirmation(row.state, 'confirm');
      const settled = await this.settle(tx, row, { way: 'answer', personId: tx.personId });
      return this.views.view(tx, await this.afterConfirm(tx, settled));
    });
  }

  /** The bill goes back to the union that has paid it, and what the other parties were asked lapses. */
  @Handles(confirmationContract.refuse)
  refuse(request: RefuseConfirmationRequest, call: CallContext): Promise<Outcome<ConfirmationView>> {
    return this.transactions.command(call, confirmationContract.refuse, request, async (tx) => {
      const row = await this.lockToAnswer(tx, request.confirmationId);
      requireUnposted(row);
      return this.views.view(tx, await this.refuseFor(tx, row, request.reason));
    });
  }

  /** The deadline of a shared bill has passed: silence binds nobody. */
  async applySilence(tx: Transaction, confirmationId: string): Promise<void> {
    await this.lockPool(tx, confirmationId);
    const row = await this.confirmations.lockById(tx, confirmationId);
    if (row?.state === 'waiting' && row.entryId === null) await this.refuseFor(tx, row, null);
  }

  private async refuseFor(
    tx: Transaction,
    row: ConfirmationRow,
    reason: string | null,
  ): Promise<ConfirmationRow> {
    const state = nextConfirmation(row.state, 'refuse');
    const way = reason === null ? 'silence' : 'refusal';
    const answer = { way, answeredBy: reason === null ? null : tx.personId, answeredAt: tx.now } as const;
    const refused = await this.requests.save(tx, row, { ...answer, state });
    await this.consents.refused(tx, subjectOf(row), { partyName: await this.nameOf(tx, row), reason });
    return refused;
  }

  /** Where all parties of a shared bill have agreed, it was posted, and the confirmation has its entry. */
  private async afterConfirm(tx: Transaction, row: ConfirmationRow): Promise<ConfirmationRow> {
    if (row.entryId !== null) return row;
    await this.consents.agreed(tx, subjectOf(row), await this.nameOf(tx, row));
    return (await this.confirmations.findById(tx, row.id)) ?? row;
  }

  private async nameOf(tx: Transaction, { party }: ConfirmationRow): Promise<string> {
    return nameOf(party, await this.references.parties(tx, [party]));
  }

  /** What is asked before the posting is answered under the lock of its pool, which comes before all others. */
  private async lockPool(tx: Transaction, id: string): Promise<void> {
    const seen = await this.confirmations.findById(tx, id);
    if (seen !== null && seen.entryId === null) await this.pools.lockById(tx, subjectOf(seen));
  }

  /**
   * Locks the confirmation for a caller who may answer for its party and sent its current version.
   * @throws DomainError `NOT_FOUND`
   */
  async lockToAnswer(tx: Transaction, id: string): Promise<ConfirmationRow> {
    await this.lockPool(tx, id);
    const row = await this.confirmations.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    const { path } = await this.references.union(tx, row.unionId);
    const paths = await this.confirmations.pathsOf(tx, row);
    const visible = maySee(tx.call.actor, actions.seeConfirmation, paths);
    tx.authorise(actions.answerConfirmation, { paths: [path], visible });
    requireVersion(tx, row.version);
    return row;
  }

  /** Marks it confirmed; netting takes a debt once both sides have confirmed it. The caller holds the lock. */
  settle(
    tx: Transaction,
    row: ConfirmationRow,
    { way, personId }: { readonly way: ConfirmationWay; readonly personId: string | null },
  ): Promise<ConfirmationRow> {
    const answer = { way, answeredBy: personId, answeredAt: tx.now };
    return this.requests.save(tx, row, { ...answer, state: 'confirmed' });
  }
}
