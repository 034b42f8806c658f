import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  disputeContract,
  type DisputeMessageView,
  type DisputeIdRequest,
  type DisputeView,
  type ListDisputeMessagesRequest,
  type ListDisputesRequest,
  type OpenDisputeRequest,
  type WriteDisputeMessageRequest,
} from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as referenceActions } from '../../reference/actions.js';
import { actions } from '../actions.js';
import { ConfirmationService } from '../confirmation/confirmation.service.js';
import { DisputeAccess } from './dispute-access.js';
import { isReferred } from './dispute.model.js';
import { DisputeRepository } from './dispute.repository.js';
import { voiceOf } from './dispute.view.js';

/** Disputes about shares, and the messages of both sides. */
@Injectable()
export class DisputeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly disputes: DisputeRepository,
    private readonly confirmations: ConfirmationService,
    private readonly disputeAccess: DisputeAccess,
  ) {}

  @Handles(disputeContract.open)
  open(request: OpenDisputeRequest, call: CallContext): Promise<Outcome<DisputeView>> {
    return this.transactions.command(call, disputeContract.open, request, async (tx) => {
      const about = await this.confirmations.lockToAnswer(tx, request.confirmationId);
      const { reason, itemId = null } = request;
      const context = await this.disputeAccess.open(tx, about, { reason, itemId, openedBy: tx.personId });
      return this.disputeAccess.view(tx, context);
    });
  }

  @Handles(disputeContract.list)
  list(request: ListDisputesRequest, call: CallContext): Promise<Page<DisputeView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.disputes.list(tx, request, {
        personId: tx.personId,
        reach: reachOf(call.actor, actions.seeConfirmation),
        answering: reachOf(call.actor, actions.answerConfirmation),
        deciding: reachOf(call.actor, actions.decideDispute),
      });
      const views = await this.disputeAccess.viewsOf(tx, rows);
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(disputeContract.get)
  get(request: DisputeIdRequest, call: CallContext): Promise<DisputeView> {
    return this.transactions.read(call, async (tx) => {
      const context = await this.see(tx, request.disputeId);
      return this.disputeAccess.view(tx, context);
    });
  }

  @Handles(disputeContract.listMessages)
  listMessages(request: ListDisputeMessagesRequest, call: CallContext): Promise<Page<DisputeMessageView>> {
    return this.transactions.read(call, async (tx) => {
      await this.see(tx, request.disputeId);
      const rows = await this.disputes.pageOfMessages(tx, request);
      return toPage(await this.disputeAccess.messagesOf(tx, rows), {
        limit: request.limit,
        cursorOf: ({ number }) => [number],
      });
    });
  }

  /** Both sides and the deciding union may write while it is open. */
  @Handles(disputeContract.write)
  write(request: WriteDisputeMessageRequest, call: CallContext): Promise<Outcome<DisputeMessageView>> {
    return this.transactions.command(call, disputeContract.write, request, async (tx) => {
      const context = await this.disputeAccess.lock(tx, request.disputeId, actions.speakInDispute);
      const unionId = voiceOf(tx, context);
      if (unionId === null) throw new DomainError('NOT_PERMITTED');
      if (context.row.state !== 'open') throw new DomainError('DISPUTE_ENDED');
      const number = context.row.messageCount + 1;
      const message = {
        disputeId: context.row.id,
        number,
        unionId,
        text: request.text,
        writtenBy: tx.personId,
        writtenAt: tx.now,
      };
      await this.disputes.insertMessage(tx, message);
      await this.disputeAccess.save(tx, context, { messageCount: number, lastUnionId: unionId });
      const [view] = await this.disputeAccess.messagesOf(tx, [message]);
      if (view === undefined) throw new DomainError('NOT_FOUND');
      return view;
    });
  }

  /** Either side may refer it to the union above before the talk period ends. */
  @Handles(disputeContract.refer)
  refer(request: DisputeIdRequest, call: CallContext): Promise<Outcome<DisputeView>> {
    return this.transactions.command(call, disputeContract.refer, request, async (tx) => {
      const context = await this.disputeAccess.lock(tx, request.disputeId, actions.speakInDispute);
      requireVersion(tx, context.row.version);
      if (context.row.state !== 'open') throw new DomainError('DISPUTE_ENDED');
      if (isReferred(context.row, tx.now)) throw new DomainError('DISPUTE_REFERRED');
      const referred = await this.disputeAccess.save(tx, context, { referredAt: tx.now });
      return this.disputeAccess.view(tx, referred);
    });
  }

  private async see(tx: Transaction, id: string) {
    const context = await this.disputeAccess.find(tx, id);
    tx.authorise(actions.seeConfirmation, { paths: context?.sides.map(({ path }) => path) ?? [] });
    if (context === null) throw new DomainError('NOT_FOUND');
    return context;
  }
}
