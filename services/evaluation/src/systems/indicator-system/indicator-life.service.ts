import { Injectable } from '@nestjs/common';
import type { Contract } from '@gongxiang/contracts/core/contract';
import {
  indicatorSystemContract,
  type IndicatorSystemIdRequest,
  type IndicatorSystemView,
  type ReturnIndicatorSystemRequest,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { IndicatorSystemAccess } from './indicator-system-access.js';
import { changed } from './indicator-system-view.js';
import type { IndicatorSystemRow } from './indicator-system.entity.js';
import { IndicatorSystemRepository } from './indicator-system.repository.js';
import { type IndicatorStep, nextState, requireOther } from './indicator-state.model.js';

/** The steps of a version from draft to retired. */
@Injectable()
export class IndicatorLifeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly systems: IndicatorSystemRepository,
    private readonly access: IndicatorSystemAccess,
  ) {}

  /** Confirms that somebody other than its editor has reviewed this version. @throws DomainError `SAME_PERSON` */
  @Handles(indicatorSystemContract.review)
  review(request: IndicatorSystemIdRequest, call: CallContext): Promise<Outcome<IndicatorSystemView>> {
    return this.step('review', indicatorSystemContract.review, { request, call }, (tx, before) => {
      requireOther(before.editedBy, tx.personId);
      const returned = { returnedBy: null, returnReason: null, isReturned: false };
      return { ...returned, reviewedBy: tx.personId, reviewedAt: tx.now };
    });
  }

  /** Returns a reviewed version to draft, with a reason for its editors. */
  @Handles(indicatorSystemContract.sendBack)
  sendBack(request: ReturnIndicatorSystemRequest, call: CallContext): Promise<Outcome<IndicatorSystemView>> {
    return this.step('sendBack', indicatorSystemContract.sendBack, { request, call }, (tx) => {
      const reviewed = { reviewedBy: null, reviewedAt: null };
      return { ...reviewed, returnedBy: tx.personId, returnReason: request.reason, isReturned: true };
    });
  }

  @Handles(indicatorSystemContract.publish)
  publish(request: IndicatorSystemIdRequest, call: CallContext): Promise<Outcome<IndicatorSystemView>> {
    return this.step('publish', indicatorSystemContract.publish, { request, call }, (tx) => ({
      publishedBy: tx.personId,
      publishedAt: tx.now,
    }));
  }

  /** No new surveys, weights or scores use it; existing ones stay, and a next version can still be started. */
  @Handles(indicatorSystemContract.retire)
  retire(request: IndicatorSystemIdRequest, call: CallContext): Promise<Outcome<IndicatorSystemView>> {
    return this.step('retire', indicatorSystemContract.retire, { request, call }, (tx) => ({
      retiredBy: tx.personId,
      retiredAt: tx.now,
    }));
  }

  private step<Request extends IndicatorSystemIdRequest>(
    step: IndicatorStep,
    contract: Contract<Request, IndicatorSystemView>,
    { request, call }: { readonly request: Request; readonly call: CallContext },
    changeOf: (tx: Transaction, before: IndicatorSystemRow) => Partial<IndicatorSystemRow>,
  ): Promise<Outcome<IndicatorSystemView>> {
    return this.transactions.command(call, contract, request, async (tx) => {
      const before = await this.access.lockEditable(tx, request.systemId);
      requireVersion(tx, before.version);
      const state = nextState(before.state, step);
      const row = { ...before, ...changeOf(tx, before), state, version: before.version + 1 };
      await this.systems.update(tx, row);
      return changed(tx, row, before);
    });
  }
}
