import { Module } from '@nestjs/common';
import { ownDataService } from '@gongxiang/messaging/service';
import { personData } from './person-data.js';
import { personExport, viewer } from './person-export.js';
import { personFiles } from './person-files.js';
import { PersonErasureConsumer } from './person-erasure.consumer.js';
import { PersonErasureSteps } from './person-erasure-steps.js';
import { PersonMergeConsumer } from './person-merge.consumer.js';
import { PersonMergeSteps } from './person-merge-steps.js';

@Module({
  providers: [
    ownDataService('evaluation', { data: personData, columns: personExport, viewer, files: personFiles }),
    PersonErasureConsumer,
    PersonErasureSteps,
    PersonMergeConsumer,
    PersonMergeSteps,
  ],
})
export class PersonsModule {}
