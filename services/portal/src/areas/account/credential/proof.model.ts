import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Credentials = Schemas['CredentialsView'];
export type Proof = Schemas['CredentialProof'];
export type ProofWay = 'password' | 'code' | 'passkey';

/** By what the person can show that it is them, the usual first. */
export function waysOf(
  { totp, passkeys, recoveryCodesLeft }: Pick<Credentials, 'totp' | 'passkeys' | 'recoveryCodesLeft'>,
  canUsePasskeys: boolean,
): ProofWay[] {
  return [
    'password',
    ...(totp !== null || recoveryCodesLeft > 0 ? (['code'] as const) : []),
    ...(passkeys.length > 0 && canUsePasskeys ? (['passkey'] as const) : []),
  ];
}
