import { Baseline1764000000000 } from './1764000000000-baseline.js';
import { ContactPoints1764100000000 } from './1764100000000-contact-points.js';
import { Applications1764200000000 } from './1764200000000-applications.js';
import { Standings1764300000000 } from './1764300000000-standings.js';
import { Employments1764301000000 } from './1764301000000-employments.js';
import { Leaving1764302000000 } from './1764302000000-leaving.js';
import { Groups1764303000000 } from './1764303000000-groups.js';
import { RosterSteps1764400000000 } from './1764400000000-roster-steps.js';
import { MemberMerges1764501000000 } from './1764501000000-member-merges.js';
import { SecondFactors1764600000000 } from './1764600000000-second-factors.js';
import { Passkeys1764601000000 } from './1764601000000-passkeys.js';
import { Census1764700000000 } from './1764700000000-census.js';
import { Cards1764701000000 } from './1764701000000-cards.js';
import { Dues1764702000000 } from './1764702000000-dues.js';
import { Corrections1764800000000 } from './1764800000000-corrections.js';
import { MembershipTransfers1764801000000 } from './1764801000000-membership-transfers.js';
import { Consents1764808100000 } from './1764808100000-consents.js';
import { PhoneChanges1764808500000 } from './1764808500000-phone-changes.js';
import { PersonErasures1764809000000 } from './1764809000000-person-erasures.js';
import { DataExports1764810000000 } from './1764810000000-data-exports.js';
import { UnionFoundings1764810500000 } from './1764810500000-union-foundings.js';
import { LinkedAccounts1764900000000 } from './1764900000000-linked-accounts.js';
import { PartyClosings1764901000000 } from './1764901000000-party-closings.js';
import { UnionTransfers1764902000000 } from './1764902000000-union-transfers.js';
import { UnionClosings1764903000000 } from './1764903000000-union-closings.js';
import { NotificationParts1765000000000 } from './1765000000000-notification-parts.js';
import { Awaits1765100000001 } from './1765100000001-awaits.js';
import { RoleEnds1765200000000 } from './1765200000000-role-ends.js';
import { CensusOfRosters1765201000000 } from './1765201000000-census-of-rosters.js';
import { NumbersOfRosterRows1765202000000 } from './1765202000000-numbers-of-roster-rows.js';
import { MovedUnions1765900000000 } from './1765900000000-moved-unions.js';
import { Search1766000000100 } from './1766000000100-search.js';
import { AffairsParts1766200000200 } from './1766200000200-affairs-parts.js';
import { SessionDevices1766600000100 } from './1766600000100-session-devices.js';
import { ComplaintsMove1766620000000 } from './1766620000000-complaints-move.js';
import { ComplaintsNotAwaited1767210000000 } from './1767210000000-complaints-not-awaited.js';
import { LapsedFoundings1767300000000 } from './1767300000000-lapsed-foundings.js';
import { SignInCodes1766300000000 } from './1766300000000-sign-in-codes.js';
import { ConsentToVisits1767320000000 } from './1767320000000-consent-to-visits.js';
import { DataBreaches1767330000000 } from './1767330000000-data-breaches.js';
import { BreachHandovers1767331000000 } from './1767331000000-breach-handovers.js';
import { UsesOfApiKeys1767332000000 } from './1767332000000-uses-of-api-keys.js';
import { ExportDownloads1767335000000 } from './1767335000000-export-downloads.js';
import { PaperErasures1767336100000 } from './1767336100000-paper-erasures.js';
import { MemberOrder1767361000000 } from './1767361000000-member-order.js';
import { PhonesOfRosterRows1767362000000 } from './1767362000000-phones-of-roster-rows.js';
import { ClubRepresentatives1767365000000 } from './1767365000000-club-representatives.js';
import { LanguagesOfApplicants1767364000000 } from './1767364000000-languages-of-applicants.js';
import { DuesByBank1767370000000 } from './1767370000000-dues-by-bank.js';
import { ServedMembers1767372000000 } from './1767372000000-served-members.js';
import { Committees1767373000000 } from './1767373000000-committees.js';
import { LapseWarnings1767374000000 } from './1767374000000-lapse-warnings.js';
import { SeatsOfCommittees1767376000000 } from './1767376000000-seats-of-committees.js';
import { SectorUnions1767380000000 } from './1767380000000-sector-unions.js';

/** In the order in which they are applied, after those of the libraries. */
export const migrations = [
  Baseline1764000000000,
  ContactPoints1764100000000,
  Applications1764200000000,
  Standings1764300000000,
  Employments1764301000000,
  Leaving1764302000000,
  Groups1764303000000,
  RosterSteps1764400000000,
  MemberMerges1764501000000,
  SecondFactors1764600000000,
  Passkeys1764601000000,
  Census1764700000000,
  Cards1764701000000,
  Dues1764702000000,
  Corrections1764800000000,
  MembershipTransfers1764801000000,
  Consents1764808100000,
  PhoneChanges1764808500000,
  PersonErasures1764809000000,
  DataExports1764810000000,
  UnionFoundings1764810500000,
  LinkedAccounts1764900000000,
  PartyClosings1764901000000,
  UnionTransfers1764902000000,
  UnionClosings1764903000000,
  NotificationParts1765000000000,
  Awaits1765100000001,
  RoleEnds1765200000000,
  CensusOfRosters1765201000000,
  NumbersOfRosterRows1765202000000,
  MovedUnions1765900000000,
  Search1766000000100,
  AffairsParts1766200000200,
  SignInCodes1766300000000,
  SessionDevices1766600000100,
  ComplaintsMove1766620000000,
  ComplaintsNotAwaited1767210000000,
  LapsedFoundings1767300000000,
  ConsentToVisits1767320000000,
  DataBreaches1767330000000,
  BreachHandovers1767331000000,
  UsesOfApiKeys1767332000000,
  ExportDownloads1767335000000,
  PaperErasures1767336100000,
  MemberOrder1767361000000,
  PhonesOfRosterRows1767362000000,
  LanguagesOfApplicants1767364000000,
  ClubRepresentatives1767365000000,
  DuesByBank1767370000000,
  ServedMembers1767372000000,
  Committees1767373000000,
  LapseWarnings1767374000000,
  SeatsOfCommittees1767376000000,
  SectorUnions1767380000000,
];
