import { Json, Text } from '../../core/fields.js';

/** A second factor: one of the two is given. */
export class FactorProof {
  @Text({
    optional: true,
    max: 40,
    description: 'The six digits that the authenticator app shows, or a recovery code',
  })
  code?: string;

  @Json({
    optional: true,
    description: 'What a passkey of the person answered to `POST /auth/passkey-challenges`',
  })
  passkey?: Record<string, unknown>;
}

/**
 * What shows that the person themselves asks, and not somebody at a session that was left open: the password, a code, or a passkey.
 * One of them is given.
 */
export class CredentialProof extends FactorProof {
  @Text({ optional: true, max: 200, description: 'The present password' }) password?: string;
}
