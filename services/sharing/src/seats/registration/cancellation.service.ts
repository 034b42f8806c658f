import { Injectable } from '@nestjs/common';
import {
  type CancelRegistrationRequest,
  registrationContract,
  type RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityTurns } from '../../activities/activity/activity-turns.js';
import { CancellationWork } from './cancellation-work.js';
import { RegistrationRepository } from './registration.repository.js';

/** Giving seats back; the waitlist gets them in the same transaction. */
@Injectable()
export class CancellationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly turns: ActivityTurns,
    private readonly registrations: RegistrationRepository,
    private readonly work: CancellationWork,
  ) {}

  /** Cancels a registration in any state, or gives back some of its companions. */
  @Handles(registrationContract.cancel)
  async cancel(request: CancelRegistrationRequest, call: CallContext): Promise<Outcome<RegistrationView>> {
    // The activity to queue at never changes, so it may be read before the lock.
    const row = await this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnRegistrations, {});
      return this.registrations.findById(tx, request.registrationId);
    });
    if (row === null) throw new DomainError('NOT_FOUND');
    const { activityId } = row;
    return this.transactions.command(
      call,
      registrationContract.cancel,
      request,
      (tx) => this.work.cancel(tx, activityId, request),
      { turn: this.turns.at(activityId) },
    );
  }
}
