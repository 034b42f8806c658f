import { type DynamicModule, Module } from '@nestjs/common';
import * as contracts from '@gongxiang/contracts/all/membership';
import type { Clock } from '@gongxiang/domain';
import { ServiceModule } from '@gongxiang/messaging/service';
import { PersonsModule } from './persons/persons.module.js';
import { UnionsModule } from './unions/unions.module.js';
import { AccessModule } from './access/access.module.js';
import { MembersModule } from './members/members.module.js';
import { ClubsModule } from './clubs/clubs.module.js';
import { CardModule } from './card/card.module.js';
import { CensusModule } from './census/census.module.js';
import { DuesModule } from './dues/dues.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { JoiningModule } from './joining/joining.module.js';
import { FindingModule } from './finding/finding.module.js';
import { ReorganisationModule } from './reorganisation/reorganisation.module.js';
import type { MembershipConfig } from './config/config.js';
import { entities } from './data-source.js';

const districts = [
  PersonsModule,
  UnionsModule,
  AccessModule,
  MembersModule,
  ClubsModule,
  JoiningModule,
  ReorganisationModule,
  CensusModule,
  CardModule,
  DuesModule,
  PrivacyModule,
  FindingModule,
];

@Module({})
export class MembershipModule {
  static with(config: MembershipConfig, clock?: Clock): DynamicModule {
    const foundation = ServiceModule.forRoot({
      name: 'membership',
      config,
      contracts,
      entities,
      ...(clock ? { clock } : {}),
    });
    return { module: MembershipModule, imports: [foundation, ...districts] };
  }
}
