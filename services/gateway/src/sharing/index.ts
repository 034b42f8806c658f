import { ActivityLifeController } from './activity-life.controller.js';
import { ActivityAttachmentController } from './activity-attachment.controller.js';
import { ActivityPictureController } from './activity-picture.controller.js';
import { ActivityController } from './activity.controller.js';
import { ActivitySeriesController } from './activity-series.controller.js';
import { ActivityTaskController } from './activity-task.controller.js';
import { AgreementPaperController } from './agreement-paper.controller.js';
import { AgreementController } from './agreement.controller.js';
import { AdoptionRequestController } from './adoption-request.controller.js';
import { AlbumPictureController } from './album-picture.controller.js';
import { AttendanceCorrectionController } from './attendance-correction.controller.js';
import { BrandController } from './brand.controller.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CheckInController } from './check-in.controller.js';
import { CoHostController } from './co-host.controller.js';
import { DraftController } from './draft.controller.js';
import { DrawController } from './draw.controller.js';
import { EligibilityController } from './eligibility.controller.js';
import { GiveAwayController } from './give-away.controller.js';
import { KitController } from './kit.controller.js';
import { GrantController } from './grant.controller.js';
import { LeavingController } from './leaving.controller.js';
import { LetterTemplateController } from './letter-template.controller.js';
import { LetterController } from './letter.controller.js';
import { ListFileController } from './list-file.controller.js';
import { LoanController } from './loan.controller.js';
import { ExtensionRequestController } from './extension-request.controller.js';
import { HandoverController } from './handover.controller.js';
import { OverdueRuleController } from './overdue-rule.controller.js';
import { LoanDamageController } from './loan-damage.controller.js';
import { MaintenanceController } from './maintenance.controller.js';
import { MandateController } from './mandate.controller.js';
import { LendingRuleController } from './lending-rule.controller.js';
import { LoanHoldController } from './loan-hold.controller.js';
import { LoanImportController } from './loan-import.controller.js';
import { LoanMoveController } from './loan-move.controller.js';
import { LoanSeriesController } from './loan-series.controller.js';
import { LoanWaitController } from './loan-wait.controller.js';
import { OpeningHoursController } from './opening-hours.controller.js';
import { MatchController } from './match.controller.js';
import { MessageController } from './message.controller.js';
import { NeedController } from './need.controller.js';
import { NoShowController } from './no-show.controller.js';
import { NoticeController } from './notice.controller.js';
import { PieceController } from './piece.controller.js';
import { OfferController } from './offer.controller.js';
import { PoolController } from './pool.controller.js';
import { ProposalController } from './proposal.controller.js';
import { PosterController } from './poster.controller.js';
import { QuestionController } from './question.controller.js';
import { QueueController } from './queue.controller.js';
import { RedeemingController } from './redeeming.controller.js';
import { RegistrationController } from './registration.controller.js';
import { RehearsalController } from './rehearsal.controller.js';
import { ReminderController } from './reminder.controller.js';
import { ResourceAttributesController } from './resource-attributes.controller.js';
import { ResourcePictureController } from './resource-picture.controller.js';
import { ResourceProfileController } from './resource-profile.controller.js';
import { ResourceController } from './resource.controller.js';
import { SignUpFormController } from './sign-up-form.controller.js';
import { GivenAndReceivedController } from './given-and-received.controller.js';
import { SupplyAndDemandController } from './supply-and-demand.controller.js';
import { MutualInterestController } from './mutual-interest.controller.js';

export const sharingControllers = [
  ActivityController,
  ActivityLifeController,
  ActivityPictureController,
  ActivityAttachmentController,
  DraftController,
  ActivitySeriesController,
  ProposalController,
  BrandController,
  AdoptionRequestController,
  CoHostController,
  AgreementController,
  AgreementPaperController,
  ActivityTaskController,
  LeavingController,
  OfferController,
  PoolController,
  SignUpFormController,
  RegistrationController,
  DrawController,
  QueueController,
  EligibilityController,
  NoShowController,
  CheckInController,
  AttendanceCorrectionController,
  AlbumPictureController,
  RehearsalController,
  NoticeController,
  ReminderController,
  MessageController,
  QuestionController,
  MutualInterestController,
  PosterController,
  GiveAwayController,
  RedeemingController,
  LetterTemplateController,
  LetterController,
  CalendarFeedController,
  CalendarController,
  ResourceController,
  KitController,
  PieceController,
  GrantController,
  MandateController,
  MaintenanceController,
  ResourceProfileController,
  ResourcePictureController,
  ResourceAttributesController,
  ListFileController,
  OpeningHoursController,
  LendingRuleController,
  LoanController,
  HandoverController,
  LoanDamageController,
  ExtensionRequestController,
  OverdueRuleController,
  LoanHoldController,
  LoanMoveController,
  LoanSeriesController,
  LoanWaitController,
  LoanImportController,
  MatchController,
  NeedController,
  SupplyAndDemandController,
  GivenAndReceivedController,
];
