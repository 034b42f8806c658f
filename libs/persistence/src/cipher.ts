import { createCipheriv, createDecipheriv, createHash, randomFillSync } from 'node:crypto';

/** Encrypts short texts under one key. A second implementation, such as SM4, stands beside this one. */
export interface Cipher {
  /** Prefix of every text that it has sealed: the cipher's name and the id of its key, as `aes-256-gcm.<key id>.` */
  readonly mark: string;
  /** @param context binds the text to its place: copied elsewhere it does not open */
  seal(plain: string, context: string): string;
  open(sealed: string, context: string): string;
}

const nonceBytes = 12;
const tagBytes = 16;

/** Random bytes are drawn for so many nonces at a time: a draw for each would cost as much as sealing the text. */
const noncesAtOnce = 1_024;
const drawn = Buffer.alloc(nonceBytes * noncesAtOnce);
let nextNonceAt = drawn.length;

/** @returns a nonce that is never returned again, in a buffer of its own */
function newNonce(): Buffer {
  if (nextNonceAt === drawn.length) {
    randomFillSync(drawn);
    nextNonceAt = 0;
  }
  const nonce = Buffer.from(drawn.subarray(nextNonceAt, nextNonceAt + nonceBytes));
  nextNonceAt += nonceBytes;
  return nonce;
}

/** AES-256-GCM with a random nonce per text: `aes-256-gcm.<key id>.<nonce, tag and text in base64url>`. */
export function aesGcm(key: Buffer): Cipher {
  const name = 'aes-256-gcm';
  const keyId = createHash('sha256').update(key).digest('hex').slice(0, 8);
  const mark = `${name}.${keyId}.`;
  return {
    mark,
    seal(plain, context) {
      const nonce = newNonce();
      const cipher = createCipheriv(name, key, nonce).setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${mark}${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')}`;
    },
    open(sealed, context) {
      if (!sealed.startsWith(mark)) throw new Error(noKeyFor(sealed));
      const bytes = Buffer.from(sealed.slice(mark.length), 'base64url');
      const decipher = createDecipheriv(name, key, bytes.subarray(0, nonceBytes))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const text = decipher.update(bytes.subarray(nonceBytes + tagBytes));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    },
  };
}

/** Seals under the present cipher, and opens texts sealed under any of them: keys change while their texts stay. */
export function keyRing(present: Cipher, previous: readonly Cipher[]): Cipher {
  const all = [present, ...previous];
  return {
    mark: present.mark,
    seal: (plain, context) => present.seal(plain, context),
    open(sealed, context) {
      const cipher = all.find(({ mark }) => sealed.startsWith(mark));
      if (cipher === undefined) throw new Error(noKeyFor(sealed));
      return cipher.open(sealed, context);
    },
  };
}

function noKeyFor(sealed: string): string {
  const [name, keyId] = sealed.split('.');
  return `no key ${keyId} for ${name}`;
}
