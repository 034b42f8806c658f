import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { PoolModule } from '../../activities/pool/pool.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { RegistrationModule } from '../registration/registration.module.js';
import { DrawChanges } from './draw.changes.js';
import { DrawConsumer } from './draw.consumer.js';
import { DrawController } from './draw.controller.js';
import { DrawDesk } from './draw.desk.js';
import { DrawEntryRepository } from './draw-entry.repository.js';
import { DrawGround } from './draw.ground.js';
import { DrawReader } from './draw.reader.js';
import { DrawRepository } from './draw.repository.js';
import { DrawSeats } from './draw.seats.js';
import { DrawSecrets } from './draw-secrets.js';
import { DrawService } from './draw.service.js';
import { Entrants } from './entrants.js';
import { EntryService } from './entry.service.js';
import { EntryWork } from './entry.work.js';
import { FreezingWork } from './freezing.work.js';
import { ResultsWork } from './results.work.js';

@Module({
  imports: [ReferenceModule, ActivityModule, PoolModule, RegistrationModule],
  controllers: [DrawController],
  providers: [
    DrawChanges,
    DrawConsumer,
    DrawDesk,
    DrawEntryRepository,
    DrawGround,
    DrawReader,
    DrawRepository,
    DrawSeats,
    DrawSecrets,
    DrawService,
    Entrants,
    EntryService,
    EntryWork,
    FreezingWork,
    ResultsWork,
  ],
  exports: [DrawDesk],
})
export class DrawModule {}
