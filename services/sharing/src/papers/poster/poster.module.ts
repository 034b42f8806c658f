import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { PrintingModule } from '../../files/printing/printing.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { PosterController } from './poster.controller.js';
import { PosterService } from './poster.service.js';

@Module({
  imports: [ReferenceModule, ActivityModule, PrintingModule],
  controllers: [PosterController],
  providers: [PosterService],
})
export class PosterModule {}
