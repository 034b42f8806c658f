import { Module } from '@nestjs/common';
import { BulletinsModule } from '../bulletins/bulletins.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { SearchRepository } from './search/search.repository.js';
import { SearchService } from './search/search.service.js';
import { TitlesFold } from './search/titles-fold.due.js';

@Module({
  imports: [ReferenceModule, BulletinsModule],
  providers: [SearchService, SearchRepository, TitlesFold],
})
export class FindingModule {}
