import { Module } from '@nestjs/common';
import { OwnDataService } from './own-data.service.js';
import { PersonMergeConsumer } from './person-merge.consumer.js';
import { PersonMergeSteps } from './person-merge-steps.js';

@Module({ providers: [OwnDataService, PersonMergeConsumer, PersonMergeSteps] })
export class PersonMergeModule {}
