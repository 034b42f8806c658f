import { Module } from '@nestjs/common';
import { ReferenceConsumer } from './reference.consumer.js';
import { ReferenceRepository } from './reference.repository.js';

@Module({ providers: [ReferenceConsumer, ReferenceRepository], exports: [ReferenceRepository] })
export class ReferenceModule {}
