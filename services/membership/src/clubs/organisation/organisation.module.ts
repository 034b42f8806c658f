import { Module } from '@nestjs/common';
import { ClubMemberRepositoryModule } from '../club-member/club-member-repository.module.js';
import { UnionModule } from '../../unions/union/union.module.js';
import { ClubController } from './club.controller.js';
import { ClubService } from './club.service.js';
import { OrganisationMaker } from './organisation-maker.js';
import { OrganisationController } from './organisation.controller.js';
import { OrganisationRepository } from './organisation.repository.js';
import { OrganisationService } from './organisation.service.js';

@Module({
  imports: [UnionModule, ClubMemberRepositoryModule],
  controllers: [OrganisationController, ClubController],
  providers: [OrganisationService, ClubService, OrganisationMaker, OrganisationRepository],
  exports: [OrganisationRepository],
})
export class OrganisationModule {}
