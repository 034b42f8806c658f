import { Module } from '@nestjs/common';
import { PartyConsumer } from './party.consumer.js';
import { ReferenceConsumer } from './reference.consumer.js';
import { ReferenceRepository } from './reference.repository.js';

@Module({
  providers: [ReferenceConsumer, PartyConsumer, ReferenceRepository],
  exports: [ReferenceRepository],
})
export class ReferenceModule {}
