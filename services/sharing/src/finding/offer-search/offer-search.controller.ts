import { Controller } from '@nestjs/common';
import { ListOffersRequest, offerContract, type OfferView, type Page } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { OfferSearchService } from './offer-search.service.js';

@Controller()
export class OfferSearchController {
  constructor(private readonly search: OfferSearchService) {}

  @HandlesQuery(offerContract.list)
  list(@Request() request: ListOffersRequest, @Call() call: CallContext): Promise<Page<OfferView>> {
    return this.search.list(request, call);
  }
}
