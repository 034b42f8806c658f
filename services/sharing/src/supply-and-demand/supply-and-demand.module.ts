import { Module } from '@nestjs/common';
import { PrintingModule } from '../printing/printing.module.js';
import { SupplyAndDemandController } from './supply-and-demand.controller.js';
import { SupplyAndDemandRepository } from './supply-and-demand.repository.js';
import { SupplyAndDemandService } from './supply-and-demand.service.js';

@Module({
  imports: [PrintingModule],
  controllers: [SupplyAndDemandController],
  providers: [SupplyAndDemandService, SupplyAndDemandRepository],
})
export class SupplyAndDemandModule {}
