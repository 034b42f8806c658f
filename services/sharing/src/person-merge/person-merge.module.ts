import { Module } from '@nestjs/common';
import { ownDataService } from '@gongxiang/messaging/service';
import { ActivitiesModule } from '../activities/activities.module.js';
import { SeatsModule } from '../seats/seats.module.js';
import { personData } from './person-data.js';
import { PersonMergeConsumer } from './person-merge.consumer.js';
import { PersonMergeSteps } from './person-merge-steps.js';

@Module({
  imports: [ActivitiesModule, SeatsModule],
  providers: [ownDataService('sharing', personData), PersonMergeConsumer, PersonMergeSteps],
})
export class PersonMergeModule {}
