import { Module } from '@nestjs/common';
import { MandateConsumer } from './mandate.consumer.js';
import { MoneyCalls } from './money-calls.js';
import { ReferenceConsumer } from './reference.consumer.js';
import { ReferenceRepository } from './reference.repository.js';
import { RoleHints } from './role-hints.js';

@Module({
  providers: [MandateConsumer, MoneyCalls, ReferenceConsumer, ReferenceRepository, RoleHints],
  exports: [MoneyCalls, ReferenceRepository, RoleHints],
})
export class ReferenceModule {}
