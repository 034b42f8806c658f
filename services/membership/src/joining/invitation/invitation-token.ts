import { randomBytes } from 'node:crypto';

/** 96 bits: nobody guesses it, and a QR code of it is read from a poster. */
export function newToken(): string {
  return randomBytes(12).toString('base64url');
}
