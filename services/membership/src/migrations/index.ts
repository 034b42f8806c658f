import { Unions1763600100000 } from './1763600100000-unions.js';
import { PeopleAndSessions1763600110000 } from './1763600110000-people-and-sessions.js';
import { Enterprises1763600120000 } from './1763600120000-enterprises.js';
import { MemberImports1763600130000 } from './1763600130000-member-imports.js';
import { Intake1763600140000 } from './1763600140000-intake.js';
import { Places1763600194000 } from './1763600194000-places.js';
import { ClubMembers1763600194100 } from './1763600194100-club-members.js';
import { EmploymentKinds1763600194200 } from './1763600194200-employment-kinds.js';
import { UnionNames1763800000000 } from './1763800000000-union-names.js';
import { BranchClasses1763800000100 } from './1763800000100-branch-classes.js';
import { PendingChanges1763800000300 } from './1763800000300-pending-changes.js';
import { EntryCodes1763900000300 } from './1763900000300-entry-codes.js';
import { PasswordResets1763900000310 } from './1763900000310-password-resets.js';
import { FamiliarNetworks1763900000400 } from './1763900000400-familiar-networks.js';
import { MemberRefusals1763900000410 } from './1763900000410-member-refusals.js';
import { AnswersSealedOnce1763900000521 } from './1763900000521-answers-sealed-once.js';
import { IntakeAskedAgain1763900000540 } from './1763900000540-intake-asked-again.js';
import { RosterWarnings1763900000560 } from './1763900000560-roster-warnings.js';
import { OfferedRoles1763900000570 } from './1763900000570-offered-roles.js';
import { RosterRefusals1763900000575 } from './1763900000575-roster-refusals.js';

/** In the order in which they are applied. */
export const migrations = [
  Unions1763600100000,
  PeopleAndSessions1763600110000,
  Enterprises1763600120000,
  MemberImports1763600130000,
  Intake1763600140000,
  Places1763600194000,
  ClubMembers1763600194100,
  EmploymentKinds1763600194200,
  UnionNames1763800000000,
  BranchClasses1763800000100,
  PendingChanges1763800000300,
  EntryCodes1763900000300,
  PasswordResets1763900000310,
  FamiliarNetworks1763900000400,
  MemberRefusals1763900000410,
  AnswersSealedOnce1763900000521,
  IntakeAskedAgain1763900000540,
  RosterWarnings1763900000560,
  OfferedRoles1763900000570,
  RosterRefusals1763900000575,
];
