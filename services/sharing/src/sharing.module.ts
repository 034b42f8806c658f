import { type DynamicModule, Module } from '@nestjs/common';
import type { Clock } from '@gongxiang/domain';
import { ServiceModule } from '@gongxiang/messaging/service';
import type { SharingConfig } from './config.js';
import { ActivityModule } from './activities/activity/activity.module.js';
import { ActivityTaskModule } from './activities/activity-task/activity-task.module.js';
import { AgreementPaperModule } from './activities/agreement-paper/agreement-paper.module.js';
import { AgreementModule } from './activities/agreement/agreement.module.js';
import { BrandModule } from './organising/brand/brand.module.js';
import { CancellationModule } from './organising/cancellation/cancellation.module.js';
import { CalendarFeedModule } from './papers/calendar-feed/calendar-feed.module.js';
import { CoHostModule } from './activities/co-host/co-host.module.js';
import { entities } from './data-source.js';
import { AlbumModule } from './activities/album/album.module.js';
import { AttachmentModule } from './activities/attachment/attachment.module.js';
import { AttendanceCorrectionModule } from './attendance/attendance-correction/attendance-correction.module.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { EligibilityModule } from './activities/eligibility/eligibility.module.js';
import { NoShowModule } from './activities/no-show/no-show.module.js';
import { DraftModule } from './organising/draft/draft.module.js';
import { DrawModule } from './seats/draw/draw.module.js';
import { MutualInterestModule } from './attendance/mutual-interest/mutual-interest.module.js';
import { PictureModule } from './activities/picture/picture.module.js';
import { PoolModule } from './activities/pool/pool.module.js';
import { RegistrationModule } from './seats/registration/registration.module.js';
import { GiveAwayModule } from './seats/give-away/give-away.module.js';
import { LeavingModule } from './organising/leaving/leaving.module.js';
import { KeptFileModule } from './files/kept-file/kept-file.module.js';
import { LetterTemplateModule } from './papers/letter-template/letter-template.module.js';
import { signUpPlaces } from './files/key-rotation/sealed-places.js';
import { LetterModule } from './papers/letter/letter.module.js';
import { LendingRuleModule } from './lending/lending-rule/lending-rule.module.js';
import { ListFileModule } from './papers/list-file/list-file.module.js';
import { HandoverModule } from './lending/handover/handover.module.js';
import { OverdueRuleModule } from './lending/overdue-rule/overdue-rule.module.js';
import { LoanDamageModule } from './lending/loan-damage/loan-damage.module.js';
import { LoanImportModule } from './lending/loan-import/loan-import.module.js';
import { LoanSeriesModule } from './organising/loan-series/loan-series.module.js';
import { LoanWaitModule } from './lending/loan-wait/loan-wait.module.js';
import { LoanModule } from './lending/loan/loan.module.js';
import { MatchModule } from './finding/match/match.module.js';
import { MessageModule } from './activities/message/message.module.js';
import { NeedModule } from './lending/need/need.module.js';
import { NoticeModule } from './reference/notice/notice.module.js';
import { OfferSearchModule } from './finding/offer-search/offer-search.module.js';
import { ProposalModule } from './organising/proposal/proposal.module.js';
import { CustodyModule } from './lending/custody/custody.module.js';
import { PieceModule } from './lending/piece/piece.module.js';
import { PosterModule } from './papers/poster/poster.module.js';
import { QuestionModule } from './activities/question/question.module.js';
import { QueueModule } from './seats/queue/queue.module.js';
import { ReferenceModule } from './reference/reference.module.js';
import { RehearsalModule } from './organising/rehearsal/rehearsal.module.js';
import { ReminderModule } from './activities/reminder/reminder.module.js';
import { RankingCallModule } from './calls/ranking-call/ranking-call.module.js';
import { SeasonCallModule } from './calls/season-call/season-call.module.js';
import { SeriesModule } from './organising/series/series.module.js';
import { SignUpFormModule } from './activities/sign-up-form/sign-up-form.module.js';
import { MaintenanceModule } from './lending/maintenance/maintenance.module.js';
import { MandateModule } from './reference/mandate/mandate.module.js';
import { ResourceProfileModule } from './organising/resource-profile/resource-profile.module.js';
import { MoneyCallModule } from './calls/money-call/money-call.module.js';
import { SurveyCallModule } from './calls/survey-call/survey-call.module.js';
import { SupplyAndDemandModule } from './finding/supply-and-demand/supply-and-demand.module.js';
import { ResourceModule } from './lending/resource/resource.module.js';

/** The features, in the one direction in which they may import each other. */
const features = [
  ReferenceModule,
  NoticeModule,
  KeptFileModule,
  ActivityModule,
  PictureModule,
  AttachmentModule,
  CoHostModule,
  AgreementModule,
  ActivityTaskModule,
  AgreementPaperModule,
  PoolModule,
  NoShowModule,
  EligibilityModule,
  SignUpFormModule,
  DraftModule,
  SeriesModule,
  BrandModule,
  QueueModule,
  RegistrationModule,
  LeavingModule,
  DrawModule,
  CancellationModule,
  AttendanceModule,
  AttendanceCorrectionModule,
  AlbumModule,
  RehearsalModule,
  ReminderModule,
  SurveyCallModule,
  MoneyCallModule,
  SeasonCallModule,
  RankingCallModule,
  GiveAwayModule,
  ListFileModule,
  MutualInterestModule,
  MessageModule,
  QuestionModule,
  ProposalModule,
  CalendarFeedModule,
  PosterModule,
  LetterTemplateModule,
  LetterModule,
  CustodyModule,
  MandateModule,
  ResourceModule,
  PieceModule,
  NeedModule,
  OverdueRuleModule,
  LoanModule,
  LoanDamageModule,
  HandoverModule,
  MaintenanceModule,
  ResourceProfileModule,
  OfferSearchModule,
  LendingRuleModule,
  LoanSeriesModule,
  LoanWaitModule,
  LoanImportModule,
  SupplyAndDemandModule,
  MatchModule,
];

@Module({})
export class SharingModule {
  static with(config: SharingConfig, clock?: Clock): DynamicModule {
    const foundation = ServiceModule.forRoot({
      name: 'sharing',
      config,
      entities,
      sealedSince: signUpPlaces,
      ...(clock ? { clock } : {}),
    });
    return { module: SharingModule, imports: [foundation, ...features] };
  }
}
