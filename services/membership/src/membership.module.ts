import { type DynamicModule, Module } from '@nestjs/common';
import type { Clock } from '@gongxiang/domain';
import { ServiceModule } from '@gongxiang/messaging/service';
import { ActivationModule } from './activation/activation.module.js';
import { ApiKeyModule } from './api-key/api-key.module.js';
import { ClubMemberModule } from './club-member/club-member.module.js';
import type { MembershipConfig } from './config.js';
import { entities } from './data-source.js';
import { EnterpriseModule } from './enterprise/enterprise.module.js';
import { EntryCodeModule } from './entry-code/entry-code.module.js';
import { FirstOperatorModule } from './first-operator/first-operator.module.js';
import { MemberImportModule } from './import/member-import.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { MeModule } from './me/me.module.js';
import { MemberModule } from './member/member.module.js';
import { OrganisationModule } from './organisation/organisation.module.js';
import { PasswordResetModule } from './password-reset/password-reset.module.js';
import { PendingChangeModule } from './pending-change/pending-change.module.js';
import { ReferenceModule } from './reference/reference.module.js';
import { RoleModule } from './role/role.module.js';
import { SessionModule } from './session/session.module.js';
import { UnionModule } from './union/union.module.js';

const features = [
  UnionModule,
  EnterpriseModule,
  OrganisationModule,
  RoleModule,
  PendingChangeModule,
  MemberModule,
  MemberImportModule,
  IntakeModule,
  ClubMemberModule,
  SessionModule,
  MeModule,
  ApiKeyModule,
  EntryCodeModule,
  ActivationModule,
  PasswordResetModule,
  FirstOperatorModule,
  ReferenceModule,
];

@Module({})
export class MembershipModule {
  static with(config: MembershipConfig, clock?: Clock): DynamicModule {
    const foundation = ServiceModule.forRoot({
      name: 'membership',
      config,
      entities,
      ...(clock ? { clock } : {}),
    });
    return { module: MembershipModule, imports: [foundation, ...features] };
  }
}
