import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListSubsidiesRequest,
  type ReasonForSubsidyRequest,
  type SendSubsidyRequest,
  subsidyContract,
  type SubsidyIdRequest,
  type SubsidySummaryView,
  type SubsidyView,
} from '@gongxiang/contracts/settlement/funding/subsidy.contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as referenceActions } from '../../reference/actions.js';
import { actions } from '../actions.js';
import { ProgrammeAccess } from './programme-access.js';
import { SubsidyAccess } from './subsidy-access.js';
import { nextApplicationState, nextSubsidyState } from './subsidy-life.model.js';
import type { SubsidyRow } from './subsidy.entity.js';
import { SubsidyRepository } from './subsidy.repository.js';
import { SubsidyViews } from './subsidy-view.service.js';

/** Subsidies from the offer until they are usable: conditions accepted, and the money owed or paid. */
@Injectable()
export class SubsidyService {
  constructor(
    private readonly transactions: Transactions,
    private readonly subsidies: SubsidyRepository,
    private readonly subsidyAccess: SubsidyAccess,
    private readonly programmeAccess: ProgrammeAccess,
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
  get(request: SubsidyIdRequest, call: CallContext): Promise<SubsidyView> {
    return this.transactions.read(call, async (tx) =>
      this.views.subsidy(tx, await this.subsidyAccess.findVisible(tx, request.subsidyId)),
    );
  }

  /** A netted subsidy is posted as a debt now; a bank transfer is posted when it has arrived. */
  @Handles(subsidyContract.accept)
  accept(request: SubsidyIdRequest, call: CallContext): Promise<Outcome<SubsidyView>> {
    return this.transactions.command(call, subsidyContract.accept, request, async (tx) => {
      const row = await this.atReceiver(tx, request);
      if (row.approvedBy === tx.personId) throw new DomainError('SAME_PERSON');
      const accepted = { acceptedBy: tx.personId, acceptedAt: tx.now };
      const isNetted = row.payment === 'netting';
      const state = nextSubsidyState(row.state, isNetted ? 'accept' : 'await');
      const entryId = isNetted ? await this.postGrant(tx, row) : null;
      return this.views.subsidy(tx, await this.subsidyAccess.save(tx, row, { ...accepted, state, entryId }));
    });
  }

  /** Declines a subsidy whose conditions the receiver cannot meet; the money becomes available to others again. */
  @Handles(subsidyContract.decline)
  decline(request: ReasonForSubsidyRequest, call: CallContext): Promise<Outcome<SubsidyView>> {
    return this.transactions.command(call, subsidyContract.decline, request, async (tx) => {
      // The award is returned to the programme, whose lock is taken first.
      const found = await this.subsidyAccess.findVisible(tx, request.subsidyId);
      const { programme, application } = await this.programmeAccess.lockApplication(tx, found.applicationId);
      const row = await this.atReceiver(tx, request);
      const state = nextSubsidyState(row.state, 'decline');
      const saved = await this.subsidyAccess.save(tx, row, { state, reason: request.reason });
      const withdrawn = nextApplicationState(application.state, 'decline');
      await this.programmeAccess.saveApplication(tx, application, { state: withdrawn, awardFen: null });
      await this.programmeAccess.saveProgramme(tx, programme, {
        awardedFen: programme.awardedFen - row.grantedFen,
      });
      return this.views.subsidy(tx, saved);
    });
  }

  @Handles(subsidyContract.confirmSent)
  confirmSent(request: SendSubsidyRequest, call: CallContext): Promise<Outcome<SubsidyView>> {
    return this.transactions.command(call, subsidyContract.confirmSent, request, async (tx) => {
      const at = { rule: actions.paySubsidy, at: 'giver' } as const;
      const row = await this.subsidyAccess.lock(tx, request.subsidyId, at);
      requireVersion(tx, row.version);
      const state = nextSubsidyState(row.state, 'send');
      if (row.sentAt !== null) throw new DomainError('ILLEGAL_TRANSITION');
      const { bankReference } = request;
      const changes = { state, bankReference, sentBy: tx.personId, sentAt: tx.now };
      return this.views.subsidy(tx, await this.subsidyAccess.save(tx, row, changes));
    });
  }

  /** Posts grant and payment together: two entries that leave nothing to be netted. */
  @Handles(subsidyContract.confirmReceived)
  confirmReceived(request: SubsidyIdRequest, call: CallContext): Promise<Outcome<SubsidyView>> {
    return this.transactions.command(call, subsidyContract.confirmReceived, request, async (tx) => {
      const at = { rule: actions.paySubsidy, at: 'receiver' } as const;
      const row = await this.subsidyAccess.lock(tx, request.subsidyId, at);
      requireVersion(tx, row.version);
      const state = nextSubsidyState(row.state, 'receive');
      if (row.sentAt === null) throw new DomainError('ILLEGAL_TRANSITION');
      if (row.sentBy === tx.personId) throw new DomainError('SAME_PERSON');
      const entryId = await this.postGrant(tx, row);
      const { id: sourceId, grantedFen: amountFen } = row;
      await this.subsidyAccess.post(tx, row, {
        kind: 'subsidyPaid',
        sourceId,
        amountFen,
        postedBy: tx.personId,
      });
      const changes = { state, entryId, receivedBy: tx.personId, receivedAt: tx.now };
      return this.views.subsidy(tx, await this.subsidyAccess.save(tx, row, changes));
    });
  }

  private async atReceiver(tx: Transaction, { subsidyId }: SubsidyIdRequest): Promise<SubsidyRow> {
    const row = await this.subsidyAccess.lock(tx, subsidyId, { rule: actions.useSubsidy, at: 'receiver' });
    requireVersion(tx, row.version);
    return row;
  }

  private postGrant(tx: Transaction, row: SubsidyRow): Promise<string> {
    const { id: sourceId, grantedFen: amountFen, approvedBy: postedBy } = row;
    return this.subsidyAccess.post(tx, row, { kind: 'subsidy', sourceId, amountFen, postedBy });
  }
}
