import { Module } from '@nestjs/common';
import { MandateConsumer } from './mandate.consumer.js';
import { ReferenceConsumer } from './reference.consumer.js';
import { ReferenceRepository } from './reference.repository.js';
import { RoleHints } from './role-hints.js';

@Module({
  providers: [MandateConsumer, ReferenceConsumer, ReferenceRepository, RoleHints],
  exports: [ReferenceRepository, RoleHints],
})
export class ReferenceModule {}
