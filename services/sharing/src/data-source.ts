import { ActivityRow } from './activity/activity.entity.js';
import { AgreementAwaitedRow, AgreementRow, AgreementSignatureRow } from './agreement/agreement.entity.js';
import { CalendarFeedRow } from './calendar-feed/calendar-feed.entity.js';
import { CoHostRow } from './co-host/co-host.entity.js';
import { LoanRow } from './loan/loan.entity.js';
import { MatchRow, NeedRow } from './need/need.entity.js';
import { MemberRef, PartyRef, RoleRef, UnionRef } from './reference/reference.entity.js';
import { AttendanceFactRow, CheckInOperationRow } from './attendance/attendance.entity.js';
import { PoolRow, SeatCapRow } from './pool/pool.entity.js';
import { CompanionRow, RegistrationRow } from './registration/registration.entity.js';
import { SeriesRow } from './series/series.entity.js';
import { BookingRow, GrantRow, ResourceRow } from './resource/resource.entity.js';

/** Every table of this service, for the data source and for the test that compares them with the catalogue. */
export const entities = [
  UnionRef,
  PartyRef,
  MemberRef,
  RoleRef,
  ActivityRow,
  CoHostRow,
  AgreementRow,
  AgreementAwaitedRow,
  AgreementSignatureRow,
  PoolRow,
  SeriesRow,
  SeatCapRow,
  RegistrationRow,
  CompanionRow,
  CheckInOperationRow,
  AttendanceFactRow,
  CalendarFeedRow,
  ResourceRow,
  GrantRow,
  BookingRow,
  LoanRow,
  NeedRow,
  MatchRow,
];
