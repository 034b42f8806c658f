import { Module } from '@nestjs/common';
import { settlementErasure } from '@gongxiang/contracts/words/person-erasure';
import { settlementPersonMerge } from '@gongxiang/contracts/words/person-merge';
import { ownDataService, personErasureConsumer, personMergeConsumer } from '@gongxiang/messaging/service';
import { personData } from './person-data.js';
import { personExport, viewer } from './person-export.js';
import { personFiles } from './person-files.js';
import { PersonErasureSteps } from './person-erasure-steps.js';
import { PersonMergeSteps } from './person-merge-steps.js';

@Module({
  providers: [
    ownDataService('settlement', { data: personData, columns: personExport, viewer, files: personFiles }),
    personErasureConsumer(settlementErasure, PersonErasureSteps),
    PersonErasureSteps,
    personMergeConsumer(settlementPersonMerge, PersonMergeSteps),
    PersonMergeSteps,
  ],
})
export class PersonsModule {}
