import { Module } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type MembershipConfig } from '../config/config.js';
import { PersonsModule } from '../persons/persons.module.js';
import { ApiKeyRevocation } from './api-key/api-key-revocation.js';
import { ApiKeyRepository } from './api-key/api-key.repository.js';
import { ApiKeyService } from './api-key/api-key.service.js';
import { FamiliarNetworks } from './session/familiar-networks.js';
import { PasswordGate } from './password/password-gate.js';
import { PasswordRules } from './password/password-rules.js';
import { CurrentPasswordCheck } from './password/current-password-check.js';
import { ResolveService } from './session/resolve.service.js';
import { SessionStarter } from './session/session-starter.js';
import { SessionRepository } from './session/session.repository.js';
import { FamiliarNetworkRepository } from './session/familiar-network.repository.js';
import { SignInAttemptRepository } from './password/sign-in-attempt.repository.js';
import { SessionService } from './session/session.service.js';
import { SignInGuard } from './password/sign-in-guard.js';
import { SignInService } from './session/sign-in.service.js';
import { Tokens } from './session/tokens.js';
import { Mailbox } from './text-message/mailbox.js';
import { TextMessageSeal } from './text-message/text-message-seal.js';
import { TextMessageConsumer } from './text-message/text-message.consumer.js';
import { TEXT_MESSAGES, type TextMessages } from './text-message/text-messages.js';

/** A group of its own: sessions revoke keys, and keys are created by signed-in people. */
const apiKeyRepository = [ApiKeyRepository, ApiKeyRevocation];
const textMessage = [
  TextMessageSeal,
  TextMessageConsumer,
  {
    provide: TEXT_MESSAGES,
    inject: [CONFIG],
    useFactory: ({ mailboxDirectory }: MembershipConfig): TextMessages | null =>
      mailboxDirectory === undefined ? null : new Mailbox(mailboxDirectory),
  },
];
const session = [
  SignInService,
  SessionService,
  ResolveService,
  SessionStarter,
  SessionRepository,
  SignInGuard,
  SignInAttemptRepository,
  FamiliarNetworks,
  FamiliarNetworkRepository,
  PasswordGate,
  PasswordRules,
  CurrentPasswordCheck,
  Tokens,
];
const apiKey = [ApiKeyService];

@Module({
  imports: [PersonsModule],
  providers: [...apiKeyRepository, ...textMessage, ...session, ...apiKey],
  exports: [
    ApiKeyRevocation,
    PasswordRules,
    CurrentPasswordCheck,
    SessionRepository,
    SessionStarter,
    SignInGuard,
    TextMessageSeal,
  ],
})
export class AccessModule {}
