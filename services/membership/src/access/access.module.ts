import { Module } from '@nestjs/common';
import { CONFIG, LOGGER } from '@gongxiang/messaging/service';
import { PersonsModule } from '../persons/persons.module.js';
import { AccountNews } from './account-news/account-news.js';
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
import { BRIDGES } from './bridge/bridge.js';
import { BridgeExchange } from './bridge/bridge-exchange.js';
import { BridgeIdentities } from './bridge/bridge-identities.js';
import { BridgeService } from './bridge/bridge.service.js';
import { bridgesOf } from './bridge/bridges.js';
import { BridgeTickets } from './bridge/bridge-tickets.js';
import { LinkedAccountService } from './bridge/linked-account.service.js';
import { LinkedAccountRepository } from './linked-account/linked-account.repository.js';
import { Challenges } from './passkey/challenges.js';
import { PasskeyRepository } from './passkey/passkey.repository.js';
import { Passkeys } from './passkey/passkeys.js';
import { RelyingParty } from './passkey/relying-party.js';
import { RecoveryCodes } from './recovery-code/recovery-codes.js';
import { CredentialProofs } from './second-factor/credential-proofs.js';
import { CredentialService } from './second-factor/credential.service.js';
import { FactorCheck } from './second-factor/factor-check.js';
import { FactorClearing } from './second-factor/factor-clearing.js';
import { PasskeyService } from './second-factor/passkey.service.js';
import { SecondFactors } from './second-factor/second-factors.js';
import { SignInPolicyRepository } from './second-factor/sign-in-policy.repository.js';
import { SignInPolicyService } from './second-factor/sign-in-policy.service.js';
import { TotpRepository } from './second-factor/totp.repository.js';
import { TotpService } from './second-factor/totp.service.js';
import { FirstStep } from './session/first-step.js';
import { SecondStepService } from './session/second-step.service.js';
import { SignInChallenges } from './session/sign-in-challenges.js';
import { TextMessageSender } from './text-message/text-message-sender.js';
import { SignInGuard } from './password/sign-in-guard.js';
import { SignInService } from './session/sign-in.service.js';
import { Tokens } from './session/tokens.js';
import { TextMessageSeal } from './text-message/text-message-seal.js';

/** A group of its own: sessions revoke keys, and keys are created by signed-in people. */
const apiKeyRepository = [ApiKeyRepository, ApiKeyRevocation];
const textMessage = [TextMessageSeal, TextMessageSender];
const accountNews = [AccountNews];
const passkey = [Challenges, RelyingParty, PasskeyRepository, Passkeys];
const secondFactor = [
  RecoveryCodes,
  TotpRepository,
  SecondFactors,
  FactorCheck,
  FactorClearing,
  CredentialProofs,
  CredentialService,
  TotpService,
  PasskeyService,
  SignInPolicyRepository,
  SignInPolicyService,
];
const session = [
  FirstStep,
  SecondStepService,
  SignInChallenges,
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
const bridge = [
  { provide: BRIDGES, inject: [CONFIG, LOGGER], useFactory: bridgesOf },
  BridgeTickets,
  BridgeExchange,
  BridgeIdentities,
  BridgeService,
  LinkedAccountRepository,
  LinkedAccountService,
];
const apiKey = [ApiKeyService];

@Module({
  imports: [PersonsModule],
  providers: [
    ...apiKeyRepository,
    ...textMessage,
    ...accountNews,
    ...passkey,
    ...secondFactor,
    ...session,
    ...bridge,
    ...apiKey,
  ],
  exports: [
    AccountNews,
    ApiKeyRevocation,
    CredentialProofs,
    FactorClearing,
    FirstStep,
    SecondFactors,
    TextMessageSender,
    PasswordRules,
    CurrentPasswordCheck,
    SessionRepository,
    SessionStarter,
    SignInGuard,
    TextMessageSeal,
  ],
})
export class AccessModule {}
