import { Controller } from '@nestjs/common';
import {
  PromoteRegistrationRequest,
  registrationContract,
  RegistrationRequest,
  type RegistrationView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { OfferService } from './offer.service.js';

@Controller()
export class OfferController {
  constructor(private readonly offers: OfferService) {}

  @HandlesCommand(registrationContract.acceptOffer)
  acceptOffer(
    @Request() request: RegistrationRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RegistrationView>> {
    return this.offers.accept(request, call);
  }

  @HandlesCommand(registrationContract.promote)
  promote(
    @Request() request: PromoteRegistrationRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RegistrationView>> {
    return this.offers.promote(request, call);
  }
}
