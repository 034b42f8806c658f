import { References1763600200000 } from './1763600200000-references.js';
import { Activities1763600210000 } from './1763600210000-activities.js';
import { CoHosts1763600211000 } from './1763600211000-co-hosts.js';
import { Agreements1763600212000 } from './1763600212000-agreements.js';
import { Pools1763600225000 } from './1763600225000-pools.js';
import { Registrations1763600226000 } from './1763600226000-registrations.js';
import { Attendance1763600227000 } from './1763600227000-attendance.js';
import { Resources1763600230000 } from './1763600230000-resources.js';
import { Loans1763600231000 } from './1763600231000-loans.js';
import { Needs1763600232000 } from './1763600232000-needs.js';
import { Waiting1763600240000 } from './1763600240000-waiting.js';
import { Roles1763600250000 } from './1763600250000-roles.js';
import { AwaitedAnew1763600260000 } from './1763600260000-awaited-anew.js';
import { CalendarFeeds1763600280000 } from './1763600280000-calendar-feeds.js';
import { PoolLines1763600290000 } from './1763600290000-pool-lines.js';
import { Offers1763600300000 } from './1763600300000-offers.js';
import { PromotionUntil1763600300100 } from './1763600300100-promotion-until.js';
import { PoolTimes1763600300200 } from './1763600300200-pool-times.js';
import { SeatCaps1763600300300 } from './1763600300300-seat-caps.js';
import { ActivitySeries1763600310000 } from './1763600310000-activity-series.js';
import { Door1763600320000 } from './1763600320000-door.js';
import { SeatsIndex1763600330000 } from './1763600330000-seats-index.js';
import { RegistrationStatistics1763600335000 } from './1763600335000-registration-statistics.js';
import { Eligibility1763600340000 } from './1763600340000-eligibility.js';
import { NoShows1763600341000 } from './1763600341000-no-shows.js';
import { Draws1763600350000 } from './1763600350000-draws.js';
import { Notices1763600360000 } from './1763600360000-notices.js';
import { Reminders1763600361000 } from './1763600361000-reminders.js';
import { Messages1763600362000 } from './1763600362000-messages.js';
import { Questions1763600363000 } from './1763600363000-questions.js';
import { SignUpForms1763600370000 } from './1763600370000-sign-up-forms.js';
import { PoolSexes1763600371000 } from './1763600371000-pool-sexes.js';
import { MutualInterest1763600372000 } from './1763600372000-mutual-interest.js';
import { ActivityTasks1763600380000 } from './1763600380000-activity-tasks.js';
import { CounterProposals1763600380100 } from './1763600380100-counter-proposals.js';
import { Letters1763600382000 } from './1763600382000-letters.js';
import { ActivityPictures1763600384000 } from './1763600384000-activity-pictures.js';
import { Brands1763600386000 } from './1763600386000-brands.js';
import { ToldOfBrands1763600386500 } from './1763600386500-told-of-brands.js';
import { Proposals1763600387000 } from './1763600387000-proposals.js';
import { AttendanceCorrections1763600388000 } from './1763600388000-attendance-corrections.js';
import { GiveAways1763600390000 } from './1763600390000-give-aways.js';
import { Queues1763600391000 } from './1763600391000-queues.js';
import { ActivityLife1763600392000 } from './1763600392000-activity-life.js';
import { ActivityAttachments1763600393000 } from './1763600393000-activity-attachments.js';
import { AlbumPictures1763600393500 } from './1763600393500-album-pictures.js';
import { Neighbours1763600394000 } from './1763600394000-neighbours.js';
import { DoorMovements1763600395000 } from './1763600395000-door-movements.js';
import { FairLines1763600396000 } from './1763600396000-fair-lines.js';
import { StockAndPieces1763600400000 } from './1763600400000-stock-and-pieces.js';
import { Handovers1763600401000 } from './1763600401000-handovers.js';
import { GrantTerms1763600402000 } from './1763600402000-grant-terms.js';
import { Mandates1763600402100 } from './1763600402100-mandates.js';
import { OpeningHours1763600403000 } from './1763600403000-opening-hours.js';
import { LoanTimes1763600403100 } from './1763600403100-loan-times.js';
import { LoanSeries1763600403200 } from './1763600403200-loan-series.js';
import { LoanWaits1763600403300 } from './1763600403300-loan-waits.js';
import { MatchOffers1763600404000 } from './1763600404000-match-offers.js';
import { ToldOfNeeds1763600404100 } from './1763600404100-told-of-needs.js';
import { SearchableOffers1763600405000 } from './1763600405000-searchable-offers.js';
import { ResourceProfiles1763600405100 } from './1763600405100-resource-profiles.js';
import { SupplyAndDemand1763600406000 } from './1763600406000-supply-and-demand.js';
import { GivenAndReceived1763600406100 } from './1763600406100-given-and-received.js';
import { LoanFees1763600407000 } from './1763600407000-loan-fees.js';
import { ToldOfWaits1763600407400 } from './1763600407400-told-of-waits.js';
import { KitsOfThings1763600407500 } from './1763600407500-kits-of-things.js';
import { Maintenance1763600408000 } from './1763600408000-maintenance.js';
import { QuotaInPieces1763600408100 } from './1763600408100-quota-in-pieces.js';
import { CountedWishes1763600409000 } from './1763600409000-counted-wishes.js';
import { BookkeepingMandates1763600427500 } from './1763600427500-bookkeeping-mandates.js';
import { LoanReplies1763600431000 } from './1763600431000-loan-replies.js';
import { Recognitions1763600436000 } from './1763600436000-recognitions.js';
import { ToldOfSurveys1763600463000 } from './1763600463000-told-of-surveys.js';
import { ToldOfMoney1763600510000 } from './1763600510000-told-of-money.js';
import { ToldOfSeasons1763600525000 } from './1763600525000-told-of-seasons.js';
import { PoolsOfSome1763600570000 } from './1763600570000-pools-of-some.js';
import { ToldOfRankings1763600580000 } from './1763600580000-told-of-rankings.js';
import { ToldWhenAsked1763600581000 } from './1763600581000-told-when-asked.js';
import { ToldOfAppeals1763600582000 } from './1763600582000-told-of-appeals.js';
import { NextBookings1763600602000 } from './1763600602000-next-bookings.js';
import { SeenHandovers1763900000100 } from './1763900000100-seen-handovers.js';
import { SeenSets1763900000110 } from './1763900000110-seen-sets.js';
import { ToldOfOutdatedRankings1763900000201 } from './1763900000201-told-of-outdated-rankings.js';
import { SealedSignUps1763900000522 } from './1763900000522-sealed-sign-ups.js';
import { NoticesWithAnEnd1763900000523 } from './1763900000523-notices-with-an-end.js';
import { ToldOfIntake1763900000541 } from './1763900000541-told-of-intake.js';
import { WaitingHandovers1763900000542 } from './1763900000542-waiting-handovers.js';
import { TwoPeople1763900000590 } from './1763900000590-two-people.js';
import { OpenDamages1763900000701 } from './1763900000701-open-damages.js';
import { OverriddenSeats1763900000703 } from './1763900000703-overridden-seats.js';

