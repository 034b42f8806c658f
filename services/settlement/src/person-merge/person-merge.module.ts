import { Module } from '@nestjs/common';
import { PersonMergeConsumer } from './person-merge.consumer.js';
import { PersonMergeSteps } from './person-merge-steps.js';

@Module({ providers: [PersonMergeConsumer, PersonMergeSteps] })
export class PersonMergeModule {}
