/** My place, as the platform reported it. */
export interface ReportedPlace {
  readonly state: 'none' | 'waiting' | 'turn';
  readonly place: number | null;
  readonly turnAt: string | null;
  readonly opensAt: string;
  readonly perMinute: number;
}

export type Phase = 'ahead' | 'joinable' | 'before' | 'ordering' | 'waiting' | 'turn';

export interface Standing {
  readonly phase: Phase;
  /** People before me who are not let in yet; 0 before there is an order. */
  readonly ahead: number;
  /** My progress, from 0 to 1. */
  readonly share: number;
}

const minuteMs = 60_000;

/**
 * My standing now, also while the phone is offline: the turn is computed, and what moves it, such as an opening that is put
 * off, comes with the next answer. The platform decides when one signs up.
 * @param now by the clock of the platform
 */
export function standingOf(place: ReportedPlace, joinFrom: string, now: Date): Standing {
  const { turnAt } = place;
  if (place.state === 'none') return alone(now < new Date(joinFrom) ? 'ahead' : 'joinable');
  if (place.place === null || turnAt === null)
    return alone(now < new Date(place.opensAt) ? 'before' : 'ordering');
  const left = Date.parse(turnAt) - now.getTime();
  if (left <= 0) return { phase: 'turn', ahead: 0, share: 1 };
  const before = place.place - 1;
  // The turn of who is before comes one piece of time earlier: all pieces that are left, but my own.
  const ahead = Math.min(before, Math.max(0, Math.ceil((left * place.perMinute) / minuteMs) - 1));
  const way = Date.parse(turnAt) - Date.parse(place.opensAt);
  return { phase: 'waiting', ahead, share: way <= 0 ? 0 : Math.min(1, Math.max(0, 1 - left / way)) };
}

function alone(phase: Phase): Standing {
  return { phase, ahead: 0, share: 0 };
}

/** The time of the platform: a phone's clock may be wrong. @param receivedAt when the answer came, by the phone's clock, in ms */
export function platformTime(askedAt: string, receivedAt: number, phoneNow: number): Date {
  return new Date(Date.parse(askedAt) + phoneNow - receivedAt);
}

/** How long it takes until so many people are let in, in minutes, rounded up. */
export function minutesFor(people: number, perMinute: number): number {
  return Math.ceil((people - 1) / perMinute);
}

/** What proves a place by lot. */
export interface PlaceProof {
  readonly commitment: string;
  readonly secret: string;
  readonly personId: string;
  readonly key: string;
}

/** Is the secret the one that was committed to, and is the key that of this person under it? Computed by this browser. */
export async function holds({ commitment, secret, personId, key }: PlaceProof): Promise<boolean> {
  const bytes = fromHex(secret);
  if (toHex(await crypto.subtle.digest('SHA-256', bytes)) !== commitment) return false;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const signer = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
  return toHex(await crypto.subtle.sign('HMAC', signer, new TextEncoder().encode(personId))) === key;
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
