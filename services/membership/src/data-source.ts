import { ApiKeyRow } from './access/api-key/api-key.entity.js';
import { CardIssuerRow, CardRow } from './card/card.entity.js';
import { BreachHandoverRow, BreachPersonRow, DataBreachRow } from './privacy/breach/data-breach.entity.js';
import { DataExportRow } from './privacy/export/data-export.entity.js';
import { ErasurePartRow, ErasureRow } from './privacy/erasure/erasure.entity.js';
import { ConsentDecisionRow, ConsentTextRow } from './privacy/consent/consent.entity.js';
import { CensusAttendanceRow } from './census/counting/census-attendance.entity.js';
import { DuesAmountRow, DuesBankLineRow, DuesPaymentRow, DuesRuleRow } from './dues/dues.entity.js';
import { ClubMemberRow } from './clubs/club-member/club-member.entity.js';
import { ClubRepresentativeRow } from './clubs/representative/club-representative.entity.js';
import { CorrectionRow } from './members/correction/correction.entity.js';
import { PhoneChangeRow } from './members/phone-change/phone-change.entity.js';
import { ContactPointRow } from './unions/contact-point/contact-point.entity.js';
import { EmploymentRow } from './members/employment/employment.entity.js';
import { ApplicationRow, ApplicationTurnRow } from './joining/application/application.entity.js';
import { InvitationRow } from './joining/invitation/invitation.entity.js';
import { FoundingRow, FoundingStepRow } from './joining/founding/founding.entity.js';
import { JoiningPolicyRow } from './joining/application/joining-policy.entity.js';
import { PhoneCodeRow } from './joining/phone-code/phone-code.entity.js';
import { CommitteeElectionRow, CommitteeSeatRow } from './members/committee/committee.entity.js';
import { GroupMemberRow, GroupRow } from './members/group/group.entity.js';
import { EntryAttemptRow, EntryCodeRow, EntryRequestRow } from './members/entry-code/entry-code.entity.js';
import { EnterpriseRow } from './unions/union/enterprise.entity.js';
import {
  LeavingRow,
  MemberImportReportRow,
  MemberImportRow,
  RosterEntryRow,
  RosterWordsRow,
  RowChoiceRow,
} from './members/import/member-import.entity.js';
import {
  KeptAnswerRow,
  KeptFollowUpRow,
  KeptComplaintRow,
} from './joining/kept-complaint/kept-complaint.entity.js';
import { LapseWarningRow } from './members/lapse/lapse.entity.js';
import { MemberMergePartRow, MemberMergeRow } from './members/merge/member-merge.entity.js';
import { MembershipRow } from './members/member/membership.entity.js';
import { OrganisationRow } from './clubs/organisation/organisation.entity.js';
import { PendingChangeRow } from './unions/pending-change/pending-change.entity.js';
import { PersonRow } from './persons/person/person.entity.js';
import { RoleGrantRow } from './unions/role/role.entity.js';
import { SessionRow, SignInAttemptRow } from './access/session/session.entity.js';
import { AnsweredChallengeRow, PasskeyRow } from './access/passkey/passkey.entity.js';
import { LinkedAccountRow } from './access/linked-account/linked-account.entity.js';
import { RecoveryCodeRow } from './access/recovery-code/recovery-code.entity.js';
import { SignInPolicyRow } from './access/second-factor/sign-in-policy.entity.js';
import { TotpRow } from './access/second-factor/totp.entity.js';
import { TransferRow } from './members/transfer/transfer.entity.js';
import { UnionClosingRow } from './reorganisation/union-closing/union-closing.entity.js';
import { UnionTransferRow } from './members/union-transfer/union-transfer.entity.js';
import { UnionRow } from './unions/union/union.entity.js';

/** All entities of this service, for the data source and for the test that compares them with the catalogue. */
export const entities = [
  AnsweredChallengeRow,
  ApiKeyRow,
  CardIssuerRow,
  CardRow,
  CensusAttendanceRow,
  ConsentDecisionRow,
  ConsentTextRow,
  ApplicationRow,
  ApplicationTurnRow,
  FoundingRow,
  FoundingStepRow,
  ClubMemberRow,
  ClubRepresentativeRow,
  DuesAmountRow,
  DuesBankLineRow,
  DuesPaymentRow,
  DuesRuleRow,
  CommitteeElectionRow,
  CommitteeSeatRow,
  ContactPointRow,
  EmploymentRow,
  CorrectionRow,
  EnterpriseRow,
  GroupMemberRow,
  GroupRow,
  EntryAttemptRow,
  BreachHandoverRow,
  BreachPersonRow,
  DataBreachRow,
  DataExportRow,
  ErasurePartRow,
  ErasureRow,
  EntryCodeRow,
  EntryRequestRow,
  KeptAnswerRow,
  KeptFollowUpRow,
  KeptComplaintRow,
  InvitationRow,
  JoiningPolicyRow,
  LapseWarningRow,
  LeavingRow,
  LinkedAccountRow,
  MemberImportReportRow,
  MemberImportRow,
  MemberMergePartRow,
  MemberMergeRow,
  MembershipRow,
  OrganisationRow,
  PasskeyRow,
  PendingChangeRow,
  PersonRow,
  PhoneChangeRow,
  PhoneCodeRow,
  RecoveryCodeRow,
  RoleGrantRow,
  RosterEntryRow,
  RosterWordsRow,
  RowChoiceRow,
  SessionRow,
  SignInAttemptRow,
  SignInPolicyRow,
  TotpRow,
  TransferRow,
  UnionClosingRow,
  UnionTransferRow,
  UnionRow,
];
