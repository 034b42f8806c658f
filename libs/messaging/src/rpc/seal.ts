import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

/** Tells a sealed frame from one without a seal, which begins with a bracket, and from seals of another kind to come. */
const mark = 1;
const macAt = 1;
const timeAt = macAt + 32;
const timeBytes = 6;
const contentAt = timeAt + timeBytes;
/** For so long a frame is worth something, and so far may the clocks of two machines be apart. */
const freshMs = 60_000;

/** Why a frame was refused: it has no seal, the seal is not that of this frame and key, or it is too old or from the future. */
export const sealFaults = ['unsealed', 'forged', 'stale'] as const;
export type SealFault = (typeof sealFaults)[number];

/** Where a frame goes and where its answers are to come; NATS allows no line feed in either. */
export interface Route {
  readonly subject: string;
  readonly reply: string;
}

/** @param base64 32 bytes, which the service and the gateway alone know */
export function sealKeyOf(base64: string): KeyObject {
  return createSecretKey(base64, 'base64');
}

/**
 * Proves that a frame is the gateway's: an HMAC-SHA-256 over its route, the time and its content. The reply is part of it
 * so that whoever sends a copy does not get the answers.
 * @param at milliseconds since 1970
 */
export function seal(key: KeyObject, route: Route, content: Uint8Array, at: number): Buffer {
  const sealed = Buffer.allocUnsafe(contentAt + content.length);
  sealed[0] = mark;
  sealed.writeUIntBE(at, timeAt, timeBytes);
  sealed.set(content, contentAt);
  macOf(key, route, sealed).copy(sealed, macAt);
  return sealed;
}

/** @returns the content of a frame that was sealed with this key for this route within the last minute; else what is wrong */
export function unseal(key: KeyObject, route: Route, sealed: Uint8Array, now: number): Buffer | SealFault {
  if (sealed.length < contentAt || sealed[0] !== mark) return 'unsealed';
  const frame = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (!timingSafeEqual(frame.subarray(macAt, timeAt), macOf(key, route, frame))) return 'forged';
  if (Math.abs(now - frame.readUIntBE(timeAt, timeBytes)) > freshMs) return 'stale';
  return frame.subarray(contentAt);
}

function macOf(key: KeyObject, { subject, reply }: Route, sealed: Buffer): Buffer {
  return createHmac('sha256', key).update(`${subject}\n${reply}\n`).update(sealed.subarray(timeAt)).digest();
}
