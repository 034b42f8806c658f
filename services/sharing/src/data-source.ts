import { ActivityRow } from './activity/activity.entity.js';
import { ToldCostPool } from './activity/settlement.entity.js';
import { ActivityTaskRow } from './activity-task/activity-task.entity.js';
import { AgreementAwaitedRow, AgreementRow, AgreementSignatureRow } from './agreement/agreement.entity.js';
import { AdoptionRequestRow, BrandRow, BrandTemplateRow } from './brand/brand.entity.js';
import { CalendarFeedRow } from './calendar-feed/calendar-feed.entity.js';
import { DrawEntryRow, DrawRow } from './draw/draw.entity.js';
import { CoHostRow } from './co-host/co-host.entity.js';
import { CouponRow, GiveAwayRow, RedeemingPointRow, RedemptionRow } from './give-away/give-away.entity.js';
import { LetterTemplateRow } from './letter-template/letter-template.entity.js';
import { LetterCounterRow, LetterRow } from './letter/letter.entity.js';
import { HandoverPictureRow, HandoverRow } from './handover/handover.entity.js';
import { OverdueRuleRow } from './overdue-rule/overdue-rule.entity.js';
import { ExtensionRequestRow } from './loan/extension-request.entity.js';
import { DamageRow } from './loan-damage/loan-damage.entity.js';
import { LoanRow } from './loan/loan.entity.js';
import { MandateRow } from './mandate/mandate.entity.js';
import { MessageRow } from './message/message.entity.js';
import { RecognitionRef } from './match/recognition-ref.entity.js';
import { ActivityScoreRow, MatchRow, NeedRow } from './need/need.entity.js';
import { ClubMemberRef, MemberRef, PartyRef, RoleRef, UnionRef } from './reference/reference.entity.js';
import { AlbumPictureRow } from './album/album.entity.js';
import { AttachmentRow } from './attachment/attachment.entity.js';
import { AttendanceCorrectionRow } from './attendance-correction/attendance-correction.entity.js';
import { AttendanceFactRow, CheckInOperationRow } from './attendance/attendance.entity.js';
import { NoShowReviewRow, NoShowRow } from './no-show/no-show.entity.js';
import { NoticeRow } from './notice/notice.entity.js';
import {
  InterestChoiceRow,
  InterestMatchRow,
  InterestParticipantRow,
} from './mutual-interest/mutual-interest.entity.js';
import { PoolRow, SeatCapRow } from './pool/pool.entity.js';
import { CompanionRow, RegistrationRow } from './registration/registration.entity.js';
import { SignUpFormRow } from './sign-up-form/sign-up-form.entity.js';
import { OfferRow } from './offer/offer.entity.js';
import { PictureRow } from './picture/picture.entity.js';
import { QueuePlaceRow, QueueRow } from './queue/queue.entity.js';
import { QuestionRow } from './question/question.entity.js';
import { ReminderPlanRow, ReminderRoundRow, ReminderWishRow } from './reminder/reminder.entity.js';
import { SeriesRow } from './series/series.entity.js';
import { CustodyRow, LoanPieceRow, PieceRow } from './custody/custody.entity.js';
import { BookingRow, KitContentRow, ResourceRow } from './resource/resource.entity.js';
import { GrantRow, GrantVersionRow } from './resource/grant.entity.js';
import { LoanHoldRow } from './loan/loan-hold.entity.js';
import { LoanMoveRow } from './loan/loan-move.entity.js';
import { LoanSeriesDayRow, LoanSeriesRow } from './loan-series/loan-series.entity.js';
import { MaintenancePlanRow, MaintenanceTaskRow } from './maintenance/maintenance.entity.js';
import { LoanWaitRow } from './loan-wait/loan-wait.entity.js';
import { LendingRuleRow } from './lending-rule/lending-rule.entity.js';
import { OpeningHoursRow } from './resource/opening-hours.entity.js';
import {
  ConditionsRow,
  CustodianRow,
  DocumentRow,
  ResourcePictureRow,
} from './resource-profile/profile.entity.js';
import { AttributesRow } from './resource/attributes.entity.js';

/** Every table of this service, for the data source and for the test that compares them with the catalogue. */
export const entities = [
  UnionRef,
  PartyRef,
  MemberRef,
  ClubMemberRef,
  RoleRef,
  ActivityRow,
  ToldCostPool,
  CoHostRow,
  AgreementRow,
  AgreementAwaitedRow,
  AgreementSignatureRow,
  ActivityTaskRow,
  PoolRow,
  SignUpFormRow,
  SeriesRow,
  BrandRow,
  BrandTemplateRow,
  AdoptionRequestRow,
  SeatCapRow,
  QueueRow,
  QueuePlaceRow,
  RegistrationRow,
  CompanionRow,
  DrawRow,
  DrawEntryRow,
  CheckInOperationRow,
  AttendanceFactRow,
  AttendanceCorrectionRow,
  NoShowRow,
  NoShowReviewRow,
  NoticeRow,
  ReminderPlanRow,
  ReminderRoundRow,
  ReminderWishRow,
  MessageRow,
  QuestionRow,
  PictureRow,
  AttachmentRow,
  AlbumPictureRow,
  InterestParticipantRow,
  InterestChoiceRow,
  InterestMatchRow,
  CalendarFeedRow,
  GiveAwayRow,
  CouponRow,
  RedeemingPointRow,
  RedemptionRow,
  LetterTemplateRow,
  LetterCounterRow,
  LetterRow,
  ResourceRow,
  GrantRow,
  GrantVersionRow,
  MandateRow,
  BookingRow,
  KitContentRow,
  PieceRow,
  LoanPieceRow,
  CustodyRow,
  OverdueRuleRow,
  LoanRow,
  ExtensionRequestRow,
  DamageRow,
  HandoverRow,
  HandoverPictureRow,
  OpeningHoursRow,
  LendingRuleRow,
  LoanHoldRow,
  LoanMoveRow,
  LoanSeriesRow,
  LoanSeriesDayRow,
  LoanWaitRow,
  NeedRow,
  MatchRow,
  OfferRow,
  AttributesRow,
  ConditionsRow,
  CustodianRow,
  DocumentRow,
  ResourcePictureRow,
  MaintenancePlanRow,
  MaintenanceTaskRow,
  ActivityScoreRow,
  RecognitionRef,
];
