import { Module } from '@nestjs/common';
import { PrintingModule } from '../../files/printing/printing.module.js';
import { GivenAndReceivedController } from './given-and-received.controller.js';
import { GivenAndReceivedRepository } from './given-and-received.repository.js';
import { GivenAndReceivedService } from './given-and-received.service.js';
import { SupplyAndDemandController } from './supply-and-demand.controller.js';
import { SupplyAndDemandRepository } from './supply-and-demand.repository.js';
import { SupplyAndDemandService } from './supply-and-demand.service.js';

@Module({
  imports: [PrintingModule],
  controllers: [SupplyAndDemandController, GivenAndReceivedController],
  providers: [
    SupplyAndDemandService,
    SupplyAndDemandRepository,
    GivenAndReceivedService,
    GivenAndReceivedRepository,
  ],
})
export class SupplyAndDemandModule {}
