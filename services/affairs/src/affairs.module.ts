import { type DynamicModule, Module } from '@nestjs/common';
import * as contracts from '@gongxiang/contracts/all/affairs';
import type { Clock } from '@gongxiang/domain';
import { ServiceModule } from '@gongxiang/messaging/service';
import type { AffairsConfig } from './config/config.js';
import { entities } from './data-source.js';
import { BulletinsModule } from './bulletins/bulletins.module.js';
import { CirclesModule } from './circles/circles.module.js';
import { AssignmentsModule } from './assignments/assignments.module.js';
import { FindingModule } from './finding/finding.module.js';
import { ListingsModule } from './listings/listings.module.js';
import { MattersModule } from './matters/matters.module.js';
import { PersonsModule } from './persons/persons.module.js';
import { RecordsModule } from './records/records.module.js';
import { WorksModule } from './works/works.module.js';
import { ReferenceModule } from './reference/reference.module.js';

/** In the one direction in which they may import each other. */
const districts = [
  ReferenceModule,
  MattersModule,
  BulletinsModule,
  AssignmentsModule,
  RecordsModule,
  WorksModule,
  ListingsModule,
  CirclesModule,
  FindingModule,
  PersonsModule,
];

@Module({})
export class AffairsModule {
  static with(config: AffairsConfig, clock?: Clock): DynamicModule {
    const foundation = ServiceModule.forRoot({
      name: 'affairs',
      config,
      contracts,
      entities,
      ...(clock ? { clock } : {}),
    });
    return { module: AffairsModule, imports: [foundation, ...districts] };
  }
}