/** In the order in which they are applied. */
export const migrations = [
  References1763600200000,
  Activities1763600210000,
  CoHosts1763600211000,
  Agreements1763600212000,
  Pools1763600225000,
  Registrations1763600226000,
  Attendance1763600227000,
  Resources1763600230000,
  Loans1763600231000,
  Needs1763600232000,
  Waiting1763600240000,
  Roles1763600250000,
  AwaitedAnew1763600260000,
  CalendarFeeds1763600280000,
  PoolLines1763600290000,
  Offers1763600300000,
  PromotionUntil1763600300100,
  PoolTimes1763600300200,
  SeatCaps1763600300300,
  ActivitySeries1763600310000,
  Door1763600320000,
  SeatsIndex1763600330000,
  RegistrationStatistics1763600335000,
  Eligibility1763600340000,
  NoShows1763600341000,
  Draws1763600350000,
  Notices1763600360000,
  Reminders1763600361000,
  Messages1763600362000,
  Questions1763600363000,
  SignUpForms1763600370000,
  PoolSexes1763600371000,
  MutualInterest1763600372000,
  ActivityTasks1763600380000,
  CounterProposals1763600380100,
  Letters1763600382000,
  ActivityPictures1763600384000,
  Brands1763600386000,
  ToldOfBrands1763600386500,
  Proposals1763600387000,
  AttendanceCorrections1763600388000,
  GiveAways1763600390000,
  Queues1763600391000,
  ActivityLife1763600392000,
  ActivityAttachments1763600393000,
  AlbumPictures1763600393500,
  Neighbours1763600394000,
  DoorMovements1763600395000,
  FairLines1763600396000,
  StockAndPieces1763600400000,
  Handovers1763600401000,
  GrantTerms1763600402000,
  Mandates1763600402100,
  OpeningHours1763600403000,
  LoanTimes1763600403100,
  LoanSeries1763600403200,
  LoanWaits1763600403300,
  MatchOffers1763600404000,
  ToldOfNeeds1763600404100,
  SearchableOffers1763600405000,
  ResourceProfiles1763600405100,
  SupplyAndDemand1763600406000,
  GivenAndReceived1763600406100,
  LoanFees1763600407000,
  ToldOfWaits1763600407400,
  KitsOfThings1763600407500,
  Maintenance1763600408000,
  QuotaInPieces1763600408100,
  CountedWishes1763600409000,
  BookkeepingMandates1763600427500,
  LoanReplies1763600431000,
  Recognitions1763600436000,
  ToldOfSurveys1763600463000,
  ToldOfMoney1763600510000,
  ToldOfSeasons1763600525000,
  PoolsOfSome1763600570000,
  ToldOfRankings1763600580000,
  ToldWhenAsked1763600581000,
  ToldOfAppeals1763600582000,
  NextBookings1763600602000,
  SeenHandovers1763900000100,
  SeenSets1763900000110,
  ToldOfOutdatedRankings1763900000201,
  SealedSignUps1763900000522,
  NoticesWithAnEnd1763900000523,
  ToldOfIntake1763900000541,
  WaitingHandovers1763900000542,
  TwoPeople1763900000590,
  OpenDamages1763900000701,
  OverriddenSeats1763900000703,
];
