import { type DynamicModule, Module } from '@nestjs/common';
import type { Clock } from '@gongxiang/domain';
import { ServiceModule } from '@gongxiang/messaging/service';
import type { SharingConfig } from './config.js';
import { ActivityModule } from './activity/activity.module.js';
import { AgreementModule } from './agreement/agreement.module.js';
import { CalendarFeedModule } from './calendar-feed/calendar-feed.module.js';
import { CoHostModule } from './co-host/co-host.module.js';
import { entities } from './data-source.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { DraftModule } from './draft/draft.module.js';
import { PoolModule } from './pool/pool.module.js';
import { RegistrationModule } from './registration/registration.module.js';
import { LoanModule } from './loan/loan.module.js';
import { NeedModule } from './need/need.module.js';
import { ReferenceModule } from './reference/reference.module.js';
import { SeriesModule } from './series/series.module.js';
import { ResourceModule } from './resource/resource.module.js';

/** The features, in the one direction in which they may import each other. */
const features = [
  ReferenceModule,
  ActivityModule,
  CoHostModule,
  AgreementModule,
  PoolModule,
  DraftModule,
  SeriesModule,
  RegistrationModule,
  AttendanceModule,
  CalendarFeedModule,
  ResourceModule,
  NeedModule,
  LoanModule,
];

@Module({})
export class SharingModule {
  static with(config: SharingConfig, clock?: Clock): DynamicModule {
    const foundation = ServiceModule.forRoot({
      name: 'sharing',
      config,
      entities,
      ...(clock ? { clock } : {}),
    });
    return { module: SharingModule, imports: [foundation, ...features] };
  }
}
