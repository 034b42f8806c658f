import { Matters1766200000000 } from './1766200000000-matters.js';
import { Bulletins1766400000000 } from './1766400000000-bulletins.js';
import { Assignments1766410000000 } from './1766410000000-assignments.js';
import { PublicFigures1766420000000 } from './1766420000000-public-figures.js';
import { Topics1766420000010 } from './1766420000010-topics.js';
import { MatterPapers1766450000000 } from './1766450000000-matter-papers.js';
import { ServiceHandlers1766460000000 } from './1766460000000-service-handlers.js';
import { Records1766470000000 } from './1766470000000-records.js';
import { Disclosures1766480000000 } from './1766480000000-disclosures.js';
import { MatterPayments1766490000000 } from './1766490000000-matter-payments.js';
import { MatterSteps1766500000000 } from './1766500000000-matter-steps.js';
import { Works1766510000000 } from './1766510000000-works.js';
import { BulletinReviews1766520000000 } from './1766520000000-bulletin-reviews.js';
import { Courses1766530000000 } from './1766530000000-courses.js';
import { FactsOfAffairs1766540000000 } from './1766540000000-facts-of-affairs.js';
import { WorkPreviews1766550000000 } from './1766550000000-work-previews.js';
import { BulletinFiles1766570000000 } from './1766570000000-bulletin-files.js';
import { BulletinSubscriptions1766580000000 } from './1766580000000-bulletin-subscriptions.js';
import { Complaints1766620000000 } from './1766620000000-complaints.js';
import { Motions1766630000000 } from './1766630000000-motions.js';
import { Search1766650000000 } from './1766650000000-search.js';
import { Listings1766590000000 } from './1766590000000-listings.js';
import { Circles1766600000000 } from './1766600000000-circles.js';
import { Occasions1767100000000 } from './1767100000000-occasions.js';
import { Coverage1767120000000 } from './1767120000000-coverage.js';
import { ListingReports1767330000010 } from './1767330000010-listing-reports.js';
import { ToldOccasions1767340000000 } from './1767340000000-told-occasions.js';
import { LessonRecordings1767350000000 } from './1767350000000-lesson-recordings.js';
import { Households1767351000000 } from './1767351000000-households.js';
import { SavingsOfBenefits1767353000000 } from './1767353000000-savings-of-benefits.js';
import { RecordKinds1767150000010 } from './1767150000010-record-kinds.js';
import { AssignmentSets1767150000000 } from './1767150000000-assignment-sets.js';
import { ListOrders1767361000000 } from './1767361000000-list-orders.js';
import { FollowUps1767362000000 } from './1767362000000-follow-ups.js';
import { BulletinTags1767400000000 } from './1767400000000-bulletin-tags.js';
import { BulletinTagLists1767400000010 } from './1767400000010-bulletin-tag-lists.js';
import { OutsideCounts1767401000000 } from './1767401000000-outside-counts.js';
import { BulletinComments1767402000000 } from './1767402000000-bulletin-comments.js';
import { BulletinTargets1767403000000 } from './1767403000000-bulletin-targets.js';
import { MustReads1767404000000 } from './1767404000000-must-reads.js';
import { HardshipKinds1767405000000 } from './1767405000000-hardship-kinds.js';
import { SecondHandOfPlans1767405000010 } from './1767405000010-second-hand-of-plans.js';
import { RecordTitlesNotTold1767406000000 } from './1767406000000-record-titles-not-told.js';
import { MatterInstalments1767408000000 } from './1767408000000-matter-instalments.js';
import { TalentsByKind1767412000000 } from './1767412000000-talents-by-kind.js';
import { AppealsOfRemarks1767420000000 } from './1767420000000-appeals-of-remarks.js';
import { Visits1767410000000 } from './1767410000000-visits.js';

/** In the order in which they are applied, after those of the libraries. */
export const migrations = [
  Matters1766200000000,
  Bulletins1766400000000,
  Assignments1766410000000,
  PublicFigures1766420000000,
  Topics1766420000010,
  MatterPapers1766450000000,
  ServiceHandlers1766460000000,
  Records1766470000000,
  Disclosures1766480000000,
  MatterPayments1766490000000,
  MatterSteps1766500000000,
  Works1766510000000,
  BulletinReviews1766520000000,
  Courses1766530000000,
  FactsOfAffairs1766540000000,
  WorkPreviews1766550000000,
  BulletinFiles1766570000000,
  BulletinSubscriptions1766580000000,
  Listings1766590000000,
  Circles1766600000000,
  Complaints1766620000000,
  Motions1766630000000,
  Search1766650000000,
  Occasions1767100000000,
  Coverage1767120000000,
  AssignmentSets1767150000000,
  RecordKinds1767150000010,
  ListingReports1767330000010,
  ToldOccasions1767340000000,
  LessonRecordings1767350000000,
  Households1767351000000,
  SavingsOfBenefits1767353000000,
  ListOrders1767361000000,
  FollowUps1767362000000,
  BulletinTags1767400000000,
  BulletinTagLists1767400000010,
  OutsideCounts1767401000000,
  BulletinComments1767402000000,
  BulletinTargets1767403000000,
  MustReads1767404000000,
  HardshipKinds1767405000000,
  SecondHandOfPlans1767405000010,
  RecordTitlesNotTold1767406000000,
  MatterInstalments1767408000000,
  TalentsByKind1767412000000,
  Visits1767410000000,
  AppealsOfRemarks1767420000000,
];
