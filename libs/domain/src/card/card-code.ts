/**
 * What the QR code of a member's card holds, in printable characters without blanks:
 *
 *     GXC1.<issuer>.<serial>.<valid until>.<device key>.<union>.<issuer's signature>.<time>.<device's signature>
 *
 * Up to the issuer's signature it is the certificate, which the platform issues for one device of a member; the device adds
 * the time every 30 seconds and signs all of it. There is no name, and no secret of the member. Times are seconds since 1970
 * in base 36; keys and signatures are of ECDSA on P-256 with SHA-256, base64url, keys as uncompressed points; the name of the
 * union is UTF-8 in base64url.
 */
const mark = 'GXC1';
const pattern = new RegExp(
  String.raw`^(?<shown>(?<certified>${mark}\.(?<issuer>[\w-]+)\.(?<serial>[\w-]+)\.(?<until>[0-9a-z]{1,8})\.(?<key>[\w-]+)` +
    String.raw`\.(?<union>[\w-]+))\.(?<issuerSignature>[\w-]+)\.(?<at>[0-9a-z]{1,8}))\.(?<deviceSignature>[\w-]+)$`,
);

export interface CardContent {
  /** The id of the issuer's key. */
  readonly issuer: string;
  /** Stands for this card on this device; says nothing of the person. */
  readonly serial: string;
  readonly validUntil: Date;
  readonly deviceKey: string;
  readonly unionName: string;
}

export interface CardCode extends CardContent {
  /** What the issuer has signed. */
  readonly certified: string;
  readonly issuerSignature: string;
  /** When the device made the code. */
  readonly at: Date;
  /** What the device has signed. */
  readonly shown: string;
  readonly deviceSignature: string;
}

/** The text that the issuer signs; the certificate is this, a dot and the signature. */
export function certifiedText({ issuer, serial, validUntil, deviceKey, unionName }: CardContent): string {
  return [mark, issuer, serial, secondsOf(validUntil), deviceKey, toBase64Url(utf8(unionName))].join('.');
}

/** The text that the device signs; the code is this, a dot and the signature. */
export function shownText(certificate: string, at: Date): string {
  return `${certificate}.${secondsOf(at)}`;
}

/** Null where the text is no such code; whether it is genuine, {@link judgeCard} says. */
export function readCardCode(text: string): CardCode | null {
  const match = pattern.exec(text.trim())?.groups;
  if (match === undefined) return null;
  const field = (name: string): string => match[name] ?? '';
  const unionName = fromBase64Url(field('union'));
  if (unionName === null) return null;
  return {
    issuer: field('issuer'),
    serial: field('serial'),
    validUntil: dateOf(field('until')),
    deviceKey: field('key'),
    unionName: new TextDecoder().decode(unionName),
    certified: field('certified'),
    issuerSignature: field('issuerSignature'),
    at: dateOf(field('at')),
    shown: field('shown'),
    deviceSignature: field('deviceSignature'),
  };
}

export function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Null where the text is not base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return null;
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (one) => one.charCodeAt(0));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function secondsOf(date: Date): string {
  return Math.floor(date.getTime() / 1_000).toString(36);
}

function dateOf(seconds: string): Date {
  return new Date(Number.parseInt(seconds, 36) * 1_000);
}
