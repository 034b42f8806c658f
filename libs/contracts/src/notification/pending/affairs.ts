import type { BulletinState } from '../../affairs/bulletins/bulletin.contract.js';
import type { BulletinReviewState } from '../../affairs/bulletins/bulletin-review.contract.js';
import type {
  DisclosureItemState,
  DisclosureOccasionState,
} from '../../affairs/bulletins/disclosure-item.contract.js';
import type {
  AssignmentDelayState,
  AssignmentPartState,
  AssignmentState,
} from '../../affairs/assignments/assignment.contract.js';
import type {
  BulletinCommentReportState,
  BulletinCommentState,
} from '../../affairs/bulletins/bulletin-comment.contract.js';
import type { CircleMemberState, CircleState } from '../../affairs/circles/circle.contract.js';
import type { CirclePostState, CircleReportState } from '../../affairs/circles/circle-post.contract.js';
import type { CourseAttemptState, CourseState } from '../../affairs/records/course.contract.js';
import type { RecordState } from '../../affairs/records/record.contract.js';
import type { VisitState } from '../../affairs/records/visit.contract.js';
import type { WorkState } from '../../affairs/works/work.contract.js';
import type { WorksCallState } from '../../affairs/works/works-call.contract.js';
import type { OccasionState } from '../../affairs/matters/occasion.contract.js';
import type { MatterState } from '../../affairs/matters/matter.contract.js';
import type { ServiceItemState } from '../../affairs/matters/service-item.contract.js';
import type { BenefitState } from '../../affairs/listings/benefit.contract.js';
import type {
  ListingReportState,
  ListingReviewState,
} from '../../affairs/listings/listing-review.contract.js';
import type { VacancyInterestState, VacancyState } from '../../affairs/listings/vacancy.contract.js';
import type { MatterInstalmentState } from '../../words/matter-payment.js';
import type { WaitsOf } from './state-waits.js';

