import { Module } from '@nestjs/common';
import { MemberModule } from '../member/member.module.js';
import { PendingChangeRepositoryModule } from '../../unions/pending-change/pending-change-repository.module.js';
import { PersonModule } from '../../persons/person/person.module.js';
import { RoleModule } from '../../unions/role/role.module.js';
import { TextMessageModule } from '../../access/text-message/text-message.module.js';
import { CodeRequestService } from './code-request.service.js';
import { EntryCodeController } from './entry-code.controller.js';
import { EntryCodeIssuer } from './entry-code.issuer.js';
import { EntryCodeRepository } from './entry-code.repository.js';
import { EntryCodeService } from './entry-code.service.js';
import { EntryDoor } from './entry-door.js';

@Module({
  imports: [MemberModule, PersonModule, PendingChangeRepositoryModule, RoleModule, TextMessageModule],
  controllers: [EntryCodeController],
  providers: [EntryCodeService, CodeRequestService, EntryCodeIssuer, EntryCodeRepository, EntryDoor],
  exports: [EntryDoor],
})
export class EntryCodeModule {}
