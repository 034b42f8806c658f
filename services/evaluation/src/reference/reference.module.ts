import { Module } from '@nestjs/common';
import { MemberService } from './member.service.js';
import { PartyConsumer } from './party.consumer.js';
import { ReferenceConsumer } from './reference.consumer.js';
import { ReferenceRepository } from './reference.repository.js';

@Module({
  providers: [ReferenceConsumer, PartyConsumer, MemberService, ReferenceRepository],
  exports: [ReferenceRepository],
})
export class ReferenceModule {}
