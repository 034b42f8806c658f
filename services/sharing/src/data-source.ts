import { ActivityRow } from './activities/activity/activity.entity.js';
import { CostPoolCopy } from './activities/activity/settlement.entity.js';
import { ActivityTaskRow } from './activities/activity-task/activity-task.entity.js';
import {
  AgreementAwaitedRow,
  AgreementRow,
  AgreementSignatureRow,
} from './activities/agreement/agreement.entity.js';
import { AdoptionRequestRow, BrandRow, BrandTemplateRow } from './organising/brand/brand.entity.js';
import { CalendarFeedRow } from './papers/calendar-feed/calendar-feed.entity.js';
import { DrawEntryRow, DrawRow } from './seats/draw/draw.entity.js';
import { CoHostRow } from './activities/co-host/co-host.entity.js';
import {
  CouponRow,
  GiveAwayRow,
  RedeemingPointRow,
  RedemptionRow,
} from './seats/give-away/give-away.entity.js';
import { LetterTemplateRow } from './papers/letter-template/letter-template.entity.js';
import { LetterCounterRow, LetterRow } from './papers/letter/letter.entity.js';
import { HandoverPictureRow, HandoverRow } from './lending/handover/handover.entity.js';
import { WordGroupChangeRow } from './lending/words/word-group.entity.js';
import { OverdueRuleRow } from './lending/overdue-rule/overdue-rule.entity.js';
import { ExtensionRequestRow } from './lending/loan/extension-request.entity.js';
import { DamageRow } from './lending/loan-damage/loan-damage.entity.js';
import { LoanRow } from './lending/loan/loan.entity.js';
import { DelegationRow } from './reference/delegation/delegation.entity.js';
import { MandateRow } from './reference/mandate/mandate.entity.js';
import { MessageRow } from './activities/message/message.entity.js';
import { RecognitionRef } from './finding/match/recognition-ref.entity.js';
import { ActivityScoreRow, MatchRow, NeedRow } from './lending/need/need.entity.js';
import { PersonConsentRow, PurposeTextRow } from './reference/consent/consent.entity.js';
import {
  ClubMemberRef,
  GroupMemberRef,
  GroupRef,
  MemberRef,
  PartyRef,
  RoleRef,
  UnionRef,
} from './reference/reference.entity.js';
import { AnnouncementRow } from './announcements/announcement/announcement.entity.js';
import { AlbumPictureRow } from './activities/album/album.entity.js';
import { AttachmentRow } from './activities/attachment/attachment.entity.js';
import { AttendanceCorrectionRow } from './attendance/attendance-correction/attendance-correction.entity.js';
import { AttendanceFactRow, CheckInOperationRow } from './attendance/attendance.entity.js';
import { DoorLinkRow } from './attendance/door-link/door-link.entity.js';
import { NoShowReviewRow, NoShowRow } from './activities/no-show/no-show.entity.js';
import { KeptNoticeRow } from './reference/notice/kept-notice.entity.js';
import {
  InterestChoiceRow,
  InterestMatchRow,
  InterestParticipantRow,
} from './attendance/mutual-interest/mutual-interest.entity.js';
import { PoolRow, SeatCapRow } from './activities/pool/pool.entity.js';
import { RelativeRow } from './seats/family/relative.entity.js';
import { CompanionRow, RegistrationRow } from './seats/registration/registration.entity.js';
import { SignUpFormRow } from './activities/sign-up-form/sign-up-form.entity.js';
import { OfferRow } from './lending/offer/offer.entity.js';
import { PictureRow } from './activities/picture/picture.entity.js';
import { QueuePlaceRow, QueueRow } from './seats/queue/queue.entity.js';
import { QuestionRow } from './activities/question/question.entity.js';
import {
  ReminderPlanRow,
  ReminderRoundRow,
  ReminderReachedRow,
  ReminderWishRow,
} from './activities/reminder/reminder.entity.js';
import { SeriesRow } from './organising/series/series.entity.js';
import { CustodyRow, LoanPieceRow, PieceRow } from './lending/custody/custody.entity.js';
import { BookingRow, KitContentRow, ResourceRow } from './lending/resource/resource.entity.js';
import { GrantRow, GrantVersionRow } from './lending/resource/grant.entity.js';
import { LoanHoldRow } from './lending/loan/loan-hold.entity.js';
import { LoanMoveRow } from './lending/loan/loan-move.entity.js';
import { LoanSeriesDayRow, LoanSeriesRow } from './organising/loan-series/loan-series.entity.js';
import { MaintenancePlanRow, MaintenanceTaskRow } from './lending/maintenance/maintenance.entity.js';
import { PartyLoanRow } from './lending/party-loan/party-loan.entity.js';
import { LoanWaitRow } from './lending/loan-wait/loan-wait.entity.js';
import { LendingRuleRow } from './lending/lending-rule/lending-rule.entity.js';
import { OpeningHoursRow } from './lending/resource/opening-hours.entity.js';
import {
  ConditionsRow,
  CustodianRow,
  DocumentRow,
  ResourcePictureRow,
} from './organising/resource-profile/profile.entity.js';
import { AttributesRow } from './lending/resource/attributes.entity.js';

/** Every table of this service, for the data source and for the test that compares them with the catalogue. */
export const entities = [
  UnionRef,
  PartyRef,
  MemberRef,
  PersonConsentRow,
  PurposeTextRow,
  ClubMemberRef,
  GroupRef,
  GroupMemberRef,
  RoleRef,
  ActivityRow,
  CostPoolCopy,
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
  RelativeRow,
  DrawRow,
  DrawEntryRow,
  CheckInOperationRow,
  DoorLinkRow,
  AttendanceFactRow,
  AttendanceCorrectionRow,
  NoShowRow,
  NoShowReviewRow,
  KeptNoticeRow,
  ReminderReachedRow,
  ReminderPlanRow,
  ReminderRoundRow,
  ReminderWishRow,
  MessageRow,
  AnnouncementRow,
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
  DelegationRow,
  MandateRow,
  BookingRow,
  KitContentRow,
  PieceRow,
  LoanPieceRow,
  CustodyRow,
  OverdueRuleRow,
  WordGroupChangeRow,
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
  PartyLoanRow,
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
