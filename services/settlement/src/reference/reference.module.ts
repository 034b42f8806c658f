import { Module } from '@nestjs/common';
import { MandateConsumer } from './mandate.consumer.js';
import { MoneyNotifications } from './money-notifications.js';
import { ReferenceConsumer } from './reference.consumer.js';
import { ReferenceRepository } from './reference.repository.js';
import { RoleHints } from './role-hints.js';

@Module({
  providers: [MandateConsumer, MoneyNotifications, ReferenceConsumer, ReferenceRepository, RoleHints],
  exports: [MoneyNotifications, ReferenceRepository, RoleHints],
})
export class ReferenceModule {}
