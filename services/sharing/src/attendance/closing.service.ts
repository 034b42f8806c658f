import { Republishes } from '@gongxiang/messaging/events';
import { Injectable } from '@nestjs/common';
import {
  type ActivityClosingView,
  checkInContract,
  type CloseActivityRequest,
} from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { ClosingWork } from './closing-work.js';

@Injectable()
export class ClosingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly closing: ClosingWork,
  ) {}

  /** Closes an activity: attendance is final from here on, except for corrections. */
  @Handles(checkInContract.close)
  close(request: CloseActivityRequest, call: CallContext): Promise<Outcome<ActivityClosingView>> {
    return this.transactions.command(call, checkInContract.close, request, (tx) =>
      this.closing.close(tx, request.activityId),
    );
  }

  /** Publishes the attendance of closed activities again. @returns the last id, or null at the end */
  @Republishes('attendance')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.closing.republish(tx, afterId, limit);
  }
}
