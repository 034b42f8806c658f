import { Module } from '@nestjs/common';
import { FreezeModule } from '../freeze/freeze.module.js';
import { LedgerModule } from '../../ledger/ledger.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { PaymentActs } from './payment-acts.service.js';
import { PaymentReminders } from './payment-reminders.service.js';
import { PaymentConsumer } from './payment.consumer.js';
import { PaymentController } from './payment.controller.js';
import { PaymentRepository } from './payment.repository.js';
import { PaymentService } from './payment.service.js';

@Module({
  imports: [ReferenceModule, LedgerModule, FreezeModule],
  controllers: [PaymentController],
  providers: [PaymentRepository, PaymentService, PaymentActs, PaymentReminders, PaymentConsumer],
  exports: [PaymentRepository, PaymentActs],
})
export class PaymentModule {}
