import { Module } from '@nestjs/common';
import { SubjectRepository } from './subject.repository.js';

@Module({ providers: [SubjectRepository], exports: [SubjectRepository] })
export class SubjectModule {}
