import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type AgreementAwaitingView,
  agreementContract,
  type AgreementIdRequest,
  type AgreementView,
  type ListAgreementsAwaitingRequest,
  type ListAgreementsRequest,
} from '@gongxiang/contracts/sharing/activities/agreement.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { recordEvents, Republishes } from '@gongxiang/messaging/events';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity-access.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { AgreementAccess } from './agreement-access.js';
import { hostsOf } from './agreement.model.js';
import { AgreementRepository } from './agreement.repository.js';
import { agreementStateOf, agreementViewOf, awaitingViewOf } from './agreement.view.js';

/** Shows versions to the roles of the hosting unions; for everybody else they do not exist. */
@Injectable()
export class AgreementReaderService {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly access: AgreementAccess,
    private readonly activities: ActivityRepository,
    private readonly activityAccess: ActivityAccess,
  ) {}

  @Handles(agreementContract.get)
  get(request: AgreementIdRequest, call: CallContext): Promise<AgreementView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const row = await this.agreements.findById(tx, request.agreementId);
      if (row === null) throw new DomainError('NOT_FOUND');
      await this.access.see(tx, row.hosts);
      const mayFor = await this.access.signing(tx, row.hosts);
      return agreementViewOf(row, await this.agreements.signatures(tx, [row.id]), mayFor);
    });
  }

  @Handles(agreementContract.list)
  list(request: ListAgreementsRequest, call: CallContext): Promise<Page<AgreementView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const activity = await this.activities.findById(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      await this.access.see(tx, hostsOf(activity), await this.activityAccess.isVisible(tx, activity));
      const rows = await this.agreements.list(tx, request);
      const ids = rows.map((row) => row.id);
      const signatures = await this.agreements.signatures(tx, ids);
      const mayFor = await this.access.signing(
        tx,
        rows.flatMap((row) => row.hosts),
      );
      return toPage(
        rows.map((row) => agreementViewOf(row, signatures, mayFor)),
        { limit: request.limit, cursorOf: (view) => [view.versionNumber] },
      );
    });
  }

  /** The versions that wait for the caller's signature for any host. */
  @Handles(agreementContract.listAwaiting)
  listAwaiting(
    request: ListAgreementsAwaitingRequest,
    call: CallContext,
  ): Promise<Page<AgreementAwaitingView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const signer = { personId: tx.personId, rolePaths: reachOf(call.actor, actions.signAgreement) };
      const rows = await this.agreements.listAwaiting(tx, signer, request);
      const page = toPage(rows, { limit: request.limit, cursorOf: (row) => [row.id] });
      const mayFor = await this.access.signing(
        tx,
        page.items.flatMap((row) => row.hosts),
      );
      const signatures = await this.agreements.signatures(
        tx,
        page.items.map((row) => row.id),
      );
      return { ...page, items: page.items.map((row) => awaitingViewOf(row, signatures, mayFor)) };
    });
  }

  /** Publishes a page of states again. @returns the last id, or null at the end */
  @Republishes('agreement')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.agreements.after(tx, afterId, limit);
    await recordEvents(
      tx,
      sharingEvents.agreementChanged,
      rows.map((row) => ({ about: row.id, data: agreementStateOf(row) })),
    );
    return rows.at(-1)?.id ?? null;
  }
}
