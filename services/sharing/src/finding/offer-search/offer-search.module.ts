import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ResourceModule } from '../../lending/resource/resource.module.js';
import { ActivityOffers } from './activity-offers.js';
import { OfferRebuild } from './offer-rebuild.js';
import { OfferPages } from './offer-pages.js';
import { OfferRights } from './offer-rights.js';
import { OfferSearchController } from './offer-search.controller.js';
import { OfferSearchRepository } from './offer-search.repository.js';
import { OfferSearchService } from './offer-search.service.js';

@Module({
  imports: [ReferenceModule, ResourceModule, ActivityModule],
  controllers: [OfferSearchController],
  providers: [
    OfferSearchService,
    OfferPages,
    OfferRights,
    OfferSearchRepository,
    ActivityOffers,
    OfferRebuild,
  ],
})
export class OfferSearchModule {}
