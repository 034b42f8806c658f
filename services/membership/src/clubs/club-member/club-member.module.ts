import { Module } from '@nestjs/common';
import { MemberModule } from '../../members/member/member.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { UnionModule } from '../../unions/union/union.module.js';
import { ClubDesk } from './club-desk.js';
import { ClubMemberRepositoryModule } from './club-member-repository.module.js';
import { ClubMemberController } from './club-member.controller.js';
import { ClubMemberService } from './club-member.service.js';

@Module({
  imports: [ClubMemberRepositoryModule, OrganisationModule, UnionModule, MemberModule],
  controllers: [ClubMemberController],
  providers: [ClubMemberService, ClubDesk],
})
export class ClubMemberModule {}
