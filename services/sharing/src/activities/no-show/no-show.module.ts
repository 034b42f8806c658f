import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { NoShowController } from './no-show.controller.js';
import { NoShowHints } from './no-show.hints.js';
import { NoShowReader } from './no-show.reader.js';
import { NoShowRepository } from './no-show.repository.js';
import { NoShowService } from './no-show.service.js';
import { NoShowWork } from './no-show.work.js';

@Module({
  imports: [ReferenceModule, ActivityModule],
  controllers: [NoShowController],
  providers: [NoShowHints, NoShowReader, NoShowRepository, NoShowService, NoShowWork],
  exports: [NoShowRepository],
})
export class NoShowModule {}
