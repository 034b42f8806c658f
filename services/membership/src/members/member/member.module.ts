import { Module } from '@nestjs/common';
import { ApiKeyRepositoryModule } from '../../access/api-key/api-key-repository.module.js';
import { PersonModule } from '../../persons/person/person.module.js';
import { RoleModule } from '../../unions/role/role.module.js';
import { SessionModule } from '../../access/session/session.module.js';
import { UnionModule } from '../../unions/union/union.module.js';
import { MemberAdmission } from './member-admission.js';
import { MemberController } from './member.controller.js';
import { MemberPresenter } from './member-presenter.js';
import { MemberRefusals } from './member-refusals.js';
import { MemberRepository } from './member.repository.js';
import { MemberService } from './member.service.js';
import { MemberWriter } from './member-writer.js';

@Module({
  imports: [PersonModule, UnionModule, RoleModule, ApiKeyRepositoryModule, SessionModule],
  controllers: [MemberController],
  providers: [
    MemberService,
    MemberAdmission,
    MemberPresenter,
    MemberRefusals,
    MemberRepository,
    MemberWriter,
  ],
  exports: [MemberRefusals, MemberRepository, MemberWriter],
})
export class MemberModule {}
