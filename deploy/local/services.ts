import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { storeUserOf } from '../nats/users.js';
import type { Paths } from './paths.js';
import type { Secrets } from './secrets.js';
import { textPublicKeyOf } from './text-keys.js';

/** One process of the platform: what it is called, where it listens by default, and what it alone may know. */
export interface ServiceEntry {
  readonly name: ServiceName;
  /** Of health, for the gateway of everything. */
  readonly port: number;
  readonly metricsPort: number;
  readonly hasDatabase: boolean;
  readonly secrets: readonly SecretVariable[];
}

export type ServiceName =
  'membership' | 'sharing' | 'settlement' | 'evaluation' | 'notification' | 'affairs' | 'gateway';
export type SecretVariable =
  | 'JWT_SECRET'
  | 'DATA_KEY'
  | 'DATA_KEY_PREVIOUS'
  | 'LOOKUP_KEY'
  | 'FIRST_OPERATOR_PASSWORD'
  | 'TEXT_KEY'
  | 'TEXT_PUBLIC_KEY'
  | RpcKeyVariable;
/** A service knows its own key as `RPC_KEY`; the gateway knows all, each by its service's name. */
type RpcKeyVariable = 'RPC_KEY' | `${Uppercase<Exclude<ServiceName, 'gateway'>>}_RPC_KEY`;

/**
 * How Node runs each of them. Thousands of requests that wait at the same moment live longer than the usual young
 * generation: with four times its room most of what they need is gone before it has to be moved.
 */
const usualFlags = ['--max-semi-space-size=64'] as const;
/**
 * A roster makes garbage faster than anything else: with a smaller young generation, and an old one that is collected
 * each time it has grown by half, membership needs half the memory for it (`deploy/bench/README.md`).
 */
const frugalFlags = ['--max-semi-space-size=16', '--heap-growing-percent=50'] as const;

export function nodeFlagsOf(name: ServiceName): readonly string[] {
  return name === 'membership' ? frugalFlags : usualFlags;
}

/** The whole platform. They start together, and stop from the last to the first. */
export const SERVICES: readonly ServiceEntry[] = [
  {
    name: 'membership',
    port: 3011,
    metricsPort: 3021,
    hasDatabase: true,
    secrets: [
      'RPC_KEY',
      'JWT_SECRET',
      'DATA_KEY',
      'DATA_KEY_PREVIOUS',
      'LOOKUP_KEY',
      'TEXT_PUBLIC_KEY',
      'FIRST_OPERATOR_PASSWORD',
    ],
  },
  {
    name: 'sharing',
    port: 3012,
    metricsPort: 3022,
    hasDatabase: true,
    secrets: ['RPC_KEY', 'DATA_KEY', 'DATA_KEY_PREVIOUS'],
  },
  {
    name: 'settlement',
    port: 3013,
    metricsPort: 3023,
    hasDatabase: true,
    secrets: ['RPC_KEY', 'DATA_KEY', 'DATA_KEY_PREVIOUS'],
  },
  {
    name: 'evaluation',
    port: 3014,
    metricsPort: 3024,
    hasDatabase: true,
    secrets: ['RPC_KEY', 'DATA_KEY', 'DATA_KEY_PREVIOUS'],
  },
  {
    name: 'notification',
    port: 3015,
    metricsPort: 3026,
    hasDatabase: true,
    secrets: ['RPC_KEY', 'DATA_KEY', 'DATA_KEY_PREVIOUS', 'TEXT_KEY'],
  },
  {
    name: 'affairs',
    port: 3016,
    metricsPort: 3027,
    hasDatabase: true,
    secrets: ['RPC_KEY', 'DATA_KEY', 'DATA_KEY_PREVIOUS'],
  },
  {
    name: 'gateway',
    port: 3000,
    metricsPort: 3025,
    hasDatabase: false,
    secrets: [
      'JWT_SECRET',
      'MEMBERSHIP_RPC_KEY',
      'SHARING_RPC_KEY',
      'SETTLEMENT_RPC_KEY',
      'EVALUATION_RPC_KEY',
      'NOTIFICATION_RPC_KEY',
      'AFFAIRS_RPC_KEY',
    ],
  },
];

export const SERVICE_NAMES: readonly ServiceName[] = SERVICES.map(({ name }) => name);

const loopback = '127.0.0.1';

export const POSTGRES_PORT = 15_432;
export const NATS_PORT = 14_222;

