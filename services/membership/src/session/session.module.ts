import { Module } from '@nestjs/common';
import { ApiKeyModule } from '../api-key/api-key.module.js';
import { PersonModule } from '../person/person.module.js';
import { FamiliarNetworks } from './familiar-networks.js';
import { PasswordRules } from './password-rules.js';
import { ResolveService } from './resolve.service.js';
import { SessionController } from './session.controller.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';
import { SessionStarter } from './session-starter.js';
import { SignInGuard } from './sign-in-guard.js';
import { SignInService } from './sign-in.service.js';
import { Tokens } from './tokens.js';

@Module({
  imports: [PersonModule, ApiKeyModule],
  controllers: [SessionController],
  providers: [
    SignInService,
    SessionService,
    ResolveService,
    SessionStarter,
    SessionRepository,
    SignInGuard,
    FamiliarNetworks,
    PasswordRules,
    Tokens,
  ],
  exports: [SessionStarter, SessionRepository, SignInGuard, PasswordRules],
})
export class SessionModule {}
