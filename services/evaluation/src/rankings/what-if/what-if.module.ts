import { Module } from '@nestjs/common';
import { IndicatorSystemModule } from '../../systems/indicator-system/indicator-system.module.js';
import { RankingModule } from '../ranking/ranking.module.js';
import { ReferenceModule } from '../../reference/reference.module.js';
import { WeightVersionModule } from '../../systems/weight/weight-version.module.js';
import { NewestScores } from './newest-scores.js';
import { WhatIfController } from './what-if.controller.js';
import { WhatIfService } from './what-if.service.js';

@Module({
  imports: [ReferenceModule, IndicatorSystemModule, WeightVersionModule, RankingModule],
  controllers: [WhatIfController],
  providers: [WhatIfService, NewestScores],
})
export class WhatIfModule {}
