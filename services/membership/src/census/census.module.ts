import { Module } from '@nestjs/common';
import { PersonsModule } from '../persons/persons.module.js';
import { UnionsModule } from '../unions/unions.module.js';
import { CensusFold } from './counting/census-fold.due.js';
import { CountingRepository } from './counting/counting.repository.js';
import { ParticipationConsumer } from './counting/participation.consumer.js';
import { ParticipationService } from './counting/participation.service.js';
import { CensusRepository } from './figures/census.repository.js';
import { CensusService } from './figures/census.service.js';

@Module({
  imports: [PersonsModule, UnionsModule],
  providers: [
    CensusService,
    CensusRepository,
    CensusFold,
    CountingRepository,
    ParticipationConsumer,
    ParticipationService,
  ],
  exports: [ParticipationService],
})
export class CensusModule {}
