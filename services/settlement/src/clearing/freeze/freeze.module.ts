import { Module } from '@nestjs/common';
import { ReferenceModule } from '../../reference/reference.module.js';
import { FreezeController } from './freeze.controller.js';
import { FreezeGuard } from './freeze.guard.js';
import { FreezeRepository } from './freeze.repository.js';
import { FreezeService } from './freeze.service.js';

@Module({
  imports: [ReferenceModule],
  controllers: [FreezeController],
  providers: [FreezeRepository, FreezeService, FreezeGuard],
  exports: [FreezeGuard],
})
export class FreezeModule {}
