import { Injectable } from '@nestjs/common';
import {
  type PromoteRegistrationRequest,
  registrationContract,
  type RegistrationIdRequest,
  type RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityTurns } from '../../activities/activity/activity-turns.js';
import { OfferWork } from './offer-work.js';
import { RegistrationRepository } from './registration.repository.js';

/** Seats for waiting people: accepting an offered one, and assigning one by hand. */
@Injectable()
export class OfferService {
  constructor(
    private readonly transactions: Transactions,
    private readonly turns: ActivityTurns,
    private readonly registrations: RegistrationRepository,
    private readonly work: OfferWork,
  ) {}

  /** Accepts the offered seat; repeating it returns the registration. Declining is a cancellation. */
  @Handles(registrationContract.acceptOffer)
  async accept(request: RegistrationIdRequest, call: CallContext): Promise<Outcome<RegistrationView>> {
    const activityId = await this.activityOf(request.registrationId, call);
    return this.transactions.command(
      call,
      registrationContract.acceptOffer,
      request,
      (tx) => this.work.accept(tx, activityId, request),
      { turn: this.turns.at(activityId) },
    );
  }

  /** Assigns a free seat by hand: to the first on the waitlist, or to another person for a reason. */
  @Handles(registrationContract.promote)
  async promote(request: PromoteRegistrationRequest, call: CallContext): Promise<Outcome<RegistrationView>> {
    const activityId = await this.activityOf(request.registrationId, call);
    return this.transactions.command(
      call,
      registrationContract.promote,
      request,
      (tx) => this.work.promote(tx, activityId, request),
      { turn: this.turns.at(activityId) },
    );
  }

  /** The activity to queue at never changes, so it may be read before the lock. */
  private async activityOf(registrationId: string, call: CallContext): Promise<string> {
    const row = await this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnRegistrations, {});
      return this.registrations.findById(tx, registrationId);
    });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row.activityId;
  }
}
