import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Encrypts short texts under one key. A second implementation, such as SM4, stands beside this one. */
export interface Cipher {
  /** The name in front of every text that it made. */
  readonly name: string;
  /** @param context what the text belongs to: a text that is copied to another place does not open there */
  seal(plain: string, context: string): string;
  open(sealed: string, context: string): string;
}

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with a random nonce per text: `aes-256-gcm.<key id>.<nonce, tag and text in base64url>`. */
export function aesGcm(key: Buffer): Cipher {
  const name = 'aes-256-gcm';
  const keyId = createHash('sha256').update(key).digest('hex').slice(0, 8);
  return {
    name,
    seal(plain, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(name, key, nonce).setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${name}.${keyId}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')}`;
    },
    open(sealed, context) {
      const [cipherName, sealedBy, body = ''] = sealed.split('.');
      if (cipherName !== name || sealedBy !== keyId) throw new Error(`no key ${sealedBy} for ${cipherName}`);
      const bytes = Buffer.from(body, 'base64url');
      const decipher = createDecipheriv(name, key, bytes.subarray(0, nonceBytes))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const text = decipher.update(bytes.subarray(nonceBytes + tagBytes));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    },
  };
}
