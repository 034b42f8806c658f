import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { PersonsModule } from '../persons/persons.module.js';
import { UnionsModule } from '../unions/unions.module.js';
import { ClubDesk } from './club-member/club-desk.js';
import { ClubMemberPresenter } from './club-member/club-member-presenter.js';
import { ClubMemberRepository } from './club-member/club-member.repository.js';
import { ClubMemberService } from './club-member/club-member.service.js';
import { ClubService } from './club/club.service.js';
import { OrganisationMaker } from './organisation/organisation-maker.js';
import { OrganisationRepository } from './organisation/organisation.repository.js';
import { OrganisationService } from './organisation/organisation.service.js';

/** On its own, as a club tells the caller whether he is in it, and its members need the club. */
const clubMemberRepository = [ClubMemberRepository, ClubMemberPresenter];
const organisation = [OrganisationService, ClubService, OrganisationMaker, OrganisationRepository];
const clubMember = [ClubMemberService, ClubDesk];

@Module({
  imports: [PersonsModule, UnionsModule, MembersModule],
  providers: [...clubMemberRepository, ...organisation, ...clubMember],
})
export class ClubsModule {}
