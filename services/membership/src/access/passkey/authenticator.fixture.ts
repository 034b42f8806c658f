import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

interface Options {
  readonly challenge: string;
  readonly rpId?: string;
  readonly rp?: { readonly id: string };
}

/** What a test has the authenticator say wrongly. */
interface Lie {
  readonly origin?: string;
  readonly challenge?: string;
  readonly isVerified?: boolean;
  readonly rpId?: string;
  /** Signs with a key that nobody knows. */
  readonly byAnotherKey?: boolean;
  readonly counter?: number;
}

const flags = { present: 1, verified: 4, hasKey: 64 } as const;

/** An authenticator with one ES256 key, in software, that answers as a browser hands its answers on (WebAuthn level 3). */
export class Authenticator {
  readonly credentialId = randomBytes(32);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private counter = 0;

  constructor(private readonly origin = 'http://localhost:3000') {}

  /** Answers `navigator.credentials.create()`. */
  make(options: object, lie: Lie = {}): Record<string, unknown> {
    const { challenge, rp } = options as Options;
    const client = this.clientData('webauthn.create', lie.challenge ?? challenge, lie);
    const authData = Buffer.concat([
      this.head(lie.rpId ?? rp?.id ?? '', flags.hasKey, lie),
      this.attestedKey(),
    ]);
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      bytes(authData),
    ]);
    return this.credential({
      clientDataJSON: b64(client),
      attestationObject: b64(attestation),
      transports: ['internal'],
    });
  }

  /** Answers `navigator.credentials.get()`. */
  use(options: object, lie: Lie = {}): Record<string, unknown> {
    const { challenge, rpId } = options as Options;
    const client = this.clientData('webauthn.get', lie.challenge ?? challenge, lie);
    const authData = this.head(lie.rpId ?? rpId ?? '', 0, lie);
    const signed = Buffer.concat([authData, createHash('sha256').update(client).digest()]);
    const { privateKey } = lie.byAnotherKey ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : this.keys;
    const signature = sign('sha256', signed, privateKey);
    return this.credential({
      clientDataJSON: b64(client),
      authenticatorData: b64(authData),
      signature: b64(signature),
    });
  }

  private credential(response: object): Record<string, unknown> {
    const id = b64(this.credentialId);
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private clientData(type: string, challenge: string, { origin = this.origin }: Lie): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  private head(rpId: string, more: number, { isVerified = true, counter }: Lie): Buffer {
    this.counter = counter ?? this.counter + 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    const flag = flags.present | more | (isVerified ? flags.verified : 0);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flag]), count]);
  }

  /** AAGUID of zeros, id and COSE key: kty 2 (EC2), alg -7 (ES256), crv 1 (P-256), x, y. */
  private attestedKey(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credentialId.length);
    return Buffer.concat([
      Buffer.alloc(16),
      length,
      this.credentialId,
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      bytes(Buffer.from(y, 'base64url')),
    ]);
  }
}

function b64(buffer: Buffer): string {
  return buffer.toString('base64url');
}

/** A short text in CBOR. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
}

/** A byte string of up to 255 bytes in CBOR, in the shortest form. */
function bytes(value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x58, value.length]), value]);
}
