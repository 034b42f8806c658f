import { Module } from '@nestjs/common';
import { ClubsModule } from '../clubs/clubs.module.js';
import { JoiningModule } from '../joining/joining.module.js';
import { PersonsModule } from '../persons/persons.module.js';
import { UnionsModule } from '../unions/unions.module.js';
import { FilingStatisticsRepository } from './filing-statistics/filing-statistics.repository.js';
import { FilingStatisticsService } from './filing-statistics/filing-statistics.service.js';
import { PartyClosingService } from './party-closing/party-closing.service.js';
import { UnionMoveRepository } from './union-move/union-move.repository.js';
import { UnionMoveService } from './union-move/union-move.service.js';
import { UnionCloser } from './union-closing/union-closer.js';
import { UnionClosingAwaits } from './union-closing/union-closing-awaits.js';
import { UnionClosingRepository } from './union-closing/union-closing.repository.js';
import { UnionClosingService } from './union-closing/union-closing.service.js';

@Module({
  imports: [PersonsModule, UnionsModule, ClubsModule, JoiningModule],
  providers: [
    PartyClosingService,
    UnionMoveService,
    UnionMoveRepository,
    UnionClosingService,
    UnionCloser,
    UnionClosingAwaits,
    UnionClosingRepository,
    FilingStatisticsService,
    FilingStatisticsRepository,
  ],
})
export class ReorganisationModule {}
