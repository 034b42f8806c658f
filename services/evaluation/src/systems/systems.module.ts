import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { IndicatorLifeService } from './indicator-system/indicator-life.service.js';
import { IndicatorSystemAccess } from './indicator-system/indicator-system-access.js';
import { IndicatorSystemRepository } from './indicator-system/indicator-system.repository.js';
import { IndicatorSystemService } from './indicator-system/indicator-system.service.js';
import { JudgeRepository } from './judgement/judge.repository.js';
import { JudgeService } from './judgement/judge.service.js';
import { JudgementRoundReader } from './judgement/judgement-round-reader.service.js';
import { JudgementRoundAccess } from './judgement/judgement-round-access.js';
import { JudgementRoundRepository } from './judgement/judgement-round.repository.js';
import { JudgementRoundService } from './judgement/judgement-round.service.js';
import { JudgementService } from './judgement/judgement.service.js';
import { RoundWeighingService } from './judgement/round-weighing.service.js';
import { SystemAwaits } from './system-awaits/system-awaits.js';
import { TemplateService } from './template/template.service.js';
import { WeightVersionCreation } from './weight/weight-version-creation.js';
import { WeightVersionRepository } from './weight/weight-version.repository.js';
import { WeightVersionService } from './weight/weight-version.service.js';

const template = [TemplateService];
const indicatorSystem = [
  IndicatorSystemService,
  IndicatorLifeService,
  IndicatorSystemAccess,
  IndicatorSystemRepository,
];
const weightVersion = [WeightVersionService, WeightVersionCreation, WeightVersionRepository];
const judgement = [
  JudgementRoundService,
  JudgementRoundReader,
  JudgementRoundAccess,
  JudgeService,
  JudgementService,
  RoundWeighingService,
  JudgementRoundRepository,
  JudgeRepository,
];

@Module({
  imports: [ReferenceModule],
  providers: [...template, ...indicatorSystem, ...weightVersion, ...judgement, SystemAwaits],
  exports: [IndicatorSystemRepository, IndicatorSystemService, WeightVersionRepository],
})
export class SystemsModule {}
