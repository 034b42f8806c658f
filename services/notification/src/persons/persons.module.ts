import { Module } from '@nestjs/common';
import { notificationErasure } from '@gongxiang/contracts/words/person-erasure';
import { notificationPersonMerge } from '@gongxiang/contracts/words/person-merge';
import { ownDataService, personErasureConsumer, personMergeConsumer } from '@gongxiang/messaging/service';
import { personData } from './person-data.js';
import { personExport, viewer } from './person-export.js';
import { PersonErasureSteps } from './person-erasure-steps.js';
import { PersonMergeSteps } from './person-merge-steps.js';

@Module({
  providers: [
    ownDataService('notification', { data: personData, columns: personExport, viewer }),
    personErasureConsumer(notificationErasure, PersonErasureSteps),
    PersonErasureSteps,
    personMergeConsumer(notificationPersonMerge, PersonMergeSteps),
    PersonMergeSteps,
  ],
})
export class PersonsModule {}
