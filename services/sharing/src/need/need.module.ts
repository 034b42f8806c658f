import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { ResourceModule } from '../resource/resource.module.js';
import { MatchRepository } from './match.repository.js';
import { MatchService } from './match.service.js';
import { MatchStore } from './match-store.js';
import { MatchingService } from './matching.service.js';
import { NeedController } from './need.controller.js';
import { NeedRepository } from './need.repository.js';
import { NeedService } from './need.service.js';

@Module({
  imports: [ReferenceModule, ResourceModule],
  controllers: [NeedController],
  providers: [NeedService, MatchService, MatchingService, MatchStore, NeedRepository, MatchRepository],
  exports: [NeedRepository],
})
export class NeedModule {}
