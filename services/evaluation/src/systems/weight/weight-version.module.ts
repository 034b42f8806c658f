import { Module } from '@nestjs/common';
import { IndicatorSystemModule } from '../indicator-system/indicator-system.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { WeightVersionController } from './weight-version.controller.js';
import { WeightVersionMaking } from './weight-version.making.js';
import { WeightVersionRepository } from './weight-version.repository.js';
import { WeightVersionService } from './weight-version.service.js';

@Module({
  imports: [ReferenceModule, IndicatorSystemModule],
  controllers: [WeightVersionController],
  providers: [WeightVersionService, WeightVersionMaking, WeightVersionRepository],
  exports: [WeightVersionRepository, WeightVersionMaking],
})
export class WeightVersionModule {}
