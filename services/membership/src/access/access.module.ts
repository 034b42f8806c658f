import { Module } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type MembershipConfig } from '../config/config.js';
import { PersonsModule } from '../persons/persons.module.js';
import { ApiKeyEnding } from './api-key/api-key-ending.js';
import { ApiKeyRepository } from './api-key/api-key.repository.js';
import { ApiKeyService } from './api-key/api-key.service.js';
import { FamiliarNetworks } from './session/familiar-networks.js';
import { PasswordGate } from './password/password-gate.js';
import { PasswordRules } from './password/password-rules.js';
import { PresentPassword } from './password/present-password.js';
import { ResolveService } from './session/resolve.service.js';
import { SessionStarter } from './session/session-starter.js';
import { SessionRepository } from './session/session.repository.js';
import { SessionService } from './session/session.service.js';
import { SignInGuard } from './password/sign-in-guard.js';
import { SignInService } from './session/sign-in.service.js';
import { Tokens } from './session/tokens.js';
import { Mailbox } from './text-message/mailbox.js';
import { TextMessageSeal } from './text-message/text-message-seal.js';
import { TextMessageConsumer } from './text-message/text-message.consumer.js';
import { TEXT_MESSAGES, type TextMessages } from './text-message/text-messages.js';

/** On its own, as sessions end keys and keys are made by whoever is signed in by a session. */
const apiKeyRepository = [ApiKeyRepository, ApiKeyEnding];
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
  FamiliarNetworks,
  PasswordGate,
  PasswordRules,
  PresentPassword,
  Tokens,
];
const apiKey = [ApiKeyService];

@Module({
  imports: [PersonsModule],
  providers: [...apiKeyRepository, ...textMessage, ...session, ...apiKey],
  exports: [
    ApiKeyEnding,
    PasswordRules,
    PresentPassword,
    SessionRepository,
    SessionStarter,
    SignInGuard,
    TextMessageSeal,
  ],
})
export class AccessModule {}
