import { command, Done, NoRequest, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, Text, TextList, Whole } from '../../core/fields.js';
import { LinkedAccountView } from './bridge.contract.js';
import { CredentialProof } from './credential-proof.js';
import { PasskeyView } from './passkey.contract.js';

export class ProvedRequest {
  @Nested(() => CredentialProof) proof: CredentialProof;
}

export class TotpView {
  @Instant({ description: 'Since when its codes are asked for' }) since: string;
}

/** How the person signs in; no secret of it is ever shown again. */
export class CredentialsView {
  @Nested(() => TotpView, { nullable: true, description: 'The authenticator app; null where none is set up' })
  totp: TotpView | null;

  @ListOf(() => PasskeyView, { max: 20 }) passkeys: PasskeyView[];

  @ListOf(() => LinkedAccountView, { max: 20, description: 'Accounts elsewhere that sign in here' })
  linkedAccounts: LinkedAccountView[];

  @Whole({ description: 'Recovery codes that are still unused' }) recoveryCodesLeft: number;

  @Flag({ description: 'Whether signing in with the password asks for a second factor' })
  hasSecondFactor: boolean;

  @Instant({
    nullable: true,
    description:
      'From then on what a role permits is refused, as the federation asks for a second factor; null where none is asked for, or one is set up',
  })
  secondFactorDueAt: string | null;
}

/** What an authenticator app is told, shown this once. */
export class TotpSetUpView {
  @Text({ max: 100, description: 'The key in base32, to be typed', example: 'JBSWY3DPEHPK3PXP' })
  secret: string;

  @Text({ max: 500, description: 'The same as an `otpauth://` address, for a QR code' }) uri: string;
}

export class ConfirmTotpRequest {
  @Text({ max: 40, example: '123456', description: 'What the app shows now' }) code: string;
}

export class FactorAddedView {
  @TextList({
    max: 10,
    nullable: true,
    description: 'The first factor comes with ten recovery codes, shown this once; null with a further one',
  })
  recoveryCodes: string[] | null;
}

export class RecoveryCodesView {
  @TextList({ max: 10, description: 'Shown this once; the ones of before no longer work' })
  recoveryCodes: string[];
}

const exampleProof = { proof: { password: 'not-a-real-one' } };

export const credentialContract = {
  get: query('membership.credential.get', NoRequest, CredentialsView, {
    http: 'GET me/credentials',
    tag: 'sign-in',
    summary:
      'Shows by what I sign in: authenticator app, passkeys, linked accounts and how many recovery codes are left',
  }),
  beginTotp: command('membership.totp.begin', ProvedRequest, TotpSetUpView, {
    http: 'POST me/credentials/totp',
    tag: 'sign-in',
    summary: 'Begins to set up an authenticator app; it counts once a code of it is confirmed',
    idempotent: false,
    example: exampleProof,
  }),
  confirmTotp: command('membership.totp.confirm', ConfirmTotpRequest, FactorAddedView, {
    http: 'POST me/credentials/totp/confirm',
    tag: 'sign-in',
    summary: 'Confirms the authenticator app by one of its codes',
    idempotent: false,
    example: { code: '123456' },
  }),
  removeTotp: command('membership.totp.remove', ProvedRequest, Done, {
    http: 'POST me/credentials/totp/remove',
    tag: 'sign-in',
    summary: 'Removes the authenticator app',
    status: 200,
    idempotent: false,
    example: exampleProof,
  }),
  renewRecoveryCodes: command('membership.recovery-code.renew', ProvedRequest, RecoveryCodesView, {
    http: 'POST me/credentials/recovery-codes',
    tag: 'sign-in',
    summary: 'Makes ten new recovery codes, each of which works once; the ones of before end',
    idempotent: false,
    example: exampleProof,
  }),
};
