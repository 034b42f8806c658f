import { Secret, TOTP } from 'otpauth';

/** What every authenticator app takes without being told: SHA-1, six digits, 30 seconds (RFC 6238). */
const settings = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Steps by which the clock of a phone may differ from ours, in either direction. */
const stepsOff = 1;
/** RFC 4226 asks for 160 bits. */
const secretBytes = 20;

/** @returns base32 */
export function newTotpSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/** @returns an `otpauth://` address, from which an app reads the key and its name */
export function totpUri(secret: string, { issuer, label }: { issuer: string; label: string }): string {
  return new TOTP({ ...settings, issuer, label, secret: Secret.fromBase32(secret) }).toString();
}

/** Whether it has the form of a code of an app; any other is taken for a recovery code. */
export function isTotpCode(code: string): boolean {
  return /^\d{6}$/.test(code);
}

/**
 * The time step of a code, if it is right and newer than the last accepted one: a code works once (RFC 6238, 5.2).
 * @param lastStep the step of the last accepted code
 * @returns null if the code is refused
 */
export function acceptedStep(secret: string, code: string, now: Date, lastStep: number): number | null {
  const totp = new TOTP({ ...settings, secret: Secret.fromBase32(secret) });
  const timestamp = now.getTime();
  const delta = totp.validate({ token: code, timestamp, window: stepsOff });
  if (delta === null) return null;
  const step = totp.counter({ timestamp }) + delta;
  return step > lastStep ? step : null;
}
