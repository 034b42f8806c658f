import { Module } from '@nestjs/common';
import { EntryCodeModule } from '../entry-code/entry-code.module.js';
import { MemberModule } from '../member/member.module.js';
import { PersonModule } from '../../persons/person/person.module.js';
import { SessionModule } from '../../access/session/session.module.js';
import { ActivationController } from './activation.controller.js';
import { ActivationService } from './activation.service.js';
import { Activator } from './activator.js';

@Module({
  imports: [EntryCodeModule, MemberModule, PersonModule, SessionModule],
  controllers: [ActivationController],
  providers: [ActivationService, Activator],
})
export class ActivationModule {}
