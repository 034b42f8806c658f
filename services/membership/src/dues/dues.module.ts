import { Module } from '@nestjs/common';
import { PersonsModule } from '../persons/persons.module.js';
import { UnionsModule } from '../unions/unions.module.js';
import { DuesBankLineConsumer } from './dues-bank-line.consumer.js';
import { DuesBankLines } from './dues-bank-lines.service.js';
import { DuesPaymentService } from './dues-payment.service.js';
import { DuesPresenter } from './dues-presenter.js';
import { DuesReceipts } from './dues-receipts.js';
import { DuesRepository } from './dues.repository.js';
import { DuesService } from './dues.service.js';

@Module({
  imports: [PersonsModule, UnionsModule],
  providers: [
    DuesService,
    DuesPaymentService,
    DuesReceipts,
    DuesBankLines,
    DuesBankLineConsumer,
    DuesPresenter,
    DuesRepository,
  ],
  exports: [DuesPresenter, DuesRepository],
})
export class DuesModule {}
