import { Module } from '@nestjs/common';
import { PersonsModule } from '../persons/persons.module.js';
import { OpenFilingRepository } from './awaits/open-filing.repository.js';
import { OpenFilings } from './awaits/open-filings.js';
import { ContactPointRepository } from './contact-point/contact-point.repository.js';
import { ContactPointService } from './contact-point/contact-point.service.js';
import { EnterpriseChanger } from './union/enterprise-changer.js';
import { EnterpriseRepository } from './union/enterprise.repository.js';
import { EnterpriseService } from './union/enterprise.service.js';
import { PendingChangeAwaits } from './pending-change/pending-change-awaits.js';
import { PendingChangeWriter } from './pending-change/pending-change-writer.js';
import { PendingChangePresenter } from './pending-change/pending-change-presenter.js';
import { PendingChangeReader } from './pending-change/pending-change-reader.js';
import { PendingChangeRepository } from './pending-change/pending-change.repository.js';
import { PendingChangeService } from './decision/pending-change.service.js';
import { ColleagueService } from './role/colleague.service.js';
import { RoleDue } from './role/role.due.js';
import { RoleGranting } from './role/role-granting.js';
import { RoleRevocation } from './role/role-revocation.js';
import { RoleWriter } from './role/role-writer.js';
import { RoleRepository } from './role/role.repository.js';
import { RoleService } from './role/role.service.js';
import { UnionChanger } from './union/union-changer.js';
import { UnionCreation } from './union/union-creation.js';
import { UnionRepository } from './union/union.repository.js';
import { UnionService } from './union/union.service.js';

/** A group of its own: unions need it for their size class, and enterprises need unions. */
const enterpriseRepository = [EnterpriseRepository];
/** A group of its own: roles, unions and enterprises propose changes, and deciding one needs all three. */
const pendingChangeRepository = [PendingChangeRepository, PendingChangeWriter];
const union = [UnionService, UnionChanger, UnionCreation, UnionRepository, OpenFilings, OpenFilingRepository];
const enterprise = [EnterpriseService, EnterpriseChanger];
const role = [
  RoleService,
  RoleGranting,
  RoleRepository,
  RoleWriter,
  RoleRevocation,
  RoleDue,
  ColleagueService,
];
const pendingChange = [
  PendingChangeService,
  PendingChangeAwaits,
  PendingChangeReader,
  PendingChangePresenter,
];

@Module({
  imports: [PersonsModule],
  providers: [
    ...enterpriseRepository,
    ...pendingChangeRepository,
    ...union,
    ...enterprise,
    ContactPointService,
    ContactPointRepository,
    ...role,
    ...pendingChange,
  ],
  exports: [
    EnterpriseChanger,
    EnterpriseRepository,
    PendingChangeWriter,
    PendingChangeRepository,
    RoleGranting,
    RoleRevocation,
    RoleRepository,
    UnionChanger,
    UnionCreation,
    UnionRepository,
  ],
})
export class UnionsModule {}
