import { type DynamicModule, Module } from '@nestjs/common';
import type { Clock } from '@gongxiang/domain';
import { ServiceModule } from '@gongxiang/messaging/service';
import type { SharingConfig } from './config.js';
import { ActivityModule } from './activity/activity.module.js';
import { ActivityTaskModule } from './activity-task/activity-task.module.js';
import { AgreementPaperModule } from './agreement-paper/agreement-paper.module.js';
import { AgreementModule } from './agreement/agreement.module.js';
import { BrandModule } from './brand/brand.module.js';
import { CancellationModule } from './cancellation/cancellation.module.js';
import { CalendarFeedModule } from './calendar-feed/calendar-feed.module.js';
import { CoHostModule } from './co-host/co-host.module.js';
import { entities } from './data-source.js';
import { AlbumModule } from './album/album.module.js';
import { AttachmentModule } from './attachment/attachment.module.js';
import { AttendanceCorrectionModule } from './attendance-correction/attendance-correction.module.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { EligibilityModule } from './eligibility/eligibility.module.js';
import { NoShowModule } from './no-show/no-show.module.js';
import { DraftModule } from './draft/draft.module.js';
import { DrawModule } from './draw/draw.module.js';
import { MutualInterestModule } from './mutual-interest/mutual-interest.module.js';
import { PictureModule } from './picture/picture.module.js';
import { PoolModule } from './pool/pool.module.js';
import { RegistrationModule } from './registration/registration.module.js';
import { GiveAwayModule } from './give-away/give-away.module.js';
import { LeavingModule } from './leaving/leaving.module.js';
import { KeptFileModule } from './kept-file/kept-file.module.js';
import { LetterTemplateModule } from './letter-template/letter-template.module.js';
import { signUpPlaces } from './key-rotation/sealed-places.js';
import { LetterModule } from './letter/letter.module.js';
import { LendingRuleModule } from './lending-rule/lending-rule.module.js';
import { ListFileModule } from './list-file/list-file.module.js';
import { HandoverModule } from './handover/handover.module.js';
import { OverdueRuleModule } from './overdue-rule/overdue-rule.module.js';
import { LoanDamageModule } from './loan-damage/loan-damage.module.js';
import { LoanImportModule } from './loan-import/loan-import.module.js';
import { LoanSeriesModule } from './loan-series/loan-series.module.js';
import { LoanWaitModule } from './loan-wait/loan-wait.module.js';
import { LoanModule } from './loan/loan.module.js';
import { MatchModule } from './match/match.module.js';
import { MessageModule } from './message/message.module.js';
import { NeedModule } from './need/need.module.js';
import { NoticeModule } from './notice/notice.module.js';
import { OfferSearchModule } from './offer-search/offer-search.module.js';
import { ProposalModule } from './proposal/proposal.module.js';
import { CustodyModule } from './custody/custody.module.js';
import { PieceModule } from './piece/piece.module.js';
import { PosterModule } from './poster/poster.module.js';
import { QuestionModule } from './question/question.module.js';
import { QueueModule } from './queue/queue.module.js';
import { ReferenceModule } from './reference/reference.module.js';
import { RehearsalModule } from './rehearsal/rehearsal.module.js';
import { ReminderModule } from './reminder/reminder.module.js';
import { RankingCallModule } from './ranking-call/ranking-call.module.js';
import { SeasonCallModule } from './season-call/season-call.module.js';
import { SeriesModule } from './series/series.module.js';
import { SignUpFormModule } from './sign-up-form/sign-up-form.module.js';
import { MaintenanceModule } from './maintenance/maintenance.module.js';
import { MandateModule } from './mandate/mandate.module.js';
import { ResourceProfileModule } from './resource-profile/resource-profile.module.js';
import { MoneyCallModule } from './money-call/money-call.module.js';
import { SurveyCallModule } from './survey-call/survey-call.module.js';
import { SupplyAndDemandModule } from './supply-and-demand/supply-and-demand.module.js';
import { ResourceModule } from './resource/resource.module.js';

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
