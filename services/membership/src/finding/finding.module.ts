import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { PersonsModule } from '../persons/persons.module.js';
import { MemberSearch } from './search/member-search.js';
import { MemberSearchRepository } from './search/member-search.repository.js';
import { PersonPinyinRepository } from './search/person-pinyin.repository.js';
import { SearchRepository } from './search/search.repository.js';
import { SearchService } from './search/search.service.js';
import { TitlesFold } from './search/titles-fold.due.js';

@Module({
  imports: [PersonsModule, MembersModule],
  providers: [
    SearchService,
    SearchRepository,
    MemberSearch,
    MemberSearchRepository,
    PersonPinyinRepository,
    TitlesFold,
  ],
})
export class FindingModule {}
