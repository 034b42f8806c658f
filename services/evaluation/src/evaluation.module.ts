import { type DynamicModule, Module } from '@nestjs/common';
import * as contracts from '@gongxiang/contracts/all/evaluation';
import type { Clock } from '@gongxiang/domain';
import { ServiceModule } from '@gongxiang/messaging/service';
import { ReferenceModule } from './reference/reference.module.js';
import { SystemsModule } from './systems/systems.module.js';
import { SurveysModule } from './surveys/surveys.module.js';
import { ScoresModule } from './scores/scores.module.js';
import { RankingsModule } from './rankings/rankings.module.js';
import { VotesModule } from './votes/votes.module.js';
import { SeasonsModule } from './seasons/seasons.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { FindingModule } from './finding/finding.module.js';
import { PersonsModule } from './persons/persons.module.js';
import type { EvaluationConfig } from './config/config.js';
import { entities } from './data-source.js';
import { KeyDirectory } from './reference/sealing/key-directory.js';

/** In the one direction in which they may import each other. */
const districts = [
  ReferenceModule,
  SystemsModule,
  SurveysModule,
  ScoresModule,
  RankingsModule,
  VotesModule,
  SeasonsModule,
  ReportsModule,
  FindingModule,
  PersonsModule,
];

@Module({})
export class EvaluationModule {
  static with(config: EvaluationConfig, clock?: Clock): DynamicModule {
    const foundation = ServiceModule.forRoot({
      name: 'evaluation',
      config,
      contracts,
      entities,
      checks: [{ name: 'sealing', check: () => new KeyDirectory(config).isPresent() }],
      ...(clock ? { clock } : {}),
    });
    return { module: EvaluationModule, imports: [foundation, ...districts] };
  }
}
