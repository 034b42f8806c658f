import { ApiKeyRow } from './api-key/api-key.entity.js';
import { ClubMemberRow } from './club-member/club-member.entity.js';
import { EntryAttemptRow, EntryCodeRow, EntryRequestRow } from './entry-code/entry-code.entity.js';
import { EnterpriseRow } from './enterprise/enterprise.entity.js';
import { MemberImportReportRow, MemberImportRow } from './import/member-import.entity.js';
import { IntakeAnswerRow, IntakeFollowUpRow, IntakeRow } from './intake/intake.entity.js';
import { MembershipRow } from './member/membership.entity.js';
import { OrganisationRow } from './organisation/organisation.entity.js';
import { PendingChangeRow } from './pending-change/pending-change.entity.js';
import { PersonRow } from './person/person.entity.js';
import { RoleGrantRow } from './role/role.entity.js';
import { SessionRow, SignInAttemptRow } from './session/session.entity.js';
import { UnionRow } from './union/union.entity.js';

/** Every table of this service, for the data source and for the test that compares them with the catalogue. */
export const entities = [
  ApiKeyRow,
  ClubMemberRow,
  EnterpriseRow,
  EntryAttemptRow,
  EntryCodeRow,
  EntryRequestRow,
  IntakeAnswerRow,
  IntakeFollowUpRow,
  IntakeRow,
  MemberImportReportRow,
  MemberImportRow,
  MembershipRow,
  OrganisationRow,
  PendingChangeRow,
  PersonRow,
  RoleGrantRow,
  SessionRow,
  SignInAttemptRow,
  UnionRow,
];
