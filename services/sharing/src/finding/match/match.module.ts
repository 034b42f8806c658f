import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { BrandModule } from '../../organising/brand/brand.module.js';
import { CoHostModule } from '../../activities/co-host/co-host.module.js';
import { NeedModule } from '../../lending/need/need.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ResourceModule } from '../../lending/resource/resource.module.js';
import { ActivityOffers } from './activity-offers.js';
import { ActivityOutcome } from './activity-outcome.js';
import { BrandOffers } from './brand-offers.js';
import { BrandOutcome } from './brand-outcome.js';
import { CoHostingPlanService } from './co-hosting-plan.service.js';
import { EarlierScores } from './earlier-scores.js';
import { MatchKeyRepository } from './match-key.repository.js';
import { MatchLists } from './match-lists.js';
import { MatchOutcomes } from './match-outcomes.js';
import { MatchStore } from './match-store.js';
import { MatchAccess } from './match.access.js';
import { MatchConsumer } from './match.consumer.js';
import { MatchController } from './match.controller.js';
import { MatchNotices } from './match.notices.js';
import { MatchReader } from './match.reader.js';
import { MatchService } from './match.service.js';
import { MatchTold } from './match.told.js';
import { MatchingStores } from './matching-stores.js';
import { MatchingService } from './matching.service.js';
import { NeedOffers } from './need-offers.js';
import { NeedOutcome } from './need-outcome.js';
import { OfferMatchingService } from './offer-matching.service.js';
import { OfferSource } from './offer-source.js';
import { ResourceOffers } from './resource-offers.js';
import { ResourceOutcome } from './resource-outcome.js';

const offers = [ResourceOffers, ActivityOffers, BrandOffers, NeedOffers, OfferSource, EarlierScores];
const outcomes = [ResourceOutcome, ActivityOutcome, BrandOutcome, NeedOutcome, MatchOutcomes];
const matching = [
  MatchingService,
  OfferMatchingService,
  MatchLists,
  MatchingStores,
  MatchKeyRepository,
  MatchConsumer,
];

@Module({
  imports: [
    ReferenceModule,
    NoticeModule,
    ResourceModule,
    NeedModule,
    ActivityModule,
    CoHostModule,
    BrandModule,
  ],
  controllers: [MatchController],
  providers: [
    ...offers,
    ...outcomes,
    ...matching,
    MatchService,
    MatchReader,
    MatchAccess,
    MatchStore,
    MatchNotices,
    MatchTold,
    CoHostingPlanService,
  ],
})
export class MatchModule {}
