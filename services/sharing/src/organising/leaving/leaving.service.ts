import { Injectable } from '@nestjs/common';
import type { CoHostView } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import {
  type LeaveCoHostingRequest,
  leavingContract,
} from '@gongxiang/contracts/sharing/organising/leaving.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import type { Invitation } from '../../activities/co-host/co-host-changes.js';
import { coHostViewOf } from '../../activities/co-host/co-host.view.js';
import { LeavingCoHosts } from './leaving-co-hosts.js';
import { LeavingEffects } from './leaving-effects.js';
import { leavingProblem } from './leaving-time.js';

/** Removes a co-host from an activity, with all effects. */
@Injectable()
export class LeavingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly coHosts: LeavingCoHosts,
    private readonly effects: LeavingEffects,
  ) {}

  /** @throws DomainError `CO_HOST_NOT_JOINED`, `CO_HOST_LEAVE_CLOSED`, `ACTIVITY_STARTED` */
  @Handles(leavingContract.leave)
  leave(request: LeaveCoHostingRequest, call: CallContext): Promise<Outcome<CoHostView>> {
    return this.transactions.command(call, leavingContract.leave, request, async (tx) => {
      const invitation = await this.coHosts.lock(tx, request);
      requireVersion(tx, invitation.row.version);
      if (invitation.row.state === 'left') return new ExistingResult(coHostViewOf(invitation));
      this.requireMayLeave(tx, invitation);
      return coHostViewOf(await this.effects.apply(tx, invitation, request.reason));
    });
  }

  private requireMayLeave(tx: Transaction, { row, activity }: Invitation): void {
    const problem = leavingProblem(row, activity, tx.now);
    if (problem === 'CO_HOST_NOT_JOINED') throw new DomainError(problem, { params: { state: row.state } });
    if (problem !== null) throw new DomainError(problem);
  }
}
