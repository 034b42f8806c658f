import { ActivationController } from './activation.controller.js';
import { ApiKeyController } from './api-key.controller.js';
import { ClubController } from './club.controller.js';
import { ClubMemberController } from './club-member.controller.js';
import { EnterpriseController } from './enterprise.controller.js';
import { EntryCodeController } from './entry-code.controller.js';
import { IntakeController } from './intake.controller.js';
import { MeController } from './me.controller.js';
import { MemberController } from './member.controller.js';
import { MemberImportController } from './member-import.controller.js';
import { OrganisationController } from './organisation.controller.js';
import { PasswordResetController } from './password-reset.controller.js';
import { PendingChangeController } from './pending-change.controller.js';
import { ReferenceController } from './reference.controller.js';
import { RoleController } from './role.controller.js';
import { SessionController } from './session.controller.js';
import { UnionController } from './union.controller.js';

export const membershipControllers = [
  ActivationController,
  ApiKeyController,
  ClubController,
  ClubMemberController,
  EnterpriseController,
  EntryCodeController,
  IntakeController,
  MeController,
  MemberController,
  MemberImportController,
  OrganisationController,
  PasswordResetController,
  PendingChangeController,
  ReferenceController,
  RoleController,
  SessionController,
  UnionController,
];
