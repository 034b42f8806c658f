import { Module } from '@nestjs/common';
import { evaluationErasure } from '@gongxiang/contracts/words/person-erasure';
import { evaluationPersonMerge } from '@gongxiang/contracts/words/person-merge';
import { ownDataService, personErasureConsumer, personMergeConsumer } from '@gongxiang/messaging/service';
import { personData } from './person-data.js';
import { personExport, viewer } from './person-export.js';
import { personFiles } from './person-files.js';
import { PersonErasureSteps } from './person-erasure-steps.js';
import { PersonMergeSteps } from './person-merge-steps.js';

@Module({
  providers: [
    ownDataService('evaluation', { data: personData, columns: personExport, viewer, files: personFiles }),
    personErasureConsumer(evaluationErasure, PersonErasureSteps),
    PersonErasureSteps,
    personMergeConsumer(evaluationPersonMerge, PersonMergeSteps),
    PersonMergeSteps,
  ],
})
export class PersonsModule {}
