import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { JoiningService } from './joining.service.js';
import { JoiningWork } from './joining.work.js';
import { QueueController } from './queue.controller.js';
import { QueueGate } from './queue.gate.js';
import { QueueOpening } from './queue.opening.js';
import { QueueReader } from './queue.reader.js';
import { QueueRepository } from './queue.repository.js';
import { QueueSecrets } from './queue-secrets.js';
import { QueueService } from './queue.service.js';

@Module({
  imports: [ActivityModule],
  controllers: [QueueController],
  providers: [
    JoiningService,
    JoiningWork,
    QueueGate,
    QueueOpening,
    QueueReader,
    QueueRepository,
    QueueSecrets,
    QueueService,
  ],
  exports: [QueueGate],
})
export class QueueModule {}
