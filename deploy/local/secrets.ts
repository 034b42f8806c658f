import { createECDH, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DATABASE_SERVICES, SERVICES } from './services.js';
import { textPublicKeyOf } from './text-keys.js';

/** What a local stack generates for itself at its first start; nothing here has a default. */
export interface Secrets {
  readonly postgresSuperuser: string;
  /** By role: `membership_owner`, `membership`, … */
  readonly databasePasswords: Readonly<Record<string, string>>;
  /** By user of nats.conf: `gateway`, `membership`, …, `admin`. */
  readonly natsPasswords: Readonly<Record<string, string>>;
  /** By service, 32 bytes in base64: the gateway seals its requests with them. */
  readonly rpcKeys: Readonly<Record<string, string>>;
  readonly jwtSecret: string;
  /** 32 bytes, base64: encrypts personal data. */
  readonly dataKey: string;
  /** While it is changed: the key before, or several with commas between them. A person puts it here, and takes it away. */
  readonly dataKeyPrevious?: string;
  /** 32 bytes, base64: seals what people say at sign-up, and what sharing keeps secret for a time. Another key than that of members. */
  readonly sharingDataKey: string;
  /** As `dataKeyPrevious`. */
  readonly sharingDataKeyPrevious?: string;
  /** 32 bytes, base64: seals the answers that settlement keeps for a replay. */
  readonly settlementDataKey: string;
  /** As `dataKeyPrevious`. */
  readonly settlementDataKeyPrevious?: string;
  /** 32 bytes, base64: seals the keys by which evaluation signs tokens. */
  readonly evaluationDataKey: string;
  /** As `dataKeyPrevious`. */
  readonly evaluationDataKeyPrevious?: string;
  /** 32 bytes, base64: seals the answers that notification keeps for a replay. */
  readonly notificationDataKey: string;
  /** As `dataKeyPrevious`. */
  readonly notificationDataKeyPrevious?: string;
  /** 32 bytes, base64: seals the keys of matters, and with them all that people write in them. */
  readonly affairsDataKey: string;
  /** As `dataKeyPrevious`. */
  readonly affairsDataKeyPrevious?: string;
  /** 32 bytes, base64url: the key that notification shows itself with to push services of browsers. */
  readonly pushKey: string;
  /** 32 bytes, base64: notification opens text messages with it. */
  readonly textKey: string;
  /** Its public part: membership seals them with it. */
  readonly textPublicKey: string;
  /** 32 bytes, base64: the keyed hash that personal data are looked up by. */
  readonly lookupKey: string;
  /** Of the account `operator`. */
  readonly operatorPassword: string;
}

/**
 * Reads the secrets, and generates those that are missing, so that a newer release can add one without losing the old,
 * which the data depend on.
 *
 * @throws Error with one sentence when the file is not JSON
 */
export function loadSecrets(path: string): Secrets {
  const known = existsSync(path) ? parse(path) : {};
  const textKey = known.textKey ?? key();
  const secrets: Secrets = {
    postgresSuperuser: known.postgresSuperuser ?? word(),
    databasePasswords: {
      ...wordsFor(DATABASE_SERVICES.flatMap((service) => [`${service}_owner`, service])),
      ...known.databasePasswords,
    },
    natsPasswords: {
      ...wordsFor(['admin', ...SERVICES.map((service) => service.name)]),
      ...known.natsPasswords,
    },
    rpcKeys: {
      ...Object.fromEntries(DATABASE_SERVICES.map((service) => [service, key()])),
      ...known.rpcKeys,
    },
    jwtSecret: known.jwtSecret ?? randomBytes(48).toString('base64url'),
    ...keysIn(known),
    ...previousKeysIn(known),
    pushKey: known.pushKey ?? pushKey(),
    textKey,
    textPublicKey: textPublicKeyOf(textKey),
    operatorPassword: known.operatorPassword ?? word(),
  };
  write(path, secrets);
  return secrets;
}

const keyNames = [
  'dataKey',
  'sharingDataKey',
  'settlementDataKey',
  'evaluationDataKey',
  'notificationDataKey',
  'affairsDataKey',
  'lookupKey',
] as const;

function keysIn(known: Partial<Secrets>): Pick<Secrets, (typeof keyNames)[number]> {
  const keys = keyNames.map((name): [string, string] => [name, known[name] ?? key()]);
  return Object.fromEntries(keys) as Record<(typeof keyNames)[number], string>;
}

const previousKeys = [
  'dataKeyPrevious',
  'sharingDataKeyPrevious',
  'settlementDataKeyPrevious',
  'evaluationDataKeyPrevious',
  'notificationDataKeyPrevious',
  'affairsDataKeyPrevious',
] as const;

/** Those that a person has put there. */
function previousKeysIn(known: Partial<Secrets>): Pick<Secrets, (typeof previousKeys)[number]> {
  return Object.fromEntries(
    previousKeys.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]]])),
  );
}

function parse(path: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Partial<Secrets>;
  } catch {
    throw new Error(
      `${path} is not JSON: mend it, as the data are encrypted with its keys; or remove it and start with --fresh.`,
    );
  }
}

function write(path: string, secrets: Secrets): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.draft`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, path);
}

function wordsFor(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, word()]));
}

/** 192 bits; begins with a letter and holds letters and digits only, as nats.conf asks. */
function word(): string {
  return `k${randomBytes(24).toString('hex')}`;
}

/** Of the curve P-256, as VAPID wants it. */
function pushKey(): string {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return pair.getPrivateKey('base64url').padStart(43, 'A');
}

function key(): string {
  return randomBytes(32).toString('base64');
}