export const DATABASE_SERVICES: readonly ServiceName[] = SERVICES.filter(
  (service) => service.hasDatabase,
).map((service) => service.name);

/** What the services are told of the stack that they run in. */
export interface StackSettings {
  readonly paths: Paths;
  readonly secrets: Secrets;
  /** The database's URL of the administrator; each service gets it with its own role. */
  readonly databaseUrl: string;
  /** Without user, unless the person's own NATS has one. */
  readonly natsUrl: string;
  readonly firstOperatorPassword: string | undefined;
  /** Another one where somebody else takes a port before its service does. */
  readonly ports: Readonly<Record<ServiceName, { port: number; metricsPort: number }>>;
  /** Of this start, told back by the health of its services. */
  readonly startMark: string;
  /** The demo network is there, or comes. */
  readonly isDemo: boolean;
  /** Services are compiled and started again as their sources change. */
  readonly isWatched: boolean;
  /** Of the mail server that the launcher runs, where the person has named none. */
  readonly mailUrl?: string;
  readonly environment: NodeJS.ProcessEnv;
}

type Built = Pick<StackSettings, 'paths' | 'isWatched'>;

export function entryOf(built: Built, service: ServiceName): string {
  return programOf(built, service, 'main.js');
}

export function migrationOf(built: Built, service: ServiceName): string {
  return programOf(built, service, 'migrate.js');
}

/** What Node runs: the bundle, which is ready in half the time, or the modules that the compiler has just written. */
function programOf({ paths, isWatched }: Built, service: ServiceName, file: string): string {
  return join(paths.root, 'services', service, 'dist', isWatched ? '' : 'bundle', file);
}

