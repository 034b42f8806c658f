import { type DynamicModule, Module } from '@nestjs/common';
import type { Clock } from '@gongxiang/domain';
import { ServiceModule } from '@gongxiang/messaging/service';
import { ActivationModule } from './members/activation/activation.module.js';
import { ApiKeyModule } from './access/api-key/api-key.module.js';
import { ClubMemberModule } from './clubs/club-member/club-member.module.js';
import type { MembershipConfig } from './config.js';
import { entities } from './data-source.js';
import { EnterpriseModule } from './unions/enterprise/enterprise.module.js';
import { EntryCodeModule } from './members/entry-code/entry-code.module.js';
import { FirstOperatorModule } from './members/first-operator/first-operator.module.js';
import { MemberImportModule } from './members/import/member-import.module.js';
import { IntakeModule } from './joining/intake/intake.module.js';
import { MeModule } from './members/me/me.module.js';
import { MemberModule } from './members/member/member.module.js';
import { OrganisationModule } from './clubs/organisation/organisation.module.js';
import { PasswordResetModule } from './members/password-reset/password-reset.module.js';
import { PendingChangeModule } from './unions/pending-change/pending-change.module.js';
import { ReferenceModule } from './persons/reference/reference.module.js';
import { RoleModule } from './unions/role/role.module.js';
import { SessionModule } from './access/session/session.module.js';
import { UnionModule } from './unions/union/union.module.js';

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
