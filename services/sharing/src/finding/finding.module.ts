import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { FilesModule } from '../files/files.module.js';
import { LendingModule } from '../lending/lending.module.js';
import { OrganisingModule } from '../organising/organising.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { ActivityOffers } from './match/activity-offers.js';
import { ActivityOutcome } from './match/activity-outcome.js';
import { BestResources } from './match/best-resources.js';
import { BrandOffers } from './match/brand-offers.js';
import { BrandOutcome } from './match/brand-outcome.js';
import { CoHostingPlanService } from './match/co-hosting-plan.service.js';
import { EarlierScores } from './match/earlier-scores.js';
import { EarlierScoresRepository } from './match/earlier-scores.repository.js';
import { FreeSeatsRepository } from './match/free-seats.repository.js';
import { MatchAwaits } from './match/match-awaits.js';
import { MatchKeyRepository } from './match/match-key.repository.js';
import { MatchLists } from './match/match-lists.js';
import { MatchOutcomes } from './match/match-outcomes.js';
import { MatchStore } from './match/match-store.js';
import { MatchAccess } from './match/match-access.js';
import { MatchConsumer } from './match/match.consumer.js';
import { MatchNotices } from './match/match-notices.js';
import { MatchReader } from './match/match-reader.js';
import { MatchService } from './match/match.service.js';
import { MatchEvents } from './match/match-events.js';
import { MatchingStores } from './match/matching-stores.js';
import { MatchingService } from './match/matching.service.js';
import { NeedOffers } from './match/need-offers.js';
import { NeedOutcome } from './match/need-outcome.js';
import { OfferMatchingService } from './match/offer-matching.service.js';
import { OfferSource } from './match/offer-source.js';
import { ResourceOffers } from './match/resource-offers.js';
import { ResourceOutcome } from './match/resource-outcome.js';
import { OfferPages } from './offer-search/offer-pages.js';
import { OfferRebuild } from './offer-search/offer-rebuild.js';
import { OfferRights } from './offer-search/offer-rights.js';
import { OfferRightsRepository } from './offer-search/offer-rights.repository.js';
import { OfferSearchRepository } from './offer-search/offer-search.repository.js';
import { OfferSearchService } from './offer-search/offer-search.service.js';
import { SearchedActivities } from './offer-search/searched-activities.js';
import { SearchRepository } from './search/search.repository.js';
import { SearchService } from './search/search.service.js';
import { TitlesFold } from './search/titles-fold.due.js';
import { GivenAndReceivedRepository } from './supply-and-demand/given-and-received.repository.js';
import { SharingBelowRepository } from './supply-and-demand/sharing-below.repository.js';
import { GivenAndReceivedService } from './supply-and-demand/given-and-received.service.js';
import { SupplyAndDemandRepository } from './supply-and-demand/supply-and-demand.repository.js';
import { SupplyAndDemandService } from './supply-and-demand/supply-and-demand.service.js';
import { WordEffects } from './word-group/word-effects.js';
import { WordEffectsRepository } from './word-group/word-effects.repository.js';
import { WordGroupService } from './word-group/word-group.service.js';
import { WordTrialService } from './word-group/word-trial.service.js';

const offerSearch = [
  OfferSearchService,
  OfferPages,
  OfferRightsRepository,
  OfferRights,
  OfferSearchRepository,
  SearchedActivities,
  OfferRebuild,
];
const search = [SearchService, SearchRepository, TitlesFold];
const supplyAndDemand = [
  SupplyAndDemandService,
  SupplyAndDemandRepository,
  GivenAndReceivedService,
  GivenAndReceivedRepository,
  SharingBelowRepository,
];
const wordGroup = [WordGroupService, WordTrialService, WordEffects, WordEffectsRepository];
const match = [
  ResourceOffers,
  BestResources,
  ActivityOffers,
  BrandOffers,
  NeedOffers,
  OfferSource,
  EarlierScoresRepository,
  FreeSeatsRepository,
  EarlierScores,
  ResourceOutcome,
  ActivityOutcome,
  BrandOutcome,
  NeedOutcome,
  MatchOutcomes,
  MatchingService,
  OfferMatchingService,
  MatchLists,
  MatchingStores,
  MatchKeyRepository,
  MatchConsumer,
  MatchService,
  MatchReader,
  MatchAccess,
  MatchStore,
  MatchNotices,
  MatchEvents,
  MatchAwaits,
  CoHostingPlanService,
];

@Module({
  imports: [ReferenceModule, FilesModule, LendingModule, ActivitiesModule, OrganisingModule],
  providers: [...offerSearch, ...search, ...supplyAndDemand, ...wordGroup, ...match],
})
export class FindingModule {}
