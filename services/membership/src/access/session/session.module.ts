import { Module } from '@nestjs/common';
import { ApiKeyRepositoryModule } from '../api-key/api-key-repository.module.js';
import { PersonModule } from '../../persons/person/person.module.js';
import { FamiliarNetworks } from './familiar-networks.js';
import { PasswordGate } from './password-gate.js';
import { PasswordRules } from './password-rules.js';
import { PresentPassword } from './present-password.js';
import { ResolveService } from './resolve.service.js';
import { SessionController } from './session.controller.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';
import { SessionStarter } from './session-starter.js';
import { SignInGuard } from './sign-in-guard.js';
import { SignInService } from './sign-in.service.js';
import { Tokens } from './tokens.js';

@Module({
  imports: [PersonModule, ApiKeyRepositoryModule],
  controllers: [SessionController],
  providers: [
    SignInService,
    SessionService,
    ResolveService,
    SessionStarter,
    SessionRepository,
    SignInGuard,
    FamiliarNetworks,
    PasswordGate,
    PasswordRules,
    PresentPassword,
    Tokens,
  ],
  exports: [SessionStarter, SessionRepository, SignInGuard, PasswordRules, PresentPassword],
})
export class SessionModule {}
