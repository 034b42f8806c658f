import { type DynamicModule, Module } from '@nestjs/common';
import * as contracts from '@gongxiang/contracts/all/sharing';
import type { Clock } from '@gongxiang/domain';
import { ServiceModule } from '@gongxiang/messaging/service';
import { ReferenceModule } from './reference/reference.module.js';
import { FilesModule } from './files/files.module.js';
import { LendingModule } from './lending/lending.module.js';
import { ActivitiesModule } from './activities/activities.module.js';
import { AnnouncementsModule } from './announcements/announcements.module.js';
import { SeatsModule } from './seats/seats.module.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { OrganisingModule } from './organising/organising.module.js';
import { PapersModule } from './papers/papers.module.js';
import { FindingModule } from './finding/finding.module.js';
import { PersonsModule } from './persons/persons.module.js';
import type { SharingConfig } from './config/config.js';
import { entities } from './data-source.js';
import { signUpPlaces } from './files/key-rotation/sealed-places.js';

/** In the order of their permitted imports. */
const districts = [
  ReferenceModule,
  FilesModule,
  LendingModule,
  ActivitiesModule,
  SeatsModule,
  AttendanceModule,
  OrganisingModule,
  PapersModule,
  FindingModule,
  AnnouncementsModule,
  PersonsModule,
];

@Module({})
export class SharingModule {
  static with(config: SharingConfig, clock?: Clock): DynamicModule {
    const foundation = ServiceModule.forRoot({
      name: 'sharing',
      config,
      contracts,
      entities,
      sealedSince: signUpPlaces,
      ...(clock ? { clock } : {}),
    });
    return { module: SharingModule, imports: [foundation, ...districts] };
  }
}
