import { Module } from '@nestjs/common';
import { MandateAwaits } from './mandate-awaits.js';
import { MandateConsumer } from './mandate.consumer.js';
import { MoneyNotifications } from './money-notifications.js';
import { PartyClosingRepository } from './party-closing/party-closing.repository.js';
import { PartyClosingService } from './party-closing/party-closing.service.js';
import { ReferenceConsumer } from './reference.consumer.js';
import { ReferenceRepository } from './reference.repository.js';
import { RoleHints } from './role-hints.js';

@Module({
  providers: [
    MandateAwaits,
    MandateConsumer,
    MoneyNotifications,
    PartyClosingRepository,
    PartyClosingService,
    ReferenceConsumer,
    ReferenceRepository,
    RoleHints,
  ],
  exports: [MoneyNotifications, ReferenceRepository, RoleHints],
})
export class ReferenceModule {}
