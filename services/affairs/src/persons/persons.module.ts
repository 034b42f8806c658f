import { Module } from '@nestjs/common';
import { ownDataService } from '@gongxiang/messaging/service';
import { MattersModule } from '../matters/matters.module.js';
import { sealedPlaces } from '../matters/sealed-places.js';
import { personData } from './person-data.js';
import { personExport, viewer } from './person-export.js';
import { PersonErasureConsumer } from './person-erasure.consumer.js';
import { PersonErasureSteps } from './person-erasure-steps.js';
import { PersonMergeConsumer } from './person-merge.consumer.js';
import { PersonMergeSteps } from './person-merge-steps.js';

@Module({
  imports: [MattersModule],
  providers: [
    ownDataService('affairs', { data: personData, columns: personExport, viewer, sealedPlaces }),
    PersonErasureConsumer,
    PersonErasureSteps,
    PersonMergeConsumer,
    PersonMergeSteps,
  ],
})
export class PersonsModule {}
