import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference.module.js';
import { MandateController } from './mandate.controller.js';
import { MandateRepository } from './mandate.repository.js';
import { MandateService } from './mandate.service.js';

@Module({
  imports: [ReferenceModule],
  controllers: [MandateController],
  providers: [MandateService, MandateRepository],
})
export class MandateModule {}
