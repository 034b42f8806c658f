import { Module } from '@nestjs/common';
import { LoanModule } from '../loan/loan.module.js';
import { DamageController } from './loan-damage.controller.js';
import { DamageNotices } from './loan-damage.notices.js';
import { DamageRepository } from './loan-damage.repository.js';
import { DamageService } from './loan-damage.service.js';

@Module({
  imports: [LoanModule],
  controllers: [DamageController],
  providers: [DamageService, DamageNotices, DamageRepository],
  exports: [DamageService, DamageRepository],
})
export class LoanDamageModule {}
