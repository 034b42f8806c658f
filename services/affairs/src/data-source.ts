import { AssignmentPartRow, AssignmentRow } from './assignments/assignment/assignment.entity.js';
import { AssignmentSetRow } from './assignments/assignment-set/assignment-set.entity.js';
import {
  BulletinReceiptRow,
  BulletinRevisionRow,
  BulletinRow,
} from './bulletins/bulletin/bulletin.entity.js';
import {
  BulletinFileRow,
  BulletinFileUseRow,
  BulletinRevisionFileRow,
} from './bulletins/bulletin-file/bulletin-file.entity.js';
import {
  BulletinReportRow,
  BulletinReviewEntryRow,
  BulletinReviewRow,
} from './bulletins/review/review.entity.js';
import { BulletinCommentReportRow, BulletinCommentRow } from './bulletins/comment/comment.entity.js';
import { AudienceUnionRow } from './bulletins/audience/audience.entity.js';
import { OutsideCountRow } from './bulletins/outside-count/outside-count.entity.js';
import { BulletinSubscriptionRow } from './bulletins/subscription/subscription.entity.js';
import { DisclosureItemRow, DisclosureMetRow } from './bulletins/disclosure/disclosure.entity.js';
import { HardshipKindRow } from './matters/hardship-kind/hardship-kind.entity.js';
import { HouseholdPersonRow, HouseholdPlanRow } from './matters/household/household.entity.js';
import { MatterEntryRow, MatterPaperRow, MatterRow } from './matters/matter/matter.entity.js';
import { StepMarkRow } from './matters/matter-step/step-mark.entity.js';
import { ServiceHandlerRow } from './matters/service-handler/service-handler.entity.js';
import { MatterPaymentRow } from './matters/matter-payment/matter-payment.entity.js';
import { ServiceEditionRow, ServiceItemRow } from './matters/service-item/service-item.entity.js';
import { CoverAudienceRow } from './matters/cover/coverage.entity.js';
import { OccasionChoiceRow, OccasionDayRow, OccasionRow } from './matters/occasion/occasion.entity.js';
import { TopicKeyRow, TopicTotalRow, TopicWordRow } from './matters/triage/triage.entity.js';
import { CircleMemberRow, CircleRow } from './circles/circle/circle.entity.js';
import { CirclePostRow, CircleReportRow } from './circles/post/post.entity.js';
import { CourseEditionRow, CourseRow, CourseTakingRow } from './records/course/course.entity.js';
import { PersonRecordRow } from './records/record/record.entity.js';
import { VisitRow } from './records/visit/visit.entity.js';
import { WorkFileRow, WorkRow, WorkScoreRow } from './works/work/work.entity.js';
import { WorksBallotRow, WorksCallRow, WorksJurorRow } from './works/works-call/works-call.entity.js';
import { BenefitRow } from './listings/benefit/benefit.entity.js';
import { ListingReportRow, ListingReviewRow } from './listings/listing-review/listing-review.entity.js';
import { VacancyRow } from './listings/vacancy/vacancy.entity.js';
import { VacancyInterestRow } from './listings/vacancy-interest/vacancy-interest.entity.js';
import { MemberRef, MotionRef, RoleRef, UnionRef } from './reference/reference.entity.js';

/** Every table of this service, for the data source and for the test that compares them with the catalogue. */
export const entities = [
  UnionRef,
  MemberRef,
  MotionRef,
  RoleRef,
  ServiceItemRow,
  ServiceEditionRow,
  ServiceHandlerRow,
  MatterRow,
  MatterEntryRow,
  MatterPaperRow,
  StepMarkRow,
  HardshipKindRow,
  HouseholdPersonRow,
  HouseholdPlanRow,
  MatterPaymentRow,
  CoverAudienceRow,
  OccasionDayRow,
  OccasionChoiceRow,
  OccasionRow,
  TopicKeyRow,
  TopicTotalRow,
  TopicWordRow,
  BulletinRow,
  BulletinRevisionRow,
  BulletinReceiptRow,
  BulletinFileRow,
  BulletinRevisionFileRow,
  BulletinFileUseRow,
  BulletinReviewRow,
  BulletinReviewEntryRow,
  BulletinReportRow,
  BulletinCommentRow,
  BulletinCommentReportRow,
  AudienceUnionRow,
  BulletinSubscriptionRow,
  OutsideCountRow,
  DisclosureItemRow,
  DisclosureMetRow,
  AssignmentRow,
  AssignmentPartRow,
  AssignmentSetRow,
  PersonRecordRow,
  VisitRow,
  WorksCallRow,
  WorksJurorRow,
  WorksBallotRow,
  WorkRow,
  WorkFileRow,
  WorkScoreRow,
  CourseRow,
  CourseEditionRow,
  CourseTakingRow,
  VacancyRow,
  VacancyInterestRow,
  BenefitRow,
  ListingReviewRow,
  ListingReportRow,
  CircleRow,
  CircleMemberRow,
  CirclePostRow,
  CircleReportRow,
];
