import { Baseline1764000000000 } from './1764000000000-baseline.js';
import { RowsOfAUnion1764500000900 } from './1764500000900-rows-of-a-union.js';
import { MergedRegistrations1764502000000 } from './1764502000000-merged-registrations.js';
import { Consents1764808101000 } from './1764808101000-consents.js';
import { DoorLinks1764820000000 } from './1764820000000-door-links.js';
import { Delegations1764830000000 } from './1764830000000-delegations.js';
import { NoticesMove1765000000000 } from './1765000000000-notices-move.js';
import { AwaitsOfBefore1765100000010 } from './1765100000010-awaits-of-before.js';
import { SeatsAwaits1765100000200 } from './1765100000200-seats-awaits.js';
import { DelegatesAwaited1765700000010 } from './1765700000010-delegates-awaited.js';
import { Announcements1765300000020 } from './1765300000020-announcements.js';
import { Search1766000000200 } from './1766000000200-search.js';
import { OfferMeanings1766100000200 } from './1766100000200-offer-meanings.js';
import { OwnArrangements1766100000400 } from './1766100000400-own-arrangements.js';
import { Relatives1766700000100 } from './1766700000100-relatives.js';
import { QueueTurns1766600000200 } from './1766600000200-queue-turns.js';
import { OfferSorts1766300000310 } from './1766300000310-offer-sorts.js';
import { WordGroups1766200000300 } from './1766200000300-word-groups.js';
import { LoanOrder1766800000000 } from './1766800000000-loan-order.js';
import { OfferKeyOwner1766800000010 } from './1766800000010-offer-key-owner.js';
import { BookingCounted1766800000020 } from './1766800000020-booking-counted.js';
import { WordsNotTold1766800100000 } from './1766800100000-words-not-told.js';
import { ServedMembers1766800150000 } from './1766800150000-served-members.js';
import { Groups1766800150010 } from './1766800150010-groups.js';
import { NeedsOfParties1766810000000 } from './1766810000000-needs-of-parties.js';
import { AnnouncementWriters1766811000000 } from './1766811000000-announcement-writers.js';
import { PartyLoans1766811000010 } from './1766811000010-party-loans.js';

/** In the order in which they are applied, after those of the libraries. */
export const migrations = [
  Baseline1764000000000,
  RowsOfAUnion1764500000900,
  MergedRegistrations1764502000000,
  Consents1764808101000,
  DoorLinks1764820000000,
  Delegations1764830000000,
  NoticesMove1765000000000,
  AwaitsOfBefore1765100000010,
  SeatsAwaits1765100000200,
  Announcements1765300000020,
  DelegatesAwaited1765700000010,
  Search1766000000200,
  OfferMeanings1766100000200,
  OwnArrangements1766100000400,
  WordGroups1766200000300,
  OfferSorts1766300000310,
  QueueTurns1766600000200,
  Relatives1766700000100,
  LoanOrder1766800000000,
  OfferKeyOwner1766800000010,
  BookingCounted1766800000020,
  WordsNotTold1766800100000,
  ServedMembers1766800150000,
  Groups1766800150010,
  NeedsOfParties1766810000000,
  AnnouncementWriters1766811000000,
  PartyLoans1766811000010,
];
