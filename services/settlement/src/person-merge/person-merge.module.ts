import { Module } from '@nestjs/common';
import { ownDataService } from '@gongxiang/messaging/service';
import { personData } from './person-data.js';
import { PersonMergeConsumer } from './person-merge.consumer.js';
import { PersonMergeSteps } from './person-merge-steps.js';

@Module({
  providers: [ownDataService('settlement', personData), PersonMergeConsumer, PersonMergeSteps],
})
export class PersonMergeModule {}
