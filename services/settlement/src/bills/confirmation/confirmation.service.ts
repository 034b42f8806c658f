import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  confirmationContract,
  type ConfirmationRequest,
  type ConfirmationSummaryView,
  type ConfirmationView,
  type ConfirmationWay,
  type ListConfirmationsRequest,
} from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as referenceActions } from '../../reference/actions.js';
import { actions } from '../actions.js';
import { maySee } from '../../reference/reach.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { ConfirmationRequests } from './confirmation-requests.js';
import type { ConfirmationRow } from './confirmation.entity.js';
import { nextConfirmation } from './confirmation.model.js';
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
      const paths = row === null ? [] : await this.confirmations.pathsOf(tx, row.entryId);
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
      return this.views.view(tx, await this.settle(tx, row, { way: 'answer', personId: tx.personId }));
    });
  }

  /**
   * Locks the confirmation for a caller who may answer for its party and sent its current version.
   * @throws DomainError `NOT_FOUND`
   */
  async lockToAnswer(tx: Transaction, id: string): Promise<ConfirmationRow> {
    const row = await this.confirmations.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    const { path } = await this.references.union(tx, row.unionId);
    const paths = await this.confirmations.pathsOf(tx, row.entryId);
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
