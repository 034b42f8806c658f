import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { NoticeModule } from '../../reference/notice/notice.module.js';
import { EligibilityModule } from '../../activities/eligibility/eligibility.module.js';
import { PoolModule } from '../../activities/pool/pool.module.js';
import { QueueModule } from '../queue/queue.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { SignUpFormModule } from '../../activities/sign-up-form/sign-up-form.module.js';
import { AdmissionService } from './admission.service.js';
import { AnswerErasure } from './answer-erasure.js';
import { AnswersController } from './answers.controller.js';
import { AnswersReader } from './answers.reader.js';
import { AnswersRepository } from './answers.repository.js';
import { AnswersScopes } from './answers.scope.js';
import { AnswersService } from './answers.service.js';
import { CancellationService } from './cancellation.service.js';
import { CancellationWork } from './cancellation.work.js';
import { CompanionService } from './companion.service.js';
import { LineRepository } from './line.repository.js';
import { MembershipService } from './membership.service.js';
import { OfferController } from './offer.controller.js';
import { OfferService } from './offer.service.js';
import { OfferWork } from './offer.work.js';
import { Participants } from './participants.js';
import { PartyGrowth } from './party-growth.js';
import { PoolReleaseService } from './pool-release.service.js';
import { PoolSeats } from './pool-seats.js';
import { PublicActivityRepository } from './public-activity.repository.js';
import { PublicActivityService } from './public-activity.service.js';
import { RegistrationConsumer } from './registration.consumer.js';
import { RegistrationController } from './registration.controller.js';
import { RegistrationNotices } from './registration.notices.js';
import { RegistrationReader } from './registration.reader.js';
import { RegistrationRepository } from './registration.repository.js';
import { RegistrationService } from './registration.service.js';
import { SeatCapService } from './seat-cap.service.js';
import { SeatCaps } from './seat-caps.js';
import { SeatWatch } from './seat.watch.js';
import { SeatingService } from './seating.service.js';
import { SeatsController } from './seats.controller.js';
import { SeatsService } from './seats.service.js';
import { SignUpData } from './sign-up-data.js';
import { SignUpTerms } from './sign-up-terms.js';
import { SignUpService } from './sign-up.service.js';

@Module({
  imports: [
    NoticeModule,
    ReferenceModule,
    ActivityModule,
    PoolModule,
    SignUpFormModule,
    EligibilityModule,
    QueueModule,
  ],
  controllers: [AnswersController, RegistrationController, OfferController, SeatsController],
  providers: [
    AdmissionService,
    AnswerErasure,
    AnswersReader,
    AnswersRepository,
    AnswersScopes,
    AnswersService,
    CancellationService,
    CancellationWork,
    CompanionService,
    LineRepository,
    MembershipService,
    OfferService,
    OfferWork,
    Participants,
    PartyGrowth,
    PoolReleaseService,
    PoolSeats,
    PublicActivityRepository,
    PublicActivityService,
    RegistrationConsumer,
    RegistrationNotices,
    RegistrationReader,
    RegistrationRepository,
    RegistrationService,
    SeatCaps,
    SeatCapService,
    SeatingService,
    SeatWatch,
    SeatsService,
    SignUpData,
    SignUpService,
    SignUpTerms,
  ],
  exports: [
    AdmissionService,
    AnswersReader,
    LineRepository,
    PoolReleaseService,
    PoolSeats,
    RegistrationReader,
    RegistrationRepository,
    SeatingService,
  ],
})
export class RegistrationModule {}
