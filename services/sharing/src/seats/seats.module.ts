import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { DrawEntryRepository } from './draw/draw-entry.repository.js';
import { DrawSecrets } from './draw/draw-secrets.js';
import { DrawChanges } from './draw/draw-changes.js';
import { DrawConsumer } from './draw/draw.consumer.js';
import { DrawEditing } from './draw/draw-editing.js';
import { DrawFacts } from './draw/draw-facts.js';
import { DrawReader } from './draw/draw-reader.js';
import { DrawRepository } from './draw/draw.repository.js';
import { DrawSeats } from './draw/draw-seats.js';
import { DrawService } from './draw/draw.service.js';
import { Entrants } from './draw/entrants.js';
import { EntryService } from './draw/entry.service.js';
import { EntryWork } from './draw/entry-work.js';
import { FreezingWork } from './draw/freezing-work.js';
import { ResultsWork } from './draw/results-work.js';
import { FamilyService } from './family/family.service.js';
import { RelativeRepository } from './family/relative.repository.js';
import { CouponCodes } from './give-away/coupon-codes.js';
import { CouponSync } from './give-away/coupon-sync.js';
import { CouponReminder } from './give-away/coupon-reminder.js';
import { CouponRepository } from './give-away/coupon.repository.js';
import { CouponService } from './give-away/coupon.service.js';
import { GiveAwayConsumer } from './give-away/give-away.consumer.js';
import { GiveAwayAccess } from './give-away/give-away-access.js';
import { GiveAwayRepository } from './give-away/give-away.repository.js';
import { GiveAwayService } from './give-away/give-away.service.js';
import { IssuedCoupons } from './give-away/issued-coupons.js';
import { RedeemingPointService } from './give-away/redeeming-point.service.js';
import { RedeemingCounters } from './give-away/redeeming-counters.js';
import { RedeemingRepository } from './give-away/redeeming.repository.js';
import { RedeemingService } from './give-away/redeeming.service.js';
import { Redemptions } from './give-away/redemptions.js';
import { GroupSignUpRepository } from './group-sign-up/group-sign-up.repository.js';
import { GroupSignUpService } from './group-sign-up/group-sign-up.service.js';
import { JoiningService } from './queue/joining.service.js';
import { JoiningWork } from './queue/joining-work.js';
import { QueueSecrets } from './queue/queue-secrets.js';
import { QueueGate } from './queue/queue-gate.js';
import { QueueOpening } from './queue/queue-opening.js';
import { QueueReader } from './queue/queue-reader.js';
import { QueueRepository } from './queue/queue.repository.js';
import { QueueService } from './queue/queue.service.js';
import { QueueTurns } from './queue/queue-turns.js';
import { AdmissionService } from './registration/admission.service.js';
import { AnswerErasure } from './registration/answer-erasure.js';
import { AnswersReader } from './registration/answers-reader.js';
import { AnswersRepository } from './registration/answers.repository.js';
import { AnswersScopes } from './registration/answers-scope.js';
import { AnswersService } from './registration/answers.service.js';
import { BelongingService } from './registration/belonging.service.js';
import { CancellationService } from './registration/cancellation.service.js';
import { CancellationWork } from './registration/cancellation-work.js';
import { CompanionService } from './registration/companion.service.js';
import { CapacityRepository } from './registration/capacity.repository.js';
import { MembershipService } from './registration/membership.service.js';
import { OfferAwaits } from './registration/offer-awaits.js';
import { OfferService } from './registration/offer.service.js';
import { OfferWork } from './registration/offer-work.js';
import { Participants } from './registration/participants.js';
import { PartyGrowth } from './registration/party-growth.js';
import { PoolReleaseService } from './registration/pool-release.service.js';
import { PoolSeats } from './registration/pool-seats.js';
import { PublicActivityRepository } from './registration/public-activity.repository.js';
import { PublicActivityService } from './registration/public-activity.service.js';
import { RegistrationConsumer } from './registration/registration.consumer.js';
import { RegistrationNotices } from './registration/registration-notices.js';
import { RegistrationReader } from './registration/registration-reader.js';
import { RegistrationRepository } from './registration/registration.repository.js';
import { RegistrationService } from './registration/registration.service.js';
import { SeatCapService } from './registration/seat-cap.service.js';
import { SeatCaps } from './registration/seat-caps.js';
import { SeatWatch } from './registration/seat-watch.js';
import { SeatingService } from './registration/seating.service.js';
import { SeatsService } from './registration/seats.service.js';
import { SignUpData } from './registration/sign-up-data.js';
import { SignUpTerms } from './registration/sign-up-terms.js';
import { SignUpService } from './registration/sign-up.service.js';

const queue = [
  JoiningService,
  JoiningWork,
  QueueGate,
  QueueOpening,
  QueueReader,
  QueueRepository,
  QueueSecrets,
  QueueService,
  QueueTurns,
];
const registration = [
  AdmissionService,
  AnswerErasure,
  AnswersReader,
  AnswersRepository,
  AnswersScopes,
  AnswersService,
  BelongingService,
  CancellationService,
  CancellationWork,
  CompanionService,
  CapacityRepository,
  MembershipService,
  OfferAwaits,
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
];
const family = [FamilyService, RelativeRepository];
const groupSignUp = [GroupSignUpRepository, GroupSignUpService];
const draw = [
  DrawChanges,
  DrawConsumer,
  DrawEditing,
  DrawEntryRepository,
  DrawFacts,
  DrawReader,
  DrawRepository,
  DrawSeats,
  DrawSecrets,
  DrawService,
  Entrants,
  EntryService,
  EntryWork,
  FreezingWork,
  ResultsWork,
];
const giveAway = [
  CouponCodes,
  CouponSync,
  CouponReminder,
  CouponRepository,
  CouponService,
  GiveAwayConsumer,
  GiveAwayAccess,
  GiveAwayRepository,
  GiveAwayService,
  IssuedCoupons,
  RedeemingCounters,
  RedeemingPointService,
  RedeemingRepository,
  RedeemingService,
  Redemptions,
];

@Module({
  imports: [ReferenceModule, ActivitiesModule],
  providers: [...queue, ...registration, ...family, ...groupSignUp, ...draw, ...giveAway],
  exports: [
    AnswersReader,
    CancellationWork,
    CouponService,
    DrawEditing,
    CapacityRepository,
    BelongingService,
    MembershipService,
    OfferAwaits,
    PoolReleaseService,
    PoolSeats,
    RegistrationReader,
    RegistrationRepository,
  ],
})
export class SeatsModule {}
