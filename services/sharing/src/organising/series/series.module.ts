import { Module } from '@nestjs/common';
import { ActivityModule } from '../../activities/activity/activity.module.js';
import { DraftModule } from '../draft/draft.module.js';
import { PoolModule } from '../../activities/pool/pool.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { SeriesActsService } from './series-acts.service.js';
import { SeriesExtensionService } from './series-extension.service.js';
import { SeriesController } from './series.controller.js';
import { SeriesDrafts } from './series.drafts.js';
import { SeriesHints } from './series.hints.js';
import { SeriesOccurrences } from './series.occurrences.js';
import { SeriesPattern } from './series.pattern.js';
import { SeriesReader } from './series.reader.js';
import { SeriesRepository } from './series.repository.js';
import { SeriesService } from './series.service.js';

@Module({
  imports: [ReferenceModule, ActivityModule, PoolModule, DraftModule],
  controllers: [SeriesController],
  providers: [
    SeriesService,
    SeriesActsService,
    SeriesExtensionService,
    SeriesReader,
    SeriesRepository,
    SeriesPattern,
    SeriesDrafts,
    SeriesOccurrences,
    SeriesHints,
  ],
})
export class SeriesModule {}