/** @param address where it listens; on all addresses it is asked at the nearest */
export function urlOf(port: number, address: string = loopback): string {
  const host = address === '0.0.0.0' || address === '::' ? loopback : address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Where the gateway listens: on this machine alone, unless the person asks otherwise. Nothing else ever listens elsewhere. */
export function listenAddressOf({ LISTEN_ADDRESS }: NodeJS.ProcessEnv): string {
  return LISTEN_ADDRESS === undefined || LISTEN_ADDRESS === '' ? loopback : LISTEN_ADDRESS;
}

/** The environment of one service: the person's own, less every secret that is another's. */
export function environmentOf(service: ServiceEntry, settings: StackSettings): NodeJS.ProcessEnv {
  const { port, metricsPort } = settings.ports[service.name];
  const secrets = secretsOf(service.name, settings);
  return {
    ...withoutSecrets(settings.environment),
    NODE_ENV: settings.environment.NODE_ENV ?? 'production',
    NATS_URL: natsUrlFor(service.name, settings),
    ...natsStoreUrlFor(service.name, settings),
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    LISTEN_ADDRESS: loopback,
    METRICS_ADDRESS: loopback,
    START_MARK: settings.startMark,
    LOG_LEVEL: settings.environment.LOG_LEVEL ?? 'info',
    ...(service.hasDatabase ? { DATABASE_URL: databaseUrlFor(service.name, settings) } : {}),
    ...(service.name === 'gateway' ? doorOf(settings) : {}),
    ...(service.name === 'membership'
      ? { PUBLIC_URL: publicUrlOf(settings), ...bridgeSecretsOf(settings) }
      : {}),
    ...(service.name === 'notification' ? sendingOf(settings) : {}),
    ...(service.name === 'evaluation' ? { SEALING_DIRECTORY: settings.paths.sealing } : {}),
    ...Object.fromEntries(service.secrets.map((name) => [name, secrets[name]])),
  };
}

/** Where the links in messages lead. */
export function publicUrlOf({ ports, environment }: Pick<StackSettings, 'ports' | 'environment'>): string {
  return environment.PUBLIC_URL || urlOf(ports.gateway.port);
}

/**
 * Which ways messages have out of the platform: those that the person has named, push, mail as far as the mailbox of the
 * launcher, and files in place of phones.
 */
function sendingOf(settings: StackSettings): NodeJS.ProcessEnv {
  const { environment, paths, secrets, mailUrl } = settings;
  const given = Object.entries(environment).filter(([name]) => sendingSecret.test(name));
  return {
    PUBLIC_URL: publicUrlOf(settings),
    MAILBOX_DIRECTORY: paths.mailbox,
    PUSH_KEY: environment.PUSH_KEY ?? secrets.pushKey,
    PUSH_CONTACT: environment.PUSH_CONTACT ?? 'mailto:operator@gongxiang.invalid',
    ...Object.fromEntries(given),
    ...(mailUrl === undefined
      ? {}
      : { MAIL_URL: mailUrl, MAIL_FROM: environment.MAIL_FROM || '工享 <notices@gongxiang.invalid>' }),
  };
}

/** Has the person named a server that mails leave by? */
export function hasMailServer({ MAIL_URL }: NodeJS.ProcessEnv): boolean {
  return MAIL_URL !== undefined && MAIL_URL !== '';
}

/** What notification is told of providers; those of WeCom and WeChat are membership's too, as one application does both. */
const sendingSecret = /^(MAIL_URL|SMS_KEY_SECRET|WECOM_SECRET|WECHAT_APP_SECRET)$/;

/** Secrets of the providers of sign-ins, which nobody else is told. */
function bridgeSecretsOf({ environment }: StackSettings): NodeJS.ProcessEnv {
  const given = Object.entries(environment).filter(([name]) => bridgeSecret.test(name));
  return Object.fromEntries(given);
}

const bridgeSecret = /^(OIDC_CLIENT_SECRET|WECOM_SECRET|WECHAT_APP_SECRET)$/;

/** What the gateway alone is told: it is what people meet. */
function doorOf({ environment, isDemo, paths }: StackSettings): NodeJS.ProcessEnv {
  return {
    LISTEN_ADDRESS: listenAddressOf(environment),
    ...(isDemo ? { DEMO: 'true' } : {}),
    ...(existsSync(paths.portal) ? { PORTAL_DIRECTORY: paths.portal } : {}),
  };
}

/** The environment of a migration: its owner's database, and nothing else of ours. */
export function migrationEnvironmentOf(service: ServiceName, settings: StackSettings): NodeJS.ProcessEnv {
  return {
    ...withoutSecrets(settings.environment),
    DATABASE_URL: databaseUrlFor(`${service}_owner`, settings),
    LOG_LEVEL: settings.environment.LOG_LEVEL ?? 'info',
  };
}

function databaseUrlFor(role: string, settings: StackSettings): string {
  const url = new URL(settings.databaseUrl);
  url.username = role;
  url.password = settings.secrets.databasePasswords[role] ?? '';
  return url.href;
}

/**
 * A NATS of one's own may have our users (then the environment holds their passwords), one user for all in its URL, or
 * none at all.
 */
function natsUrlFor(user: ServiceName, settings: StackSettings): string {
  const url = new URL(settings.natsUrl);
  const password = natsPasswordOf(user, settings);
  if (password !== undefined) {
    url.username = user;
    url.password = password;
  }
  return url.href;
}

/** Nothing where NATS has not our users: then everything goes by the one that there is. */
function natsStoreUrlFor(
  service: ServiceName,
  settings: StackSettings,
): Partial<Record<'NATS_STORE_URL', string>> {
  const password = natsPasswordOf(service, settings);
  if (password === undefined) return {};
  const url = new URL(settings.natsUrl);
  url.username = storeUserOf(service);
  url.password = password;
  return { NATS_STORE_URL: url.href };
}

function natsPasswordOf(user: ServiceName, { environment, secrets }: StackSettings): string | undefined {
  const isOwn = environment.NATS_URL !== undefined && environment.NATS_URL !== '';
  return isOwn ? environment[natsPasswordVariable(user)] : secrets.natsPasswords[user];
}

/** Of a NATS of one's own: the user that may make streams. */
export function adminUrlOf(natsUrl: string, environment: NodeJS.ProcessEnv): string {
  const url = new URL(natsUrl);
  const password = environment[natsPasswordVariable('admin')];
  if (password !== undefined) {
    url.username = 'admin';
    url.password = password;
  }
  return url.href;
}

export function natsPasswordVariable(user: string): string {
  return `${user.toUpperCase()}_NATS_PASSWORD`;
}

/** Keys that the person gave in the environment: `secrets.json` has others, which open nothing of this stack. */
export function keysFromOutside(environment: NodeJS.ProcessEnv): string[] {
  const keys = [
    'DATA_KEY',
    'DATA_KEY_PREVIOUS',
    'LOOKUP_KEY',
    'SHARING_DATA_KEY',
    'SHARING_DATA_KEY_PREVIOUS',
    'SETTLEMENT_DATA_KEY',
    'SETTLEMENT_DATA_KEY_PREVIOUS',
    'EVALUATION_DATA_KEY',
    'EVALUATION_DATA_KEY_PREVIOUS',
    'NOTIFICATION_DATA_KEY',
    'NOTIFICATION_DATA_KEY_PREVIOUS',
    'AFFAIRS_DATA_KEY',
    'AFFAIRS_DATA_KEY_PREVIOUS',
  ];
  return keys.filter((name) => environment[name] !== undefined);
}

/** Each service has a key of its own, which its processes know as `DATA_KEY`: what it is called outside of them. */
const dataKeyNames = {
  membership: ['DATA_KEY', 'dataKey'],
  sharing: ['SHARING_DATA_KEY', 'sharingDataKey'],
  settlement: ['SETTLEMENT_DATA_KEY', 'settlementDataKey'],
  evaluation: ['EVALUATION_DATA_KEY', 'evaluationDataKey'],
  notification: ['NOTIFICATION_DATA_KEY', 'notificationDataKey'],
  affairs: ['AFFAIRS_DATA_KEY', 'affairsDataKey'],
} as const;

function dataKeysOf(
  service: ServiceName,
  { secrets, environment }: StackSettings,
): Pick<Record<SecretVariable, string | undefined>, 'DATA_KEY' | 'DATA_KEY_PREVIOUS'> {
  if (service === 'gateway') return { DATA_KEY: undefined, DATA_KEY_PREVIOUS: undefined };
  const [variable, secret] = dataKeyNames[service];
  return {
    DATA_KEY: environment[variable] ?? secrets[secret],
    DATA_KEY_PREVIOUS: environment[`${variable}_PREVIOUS`] ?? secrets[`${secret}Previous`],
  };
}

function rpcKeysOf(
  service: ServiceName,
  { secrets, environment }: StackSettings,
): Record<RpcKeyVariable, string | undefined> {
  const keyOf = (of: ServiceName): string | undefined =>
    environment[`${of.toUpperCase()}_RPC_KEY`] ?? secrets.rpcKeys[of];
  return {
    RPC_KEY: keyOf(service),
    MEMBERSHIP_RPC_KEY: keyOf('membership'),
    SHARING_RPC_KEY: keyOf('sharing'),
    SETTLEMENT_RPC_KEY: keyOf('settlement'),
    EVALUATION_RPC_KEY: keyOf('evaluation'),
    NOTIFICATION_RPC_KEY: keyOf('notification'),
    AFFAIRS_RPC_KEY: keyOf('affairs'),
  };
}

function secretsOf(
  service: ServiceName,
  settings: StackSettings,
): Record<SecretVariable, string | undefined> {
  const { secrets, environment } = settings;
  return {
    JWT_SECRET: environment.JWT_SECRET ?? secrets.jwtSecret,
    ...rpcKeysOf(service, settings),
    ...dataKeysOf(service, settings),
    LOOKUP_KEY: environment.LOOKUP_KEY ?? secrets.lookupKey,
    ...textKeysOf(settings),
    FIRST_OPERATOR_PASSWORD: settings.firstOperatorPassword,
  };
}

/** Whoever gives a key of their own need not give its public part. */
function textKeysOf({
  secrets,
  environment: { TEXT_KEY, TEXT_PUBLIC_KEY },
}: StackSettings): Record<'TEXT_KEY' | 'TEXT_PUBLIC_KEY', string> {
  const derived = TEXT_KEY === undefined ? secrets.textPublicKey : textPublicKeyOf(TEXT_KEY);
  return { TEXT_KEY: TEXT_KEY ?? secrets.textKey, TEXT_PUBLIC_KEY: TEXT_PUBLIC_KEY ?? derived };
}

function withoutSecrets(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const hidden =
    /^(npm_|PUSH_KEY$|TEXT_(PUBLIC_)?KEY$|PG[A-Z]+$|DATABASE_URL$|NATS_URL$|NATS_STORE_URL$|JWT_SECRET$|((SHARING|SETTLEMENT|EVALUATION|NOTIFICATION)_)?DATA_KEY(_PREVIOUS)?$|LOOKUP_KEY$|([A-Z]+_)?RPC_KEY$|FIRST_OPERATOR_PASSWORD$)|_NATS_PASSWORD$/;
  const isHidden = (name: string): boolean =>
    hidden.test(name) || bridgeSecret.test(name) || sendingSecret.test(name);
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !isHidden(name)));
}
