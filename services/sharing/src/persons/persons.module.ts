import { Module } from '@nestjs/common';
import { sharingErasure } from '@gongxiang/contracts/words/person-erasure';
import { sharingPersonMerge } from '@gongxiang/contracts/words/person-merge';
import { ownDataService, personErasureConsumer, personMergeConsumer } from '@gongxiang/messaging/service';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { FilesModule } from '../files/files.module.js';
import { sealedPlaces } from '../files/key-rotation/sealed-places.js';
import { LendingModule } from '../lending/lending.module.js';
import { SeatsModule } from '../seats/seats.module.js';
import { MemberConsumer } from './member.consumer.js';
import { personData } from './person-data.js';
import { personExport, viewer } from './person-export.js';
import { personFiles } from './person-files.js';
import { PersonErasureSteps } from './person-erasure-steps.js';
import { PersonMergeSteps } from './person-merge-steps.js';

@Module({
  imports: [FilesModule, LendingModule, ActivitiesModule, SeatsModule, AttendanceModule],
  providers: [
    MemberConsumer,
    ownDataService('sharing', {
      data: personData,
      columns: personExport,
      viewer,
      sealedPlaces,
      files: personFiles,
    }),
    personErasureConsumer(sharingErasure, PersonErasureSteps),
    PersonErasureSteps,
    personMergeConsumer(sharingPersonMerge, PersonMergeSteps),
    PersonMergeSteps,
  ],
})
export class PersonsModule {}
