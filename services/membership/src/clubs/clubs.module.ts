import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { PersonsModule } from '../persons/persons.module.js';
import { UnionsModule } from '../unions/unions.module.js';
import { ClubAccess } from './club-member/club-access.js';
import { ClubMemberPresenter } from './club-member/club-member-presenter.js';
import { ClubMemberRepository } from './club-member/club-member.repository.js';
import { ClubMemberService } from './club-member/club-member.service.js';
import { ClubService } from './club/club.service.js';
import { ClubRepresentativeConsumer } from './representative/club-representative.consumer.js';
import { ClubRepresentativeRepository } from './representative/club-representative.repository.js';
import { OrganisationClosing } from './organisation/organisation-closing.js';
import { OrganisationCreator } from './organisation/organisation-creator.js';
import { OrganisationRepository } from './organisation/organisation.repository.js';
import { OrganisationService } from './organisation/organisation.service.js';

/** A group of its own: a club's view includes the caller's membership, and club members need the club. */
const clubMemberRepository = [ClubMemberRepository, ClubMemberPresenter];
const organisation = [
  OrganisationService,
  ClubService,
  OrganisationClosing,
  OrganisationCreator,
  OrganisationRepository,
];
const clubMember = [ClubMemberService, ClubAccess, ClubRepresentativeRepository, ClubRepresentativeConsumer];

@Module({
  imports: [PersonsModule, UnionsModule, MembersModule],
  providers: [...clubMemberRepository, ...organisation, ...clubMember],
  exports: [OrganisationRepository],
})
export class ClubsModule {}
