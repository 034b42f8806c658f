import { Module } from '@nestjs/common';
import { ReferenceModule } from '../../reference/reference.module.js';
import { MatchRepository } from './match.repository.js';
import { NeedChanges } from './need.changes.js';
import { NeedController } from './need.controller.js';
import { NeedRepository } from './need.repository.js';
import { NeedService } from './need.service.js';

@Module({
  imports: [ReferenceModule],
  controllers: [NeedController],
  providers: [NeedService, NeedChanges, NeedRepository, MatchRepository],
  exports: [NeedRepository, NeedChanges, MatchRepository],
})
export class NeedModule {}
