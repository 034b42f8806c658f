import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { SeatsModule } from '../seats/seats.module.js';
import { OwnDataService } from './own-data.service.js';
import { PersonMergeConsumer } from './person-merge.consumer.js';
import { PersonMergeSteps } from './person-merge-steps.js';

@Module({
  imports: [ActivitiesModule, SeatsModule],
  providers: [OwnDataService, PersonMergeConsumer, PersonMergeSteps],
})
export class PersonMergeModule {}
