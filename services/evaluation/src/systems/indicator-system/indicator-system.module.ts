import { Module } from '@nestjs/common';
import { ReferenceModule } from '../../reference/reference.module.js';
import { IndicatorLifeService } from './indicator-life.service.js';
import { IndicatorSystemAccess } from './indicator-system-access.js';
import { IndicatorSystemController } from './indicator-system.controller.js';
import { IndicatorSystemRepository } from './indicator-system.repository.js';
import { IndicatorSystemService } from './indicator-system.service.js';

@Module({
  imports: [ReferenceModule],
  controllers: [IndicatorSystemController],
  providers: [IndicatorSystemService, IndicatorLifeService, IndicatorSystemAccess, IndicatorSystemRepository],
  exports: [IndicatorSystemRepository, IndicatorSystemService],
})
export class IndicatorSystemModule {}