export const affairsWaits = {
  matterStates: {
    sent: ['matterReceived', 'matterEscalated'],
    inWork: ['matterInHand', 'matterEscalated'],
    asked: ['matterAsked'],
    held: 'for its day, on which it goes on by itself',
    proposed: ['matterProposed', 'matterEscalated'],
    decided: ['matterDecided', 'matterFollowUp'],
    closed: ['matterFollowUp'],
    withdrawn: 'over',
  } satisfies WaitsOf<MatterState>,
  matterInstalmentStates: {
    planned: 'for its day, on which it is asked for by itself',
    asked: 'as a payment of a matter',
    approved: 'as a payment of a matter',
    refused: 'as a payment of a matter',
    paid: 'over',
    returned: 'as a payment of a matter',
    stopped: 'over',
  } satisfies WaitsOf<MatterInstalmentState>,
  assignmentStates: {
    draft: 'for whoever writes it, who does not have to give it',
    given: ['assignmentReturned', 'assignmentDelayAsked'],
    closed: 'over',
  } satisfies WaitsOf<AssignmentState>,
  assignmentPartStates: {
    waiting: ['assignmentGiven'],
    read: ['assignmentGiven'],
    begun: ['assignmentGiven'],
    returned: ['assignmentReturned'],
    sentBack: ['assignmentSentBack'],
    accepted: 'over',
  } satisfies WaitsOf<AssignmentPartState>,
  assignmentDelayStates: {
    asked: ['assignmentDelayAsked'],
    granted: 'over',
    refused: 'over',
  } satisfies WaitsOf<AssignmentDelayState>,
  serviceItemStates: {
    draft: 'for whoever designs it, who does not have to offer it',
    open: 'nothing is to be done',
    closed: 'over',
  } satisfies WaitsOf<ServiceItemState>,
  occasionStates: {
    // What members have told; days of the record are on a list that officers look through by the month, and nothing is late.
    due: ['occasionTold'],
    opened: 'the matter that was opened waits for whoever has it',
    skipped: 'over',
  } satisfies WaitsOf<OccasionState>,
  recordStates: {
    entered: ['recordToVerify'],
    verified: 'nothing is to be done',
    refused: 'the person is notified, and changes it if they wish',
    revoked: 'over',
  } satisfies WaitsOf<RecordState>,
  visitStates: {
    promised: ['visitFollowUp'],
    done: 'over',
    withdrawn: 'over',
  } satisfies WaitsOf<VisitState>,
  worksCallStates: {
    draft: 'for whoever writes it, who does not have to publish it',
    open: ['workToAdmit'],
    judging: ['worksToJudge', 'workToAdmit'],
    closing: ['worksToJudge', 'workToAdmit', 'worksToClose'],
    awarded: 'over',
    cancelled: 'over',
  } satisfies WaitsOf<WorksCallState>,
  workStates: {
    sent: ['workToAdmit'],
    admitted: 'for the jury and the end of its call, which wait as a whole',
    refused: 'over',
    withdrawn: 'over',
  } satisfies WaitsOf<WorkState>,
  circleStates: {
    open: ['circleRequest', 'circleReported'],
    closed: ['circleReported'],
  } satisfies WaitsOf<CircleState>,
  circleMemberStates: {
    asked: ['circleRequest'],
    member: 'nothing is to be done',
    declined: 'over; they may ask again',
    left: 'over',
    removed: 'over; they may ask again',
  } satisfies WaitsOf<CircleMemberState>,
  circlePostStates: {
    shown: 'nothing is to be done, unless somebody reports it',
    hidden: ['circlePostAppealed'],
    withdrawn: 'over',
  } satisfies WaitsOf<CirclePostState>,
  circleReportStates: {
    waiting: ['circleReported'],
    upheld: 'over',
    dismissed: 'over',
    moot: 'over',
  } satisfies WaitsOf<CircleReportState>,
  courseStates: {
    draft: 'whoever writes it publishes it when it is ready',
    published: 'nothing is to be done: a course is taken by whoever wishes',
    ended: 'over',
  } satisfies WaitsOf<CourseState>,
  courseAttemptStates: {
    open: 'for whoever takes the course, who does not have to go on',
    passed: 'over',
    failed: 'over',
  } satisfies WaitsOf<CourseAttemptState>,
  bulletinStates: {
    draft: 'whoever writes it publishes it when it is ready',
    waiting: ['bulletinWaiting'],
    hidden: 'what becomes of it waits as its review',
    published: ['bulletinToRead'],
    withdrawn: 'over',
  } satisfies WaitsOf<BulletinState>,
  bulletinCommentStates: {
    waiting: ['bulletinCommentWaiting'],
    shown: 'nothing is to be done, unless somebody reports it',
    hidden: ['bulletinCommentAppealed'],
    withdrawn: 'over',
  } satisfies WaitsOf<BulletinCommentState>,
  bulletinCommentReportStates: {
    waiting: ['bulletinCommentReported'],
    upheld: 'over',
    dismissed: 'over',
    moot: 'over',
  } satisfies WaitsOf<BulletinCommentReportState>,
  bulletinReviewStates: {
    reported: ['bulletinReported'],
    correctionAsked: ['bulletinCorrectionAsked'],
    hidden: ['bulletinHidden'],
    corrected: ['bulletinCorrected'],
    appealed: ['bulletinAppealed'],
    dismissed: 'over',
    settled: 'over',
    upheld: 'its union may correct it, and does not have to',
  } satisfies WaitsOf<BulletinReviewState>,
  disclosureItemStates: {
    active: ['disclosureMissing'],
    ended: 'over',
  } satisfies WaitsOf<DisclosureItemState>,
  disclosureOccasionStates: {
    upcoming: 'for its day',
    near: 'for its day; officers are notified a week before',
    missing: ['disclosureMissing'],
    met: 'over',
    metLate: 'over',
  } satisfies WaitsOf<DisclosureOccasionState>,
  vacancyStates: {
    draft: 'whoever writes it publishes it when it is ready',
    published: ['vacancyInterestSent'],
    filled: ['vacancyInterestSent'],
    ended: ['vacancyInterestSent'],
    withdrawn: 'over',
  } satisfies WaitsOf<VacancyState>,
  vacancyInterestStates: {
    sent: ['vacancyInterestSent'],
    contacted: 'the union and the person are in touch, and say what became of it when they know',
    hired: 'over',
    declined: 'over',
  } satisfies WaitsOf<VacancyInterestState>,
  benefitStates: {
    draft: 'whoever writes it publishes it when it is ready',
    published: 'nothing is to be done until its last day',
    ended: 'over',
    withdrawn: 'over',
  } satisfies WaitsOf<BenefitState>,
  listingReviewStates: {
    reported: ['listingReported'],
    hiddenByReports: ['listingReported'],
    hidden: 'an officer may show it again, and does not have to',
    kept: 'over',
  } satisfies WaitsOf<ListingReviewState>,
  listingReportStates: {
    waiting: ['listingReported'],
    upheld: 'over',
    dismissed: 'over',
  } satisfies WaitsOf<ListingReportState>,
};
