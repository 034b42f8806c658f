import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { BenefitDueWork } from './benefit/benefit.due.js';
import { BenefitReader } from './benefit/benefit-reader.js';
import { BenefitRepository } from './benefit/benefit.repository.js';
import { BenefitService } from './benefit/benefit.service.js';
import { ListingReviewFlow } from './listing-review/listing-review-flow.js';
import { ListingReviewReader } from './listing-review/listing-review-reader.js';
import { ListingReviewRepository } from './listing-review/listing-review.repository.js';
import { ListingReviewSeal } from './listing-review/listing-review-seal.js';
import { ListingReviewService } from './listing-review/listing-review.service.js';
import { ReviewedListings } from './listing-review/reviewed-listings.js';
import { VacancyDueWork } from './vacancy/vacancy.due.js';
import { VacancyReader } from './vacancy/vacancy-reader.js';
import { VacancyRepository } from './vacancy/vacancy.repository.js';
import { VacancyService } from './vacancy/vacancy.service.js';
import { VacancyInterestRepository } from './vacancy-interest/vacancy-interest.repository.js';
import { VacancyInterestSeal } from './vacancy-interest/vacancy-interest-seal.js';
import { VacancyInterestService } from './vacancy-interest/vacancy-interest.service.js';

@Module({
  imports: [ReferenceModule],
  providers: [
    VacancyRepository,
    VacancyReader,
    VacancyService,
    VacancyDueWork,
    VacancyInterestRepository,
    VacancyInterestSeal,
    VacancyInterestService,
    BenefitRepository,
    BenefitReader,
    BenefitService,
    BenefitDueWork,
    ListingReviewRepository,
    ListingReviewSeal,
    ReviewedListings,
    ListingReviewReader,
    ListingReviewFlow,
    ListingReviewService,
  ],
  exports: [VacancyInterestService],
})
export class ListingsModule {}
