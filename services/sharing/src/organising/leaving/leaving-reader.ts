import { Injectable } from '@nestjs/common';
import {
  type CoHostIdRequest,
  leavingContract,
  type LeavingView,
} from '@gongxiang/contracts/sharing/organising/leaving.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import type { Invitation } from '../../activities/co-host/co-host-changes.js';
import { LeavingCoHosts, hostOf } from './leaving-co-hosts.js';
import { LeavingCost } from './leaving-cost.js';
import { leavingEnd, leavingProblem } from './leaving-time.js';
import { LeavingRepository } from './leaving.repository.js';
import { LeavingSeats } from './leaving-seats.js';

/** Previews the effects of a co-host leaving. */
@Injectable()
export class LeavingReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly coHosts: LeavingCoHosts,
    private readonly seats: LeavingSeats,
    private readonly cost: LeavingCost,
    private readonly repository: LeavingRepository,
  ) {}

  @Handles(leavingContract.preview)
  preview(request: CoHostIdRequest, call: CallContext): Promise<LeavingView> {
    return this.transactions.read(call, async (tx) => {
      const invitation = await this.coHosts.find(tx, request);
      const { row, activity } = invitation;
      const host = hostOf(invitation);
      const loans = await this.repository.lentBy(tx, activity.loanId, row.unionId);
      return {
        coHostId: row.id,
        activityId: activity.id,
        activityVersion: activity.version,
        party: { kind: host.kind, id: host.id, name: host.name },
        problem: leavingProblem(row, activity, tx.now),
        until: leavingEnd(activity)?.toISOString() ?? null,
        ...(await this.seats.of(tx, invitation)),
        tasks: await this.tasksOf(tx, invitation),
        loans: loans.map((loan) => ({
          ...loan,
          startsAt: loan.startsAt.toISOString(),
          endsAt: loan.endsAt.toISOString(),
        })),
        cost: await this.cost.of(tx, invitation),
        endsAgreement: activity.agreementId !== null,
      };
    });
  }

  private async tasksOf(tx: Transaction, invitation: Invitation): Promise<LeavingView['tasks']> {
    const rows = await this.coHosts.openTasks(tx, invitation);
    return rows.map(({ id, title, dueOn }) => ({ id, title, dueOn }));
  }
}
