import { Module } from '@nestjs/common';
import { CustodyModule } from '../custody/custody.module.js';
import { PrintingModule } from '../../files/printing/printing.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { ResourceModule } from '../resource/resource.module.js';
import { LabelService } from './label.service.js';
import { PieceController } from './piece.controller.js';
import { PieceDesk } from './piece-desk.js';
import { PieceQueryService } from './piece-query.service.js';
import { PieceRegisterService } from './piece-register.service.js';
import { PieceService } from './piece.service.js';

@Module({
  imports: [CustodyModule, ReferenceModule, ResourceModule, PrintingModule],
  controllers: [PieceController],
  providers: [PieceService, PieceRegisterService, PieceQueryService, PieceDesk, LabelService],
  exports: [PieceService],
})
export class PieceModule {}
