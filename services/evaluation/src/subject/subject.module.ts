import { Module } from '@nestjs/common';
import { SubjectConsumer } from './subject.consumer.js';
import { SubjectRepository } from './subject.repository.js';

@Module({ providers: [SubjectConsumer, SubjectRepository], exports: [SubjectRepository] })
export class SubjectModule {}
