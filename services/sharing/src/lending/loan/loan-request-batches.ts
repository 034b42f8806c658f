import { Injectable } from '@nestjs/common';
import {
  loanContract,
  type LoanView,
  type CreateLoanRequest,
} from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Batches, type PendingRequest, pendingRequest, Transactions } from '@gongxiang/persistence';
import { BookingService } from '../resource/booking.service.js';
import { ResourceTurns } from '../resource/resource-turns.js';
import { LoanRequestService } from './loan-request.service.js';

/**
 * Batches loan requests in a rush: one lock and one commit for everybody who came while the previous batch was
 * decided.
 */
@Injectable()
export class LoanRequestBatches {
  private readonly batches: Batches<PendingRequest<CreateLoanRequest>, Outcome<LoanView>>;

  constructor(
    transactions: Transactions,
    turns: ResourceTurns,
    booking: BookingService,
    requests: LoanRequestService,
  ) {
    this.batches = new Batches(turns, (resourceId, batch) =>
      transactions.commands(loanContract.request, batch, {
        lock: (tx) => booking.lockKnown(tx, resourceId),
        decide: (asked, locked) => requests.lendAll(asked, locked),
      }),
    );
  }

  /** @throws DomainError the refusal; `BUSY` if 2,000 wait for this resource already */
  @Handles(loanContract.request)
  request(request: CreateLoanRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.batches.add(request.resourceId, pendingRequest(request, call), call.deadline);
  }
}
