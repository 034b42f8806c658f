import { Module } from '@nestjs/common';
import { PersonsModule } from '../persons/persons.module.js';
import { UnionsModule } from '../unions/unions.module.js';
import { DuesPaymentService } from './dues-payment.service.js';
import { DuesPresenter } from './dues-presenter.js';
import { DuesRepository } from './dues.repository.js';
import { DuesService } from './dues.service.js';

@Module({
  imports: [PersonsModule, UnionsModule],
  providers: [DuesService, DuesPaymentService, DuesPresenter, DuesRepository],
})
export class DuesModule {}
