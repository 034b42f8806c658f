import { Module } from '@nestjs/common';
import { ReferenceModule } from '../../reference/reference.module.js';
import { SpendingModule } from '../../funding/spending/spending.module.js';
import { StatementModule } from '../statement/statement.module.js';
import { VoucherSubjectService } from './voucher-subject.service.js';
import { VoucherController } from './voucher.controller.js';
import { VoucherRepository } from './voucher.repository.js';
import { VoucherService } from './voucher.service.js';

@Module({
  imports: [ReferenceModule, SpendingModule, StatementModule],
  controllers: [VoucherController],
  providers: [VoucherRepository, VoucherService, VoucherSubjectService],
})
export class VoucherModule {}
