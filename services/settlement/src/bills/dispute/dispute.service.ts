import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  disputeContract,
  type DisputeMessageView,
  type DisputeRequest,
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
import { DisputeCalls } from './dispute-calls.js';
import { DisputeDesk } from './dispute-desk.js';
import { isReferred } from './dispute.model.js';
import { DisputeRepository } from './dispute.repository.js';
import { voiceOf } from './dispute.view.js';

/** A share that a party does not agree with: what is disputed, and what both sides say about it. */
@Injectable()
export class DisputeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly disputes: DisputeRepository,
    private readonly confirmations: ConfirmationService,
    private readonly desk: DisputeDesk,
    private readonly calls: DisputeCalls,
  ) {}

  @Handles(disputeContract.open)
  open(request: OpenDisputeRequest, call: CallContext): Promise<Outcome<DisputeView>> {
    return this.transactions.command(call, disputeContract.open, request, async (tx) => {
      const about = await this.confirmations.take(tx, request.confirmationId);
      const { reason, itemId = null } = request;
      const place = await this.desk.open(tx, about, { reason, itemId, openedBy: tx.personId });
      await this.calls.opened(tx, place);
      return this.desk.view(tx, place);
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
      const views = await this.desk.viewsOf(tx, rows);
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(disputeContract.get)
  get(request: DisputeRequest, call: CallContext): Promise<DisputeView> {
    return this.transactions.read(call, async (tx) => {
      const place = await this.see(tx, request.disputeId);
      return this.desk.view(tx, place);
    });
  }

  @Handles(disputeContract.listMessages)
  listMessages(request: ListDisputeMessagesRequest, call: CallContext): Promise<Page<DisputeMessageView>> {
    return this.transactions.read(call, async (tx) => {
      await this.see(tx, request.disputeId);
      const rows = await this.disputes.pageOfMessages(tx, request);
      return toPage(await this.desk.messagesOf(tx, rows), {
        limit: request.limit,
        cursorOf: ({ number }) => [number],
      });
    });
  }

  /** Both sides, and whoever stands above them, as long as it is open. */
  @Handles(disputeContract.write)
  write(request: WriteDisputeMessageRequest, call: CallContext): Promise<Outcome<DisputeMessageView>> {
    return this.transactions.command(call, disputeContract.write, request, async (tx) => {
      const place = await this.desk.take(tx, request.disputeId, actions.speakInDispute);
      const unionId = voiceOf(tx, place);
      if (unionId === null) throw new DomainError('NOT_PERMITTED');
      if (place.row.state !== 'open') throw new DomainError('DISPUTE_ENDED');
      const number = place.row.messageCount + 1;
      const message = {
        disputeId: place.row.id,
        number,
        unionId,
        text: request.text,
        writtenBy: tx.personId,
        writtenAt: tx.now,
      };
      await this.disputes.insertMessage(tx, message);
      await this.desk.save(tx, place, { messageCount: number, lastUnionId: unionId });
      const [view] = await this.desk.messagesOf(tx, [message]);
      if (view === undefined) throw new DomainError('NOT_FOUND');
      return view;
    });
  }

  /** Either side puts it to the union above both before its time. */
  @Handles(disputeContract.refer)
  refer(request: DisputeRequest, call: CallContext): Promise<Outcome<DisputeView>> {
    return this.transactions.command(call, disputeContract.refer, request, async (tx) => {
      const place = await this.desk.take(tx, request.disputeId, actions.speakInDispute);
      requireVersion(tx, place.row.version);
      if (place.row.state !== 'open') throw new DomainError('DISPUTE_ENDED');
      if (isReferred(place.row, tx.now)) throw new DomainError('DISPUTE_REFERRED');
      const referred = await this.desk.save(tx, place, { referredAt: tx.now });
      await this.calls.referred(tx, referred);
      return this.desk.view(tx, referred);
    });
  }

  private async see(tx: Transaction, id: string) {
    const place = await this.desk.find(tx, id);
    tx.authorise(actions.seeConfirmation, { paths: place?.sides.map(({ path }) => path) ?? [] });
    if (place === null) throw new DomainError('NOT_FOUND');
    return place;
  }
}
