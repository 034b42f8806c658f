import { command, Done, NoRequest } from '../../core/contract.js';
import { Instant, Json, Nested, Text, TextList, Uuid } from '../../core/fields.js';
import { CredentialProof } from './credential-proof.js';
import { SignInView } from './session.contract.js';

/** A key of one device, or of a service that keeps keys for several; only its public half is here. */
export class PasskeyView {
  @Uuid() id: string;
  @Text({ max: 60, example: '办公室电脑' }) name: string;
  @Instant() createdAt: string;
  @Instant({ nullable: true, description: 'When it was last used; null where it never was' })
  usedAt: string | null;
}

/** What the browser is asked with; the challenge in it holds for five minutes and is answered once. */
export class PasskeyOptionsView {
  @Json({
    description:
      'For `navigator.credentials.create()` or `.get()`, in the JSON form of WebAuthn level 3 (`parseCreationOptionsFromJSON`, `parseRequestOptionsFromJSON`)',
  })
  options: Record<string, unknown>;
}

export class PasskeySignInRequest {
  @Json({
    description: 'The `PublicKeyCredential` of `navigator.credentials.get()`, as its `toJSON()` has it',
  })
  passkey: Record<string, unknown>;
}

export class BeginPasskeyRequest {
  @Nested(() => CredentialProof) proof: CredentialProof;
}

export class AddPasskeyRequest {
  @Text({ max: 60, example: '办公室电脑', description: 'By which its owner tells it from others' })
  name: string;

  @Json({
    description: 'The `PublicKeyCredential` of `navigator.credentials.create()`, as its `toJSON()` has it',
  })
  passkey: Record<string, unknown>;
}

export class AddedPasskeyView {
  @Nested(() => PasskeyView) passkey: PasskeyView;
  @TextList({
    max: 10,
    nullable: true,
    description: 'The first factor comes with ten recovery codes, shown this once; null with a further one',
  })
  recoveryCodes: string[] | null;
}

export class RenamePasskeyRequest {
  @Uuid() passkeyId: string;
  @Text({ max: 60 }) name: string;
}

export class RemovePasskeyRequest {
  @Uuid() passkeyId: string;
  @Nested(() => CredentialProof) proof: CredentialProof;
}

const exampleProof = { proof: { password: 'not-a-real-one' } };
const examplePasskey = { passkey: { id: 'AQID', rawId: 'AQID', type: 'public-key', response: {} } };

export const passkeyContract = {
  challenge: command('membership.passkey.challenge', NoRequest, PasskeyOptionsView, {
    http: 'POST auth/passkey-challenges',
    tag: 'sign-in',
    summary: 'Gives what a browser asks for a passkey with: to sign in, as a second factor, or as a proof',
    public: true,
    idempotent: false,
  }),
  signIn: command('membership.passkey.sign-in', PasskeySignInRequest, SignInView, {
    http: 'POST auth/sessions/passkey',
    tag: 'sign-in',
    summary: 'Signs in with a passkey alone, which asks for a finger, a face or a PIN itself',
    public: true,
    idempotent: false,
    example: examplePasskey,
  }),
  begin: command('membership.passkey.begin', BeginPasskeyRequest, PasskeyOptionsView, {
    http: 'POST me/credentials/passkeys/options',
    tag: 'sign-in',
    summary: 'Gives what a browser makes a passkey with',
    status: 200,
    idempotent: false,
    example: exampleProof,
  }),
  add: command('membership.passkey.add', AddPasskeyRequest, AddedPasskeyView, {
    http: 'POST me/credentials/passkeys',
    tag: 'sign-in',
    summary: 'Adds a passkey that the browser has made',
    idempotent: false,
    example: { name: '办公室电脑', ...examplePasskey },
  }),
  rename: command('membership.passkey.rename', RenamePasskeyRequest, PasskeyView, {
    http: 'PATCH me/credentials/passkeys/:passkeyId',
    tag: 'sign-in',
    summary: 'Gives a passkey another name',
    example: { name: '家里的手机' },
  }),
  remove: command('membership.passkey.remove', RemovePasskeyRequest, Done, {
    http: 'POST me/credentials/passkeys/:passkeyId/remove',
    tag: 'sign-in',
    summary: 'Removes a passkey: it no longer signs in',
    status: 200,
    idempotent: false,
    example: exampleProof,
  }),
};
