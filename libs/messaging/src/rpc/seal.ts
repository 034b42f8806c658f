import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

/**
 * Distinguishes a sealed frame from an unsealed one, which begins with a bracket, and from future versions of the
 * seal.
 */
const version = 1;
const macAt = 1;
const timeAt = macAt + 32;
const timeBytes = 6;
const contentAt = timeAt + timeBytes;
/** How long a frame is valid, and how far apart the clocks of two machines may be. */
const validMs = 60_000;

/** Why a frame was refused: it has no seal, the seal is not that of this frame and key, or it is too old or from the future. */
export const sealFaults = ['unsealed', 'forged', 'stale'] as const;
export type SealFault = (typeof sealFaults)[number];

/** The subject of a frame and of its replies; NATS allows no line feed in either. */
interface Route {
  readonly subject: string;
  readonly reply: string;
}

/** @param base64 32 bytes, known only to the service and the gateway */
export function sealKeyOf(base64: string): KeyObject {
  return createSecretKey(base64, 'base64');
}

/**
 * Seals a frame to prove that it is the gateway's: an HMAC-SHA-256 over its route, the time and its content. The
 * reply subject is included so that a replayed copy cannot redirect the replies.
 * @param at milliseconds since 1970
 */
export function seal(key: KeyObject, route: Route, content: Uint8Array, at: number): Buffer {
  const sealed = Buffer.allocUnsafe(contentAt + content.length);
  sealed[0] = version;
  sealed.writeUIntBE(at, timeAt, timeBytes);
  sealed.set(content, contentAt);
  macOf(key, route, sealed).copy(sealed, macAt);
  return sealed;
}

/** @returns the content of a frame sealed with this key for this route within the last minute; otherwise the fault */
export function unseal(key: KeyObject, route: Route, sealed: Uint8Array, now: number): Buffer | SealFault {
  if (sealed.length < contentAt || sealed[0] !== version) return 'unsealed';
  const frame = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (!timingSafeEqual(frame.subarray(macAt, timeAt), macOf(key, route, frame))) return 'forged';
  if (Math.abs(now - frame.readUIntBE(timeAt, timeBytes)) > validMs) return 'stale';
  return frame.subarray(contentAt);
}

function macOf(key: KeyObject, { subject, reply }: Route, sealed: Buffer): Buffer {
  return createHmac('sha256', key).update(`${subject}\n${reply}\n`).update(sealed.subarray(timeAt)).digest();
}
