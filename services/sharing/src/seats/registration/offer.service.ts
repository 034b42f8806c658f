import { Injectable } from '@nestjs/common';
import {
  type PromoteRegistrationRequest,
  registrationContract,
  type RegistrationRequest,
  type RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityTurns } from '../../activities/activity/activity-turns.js';
import { OfferWork } from './offer-work.js';
import { RegistrationRepository } from './registration.repository.js';

/** Seats for who has waited: accepting one that is offered, and giving one by hand. */
@Injectable()
export class OfferService {
  constructor(
    private readonly transactions: Transactions,
    private readonly turns: ActivityTurns,
    private readonly registrations: RegistrationRepository,
    private readonly work: OfferWork,
  ) {}

  /** Accepts the seat that is offered; who has accepted already is told what he has. Declining it is a cancellation. */
  @Handles(registrationContract.acceptOffer)
  async accept(request: RegistrationRequest, call: CallContext): Promise<Outcome<RegistrationView>> {
    const activityId = await this.activityOf(request.registrationId, call);
    return this.transactions.command(
      call,
      registrationContract.acceptOffer,
      request,
      (tx) => this.work.accept(tx, activityId, request),
      { turn: this.turns.at(activityId) },
    );
  }

  /** Gives a free seat by hand: to the first in the line, or to another one for a reason. */
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

  /** Which activity to queue at does not change, so it may be read before the lock. */
  private async activityOf(registrationId: string, call: CallContext): Promise<string> {
    const row = await this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnRegistrations, {});
      return this.registrations.findById(tx, registrationId);
    });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row.activityId;
  }
}
