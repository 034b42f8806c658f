import { Module } from '@nestjs/common';
import { affairsErasure } from '@gongxiang/contracts/words/person-erasure';
import { affairsPersonMerge } from '@gongxiang/contracts/words/person-merge';
import { ownDataService, personErasureConsumer, personMergeConsumer } from '@gongxiang/messaging/service';
import { BulletinsModule } from '../bulletins/bulletins.module.js';
import { ListingsModule } from '../listings/listings.module.js';
import { CirclesModule } from '../circles/circles.module.js';
import { MattersModule } from '../matters/matters.module.js';
import { RecordsModule } from '../records/records.module.js';
import { WorksModule } from '../works/works.module.js';
import { personData } from './person-data.js';
import { personExport, viewer } from './person-export.js';
import { personFiles } from './person-files.js';
import { PersonErasureSteps } from './person-erasure-steps.js';
import { PersonMergeSteps } from './person-merge-steps.js';
import { sealedPlaces } from './sealed-places.js';

@Module({
  imports: [BulletinsModule, MattersModule, WorksModule, ListingsModule, CirclesModule, RecordsModule],
  providers: [
    ownDataService('affairs', {
      data: personData,
      columns: personExport,
      viewer,
      sealedPlaces,
      files: personFiles,
    }),
    personErasureConsumer(affairsErasure, PersonErasureSteps),
    PersonErasureSteps,
    personMergeConsumer(affairsPersonMerge, PersonMergeSteps),
    PersonMergeSteps,
  ],
})
export class PersonsModule {}
