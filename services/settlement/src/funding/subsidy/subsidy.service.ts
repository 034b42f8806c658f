import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListSubsidiesRequest,
  type ReasonForSubsidyRequest,
  type SendSubsidyRequest,
  subsidyContract,
  type SubsidyRequest,
  type SubsidySummaryView,
  type SubsidyView,
} from '@gongxiang/contracts/settlement/funding/subsidy.contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as referenceActions } from '../../reference/actions.js';
import { actions } from '../actions.js';
import { SubsidyDesk } from './subsidy-desk.service.js';
import { SubsidyKeeper } from './subsidy-keeper.service.js';
import { nextApplicationState, nextSubsidyState } from './subsidy-life.model.js';
import type { SubsidyRow } from './subsidy.entity.js';
import { SubsidyRepository } from './subsidy.repository.js';
import { SubsidyViews } from './subsidy-view.service.js';

/** What was given, until it may be used: its conditions accepted, and its money owed or there. */
@Injectable()
export class SubsidyService {
  constructor(
    private readonly transactions: Transactions,
    private readonly subsidies: SubsidyRepository,
    private readonly keeper: SubsidyKeeper,
    private readonly desk: SubsidyDesk,
    private readonly views: SubsidyViews,
  ) {}

  @Handles(subsidyContract.list)
  list(request: ListSubsidiesRequest, call: CallContext): Promise<Page<SubsidySummaryView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.subsidies.list(tx, request, reachOf(call.actor, actions.seeSubsidies));
      return toPage(await this.views.subsidiesOf(tx, rows), {
        limit: request.limit,
        cursorOf: ({ id }) => [id],
      });
    });
  }

  @Handles(subsidyContract.get)
  get(request: SubsidyRequest, call: CallContext): Promise<SubsidyView> {
    return this.transactions.read(call, async (tx) =>
      this.views.subsidy(tx, await this.keeper.see(tx, request.subsidyId)),
    );
  }

  /** What goes by netting is owed from here on; what goes by the bank is posted when it has arrived. */
  @Handles(subsidyContract.accept)
  accept(request: SubsidyRequest, call: CallContext): Promise<Outcome<SubsidyView>> {
    return this.transactions.command(call, subsidyContract.accept, request, async (tx) => {
      const row = await this.atReceiver(tx, request);
      if (row.approvedBy === tx.personId) throw new DomainError('SAME_PERSON');
      const accepted = { acceptedBy: tx.personId, acceptedAt: tx.now };
      const isNetted = row.payment === 'netting';
      const state = nextSubsidyState(row.state, isNetted ? 'accept' : 'await');
      const entryId = isNetted ? await this.give(tx, row) : null;
      return this.views.subsidy(tx, await this.keeper.save(tx, row, { ...accepted, state, entryId }));
    });
  }

  /** Whoever cannot keep the conditions does without: the money is free for others again. */
  @Handles(subsidyContract.decline)
  decline(request: ReasonForSubsidyRequest, call: CallContext): Promise<Outcome<SubsidyView>> {
    return this.transactions.command(call, subsidyContract.decline, request, async (tx) => {
      // Its award goes back to the programme, whose lock comes first.
      const found = await this.keeper.see(tx, request.subsidyId);
      const { programme, application } = await this.desk.takeApplication(tx, found.applicationId);
      const row = await this.atReceiver(tx, request);
      const state = nextSubsidyState(row.state, 'decline');
      const saved = await this.keeper.save(tx, row, { state, reason: request.reason });
      const withdrawn = nextApplicationState(application.state, 'decline');
      await this.desk.saveApplication(tx, application, { state: withdrawn, awardFen: null });
      await this.desk.saveProgramme(tx, programme, { awardedFen: programme.awardedFen - row.grantedFen });
      return this.views.subsidy(tx, saved);
    });
  }

  @Handles(subsidyContract.confirmSent)
  confirmSent(request: SendSubsidyRequest, call: CallContext): Promise<Outcome<SubsidyView>> {
    return this.transactions.command(call, subsidyContract.confirmSent, request, async (tx) => {
      const at = { rule: actions.paySubsidy, at: 'giver' } as const;
      const row = await this.keeper.take(tx, request.subsidyId, at);
      requireVersion(tx, row.version);
      const state = nextSubsidyState(row.state, 'send');
      if (row.sentAt !== null) throw new DomainError('ILLEGAL_TRANSITION');
      const { bankReference } = request;
      const changes = { state, bankReference, sentBy: tx.personId, sentAt: tx.now };
      return this.views.subsidy(tx, await this.keeper.save(tx, row, changes));
    });
  }

  /** Given and paid in one: by two entries that leave nothing to be netted. */
  @Handles(subsidyContract.confirmReceived)
  confirmReceived(request: SubsidyRequest, call: CallContext): Promise<Outcome<SubsidyView>> {
    return this.transactions.command(call, subsidyContract.confirmReceived, request, async (tx) => {
      const at = { rule: actions.paySubsidy, at: 'receiver' } as const;
      const row = await this.keeper.take(tx, request.subsidyId, at);
      requireVersion(tx, row.version);
      const state = nextSubsidyState(row.state, 'receive');
      if (row.sentAt === null) throw new DomainError('ILLEGAL_TRANSITION');
      if (row.sentBy === tx.personId) throw new DomainError('SAME_PERSON');
      const entryId = await this.give(tx, row);
      const { id: sourceId, grantedFen: amountFen } = row;
      await this.keeper.post(tx, row, { kind: 'subsidyPaid', sourceId, amountFen, postedBy: tx.personId });
      const changes = { state, entryId, receivedBy: tx.personId, receivedAt: tx.now };
      return this.views.subsidy(tx, await this.keeper.save(tx, row, changes));
    });
  }

  private async atReceiver(tx: Transaction, { subsidyId }: SubsidyRequest): Promise<SubsidyRow> {
    const row = await this.keeper.take(tx, subsidyId, { rule: actions.useSubsidy, at: 'receiver' });
    requireVersion(tx, row.version);
    return row;
  }

  private give(tx: Transaction, row: SubsidyRow): Promise<string> {
    const { id: sourceId, grantedFen: amountFen, approvedBy: postedBy } = row;
    return this.keeper.post(tx, row, { kind: 'subsidy', sourceId, amountFen, postedBy });
  }
}
