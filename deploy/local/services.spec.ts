import { describe, expect, it } from '@jest/globals';
import { parseOptions } from './options.js';
import { pathsOf } from './paths.js';
import { openPortBook } from './port-book.js';
import {
  environmentOf,
  hasMailServer,
  migrationEnvironmentOf,
  SERVICES,
  type ServiceName,
  type StackSettings,
} from './services.js';
import { textPublicKeyOf } from './text-keys.js';

const settings: StackSettings = {
  paths: pathsOf('/nowhere'),
  secrets: {
    postgresSuperuser: 'root-word',
    databasePasswords: { sharing: 'sharing-word', sharing_owner: 'owner-word' },
    natsPasswords: { sharing: 'nats-word', gateway: 'gateway-word', membership: 'membership-word' },
    rpcKeys: {
      membership: 'membership rpc',
      sharing: 'sharing rpc',
      settlement: 'settlement rpc',
      evaluation: 'evaluation rpc',
      notification: 'notification rpc',
      affairs: 'affairs rpc',
    },
    jwtSecret: 'jwt',
    dataKey: 'data',
    sharingDataKey: 'sharing data',
    settlementDataKey: 'settlement data',
    evaluationDataKey: 'evaluation data',
    notificationDataKey: 'notification data',
    affairsDataKey: 'affairs data',
    lookupKey: 'lookup',
    pushKey: 'push-key',
    textKey: 'text key',
    textPublicKey: 'text public key',
    operatorPassword: 'operator-word',
  },
  databaseUrl: 'postgres://postgres:root-word@127.0.0.1:15432/gongxiang',
  natsUrl: 'nats://127.0.0.1:14222',
  firstOperatorPassword: 'operator-word',
  startMark: 'this start',
  isDemo: true,
  isWatched: false,
  ports: Object.fromEntries(
    SERVICES.map(({ name, port, metricsPort }) => [name, { port, metricsPort }]),
  ) as StackSettings['ports'],
  environment: {
    PATH: '/bin',
    DATABASE_URL: 'postgres://me@there/x',
    JWT_SECRET: 'mine',
    PGPASSWORD: 'x',
    TZ: 'Asia/Shanghai',
  },
};

describe('the environment of a service', () => {
  it('holds its own role and user, its ports, and what the person set', () => {
    expect(environmentOf(entry('sharing'), settings)).toEqual({
      PATH: '/bin',
      TZ: 'Asia/Shanghai',
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://sharing:sharing-word@127.0.0.1:15432/gongxiang',
      NATS_URL: 'nats://sharing:nats-word@127.0.0.1:14222',
      NATS_STORE_URL: 'nats://sharing-store:nats-word@127.0.0.1:14222',
      PORT: '3012',
      METRICS_PORT: '3022',
      LISTEN_ADDRESS: '127.0.0.1',
      METRICS_ADDRESS: '127.0.0.1',
      START_MARK: 'this start',
      LOG_LEVEL: 'info',
      RPC_KEY: 'sharing rpc',
      DATA_KEY: 'sharing data',
    });
  });

  it('tells only membership and the gateway the secrets of tokens, and only membership the keys of personal data', () => {
    expect(environmentOf(entry('membership'), settings)).toMatchObject({
      JWT_SECRET: 'mine',
      DATA_KEY: 'data',
      LOOKUP_KEY: 'lookup',
      FIRST_OPERATOR_PASSWORD: 'operator-word',
    });
    expect(environmentOf(entry('membership'), settings).DATA_KEY_PREVIOUS).toBeUndefined();
    const changing = { ...settings, secrets: { ...settings.secrets, dataKeyPrevious: 'data before' } };
    expect(environmentOf(entry('membership'), changing).DATA_KEY_PREVIOUS).toBe('data before');
    expect(environmentOf(entry('sharing'), changing)).toEqual(environmentOf(entry('sharing'), settings));
    const gateway = environmentOf(entry('gateway'), settings);
    expect(gateway.JWT_SECRET).toBe('mine');
    expect(Object.keys(gateway).filter((name) => /DATABASE_URL|DATA_KEY|LOOKUP|OPERATOR/.test(name))).toEqual(
      [],
    );
  });

  it('tells each service the key of its own requests, and the gateway those of all', () => {
    const mine = { ...settings, environment: { ...settings.environment, SHARING_RPC_KEY: 'my own' } };
    for (const { name } of SERVICES.filter(({ hasDatabase }) => hasDatabase))
      expect(rpcKeysOf(name, mine)).toEqual({ RPC_KEY: name === 'sharing' ? 'my own' : `${name} rpc` });
    expect(rpcKeysOf('gateway', mine)).toEqual({
      MEMBERSHIP_RPC_KEY: 'membership rpc',
      SHARING_RPC_KEY: 'my own',
      SETTLEMENT_RPC_KEY: 'settlement rpc',
      EVALUATION_RPC_KEY: 'evaluation rpc',
      NOTIFICATION_RPC_KEY: 'notification rpc',
      AFFAIRS_RPC_KEY: 'affairs rpc',
    });
    expect(Object.keys(migrationEnvironmentOf('sharing', mine)).join(' ')).not.toContain('RPC_KEY');
  });

  it('tells each service a key of its own for what it seals', () => {
    const keys = SERVICES.map((service) => environmentOf(service, settings).DATA_KEY);
    expect(keys).toEqual([
      'data',
      'sharing data',
      'settlement data',
      'evaluation data',
      'notification data',
      'affairs data',
      undefined,
    ]);
  });

  it('tells evaluation alone where the keys of answers lie, beside the data and not in them', () => {
    const { DATA_KEY, SEALING_DIRECTORY } = environmentOf(entry('evaluation'), settings);
    expect([DATA_KEY, SEALING_DIRECTORY]).toEqual(['evaluation data', '/nowhere/.gongxiang/sealing']);
    expect(environmentOf(entry('sharing'), settings).SEALING_DIRECTORY).toBeUndefined();
  });

  it('lets the gateway alone listen elsewhere than on this machine, where the person asks for it', () => {
    const asked = { ...settings, environment: { ...settings.environment, LISTEN_ADDRESS: '0.0.0.0' } };
    const told = (given: StackSettings) =>
      SERVICES.map((service) => environmentOf(service, given)).map((one) => [
        one.LISTEN_ADDRESS,
        one.METRICS_ADDRESS,
        one.DEMO,
      ]);
    const inside = ['127.0.0.1', '127.0.0.1', undefined];
    expect(told(settings)).toEqual([
      inside,
      inside,
      inside,
      inside,
      inside,
      inside,
      ['127.0.0.1', '127.0.0.1', 'true'],
    ]);
    expect(told(asked)).toEqual([
      inside,
      inside,
      inside,
      inside,
      inside,
      inside,
      ['0.0.0.0', '127.0.0.1', 'true'],
    ]);
  });

  it('tells notification alone where text messages are put', () => {
    const told = SERVICES.map((service) => environmentOf(service, settings).MAILBOX_DIRECTORY);
    const expected = SERVICES.map(({ name }) =>
      name === 'notification' ? '/nowhere/.gongxiang/mailbox' : undefined,
    );
    expect(told).toEqual(expected);
  });

  it('tells notification alone what text messages are opened with, and membership what they are sealed with', () => {
    const told = (given: StackSettings) =>
      SERVICES.map((service) => environmentOf(service, given)).map((one) => [
        one.TEXT_KEY,
        one.TEXT_PUBLIC_KEY,
      ]);
    const nothing = [undefined, undefined];
    const expected = (key: string, publicKey: string) =>
      SERVICES.map(({ name }) => {
        if (name === 'membership') return [undefined, publicKey];
        return name === 'notification' ? [key, undefined] : nothing;
      });
    expect(told(settings)).toEqual(expected('text key', 'text public key'));
    const textKey = Buffer.alloc(32, 7).toString('base64');
    const mine = { ...settings, environment: { ...settings.environment, TEXT_KEY: textKey } };
    expect(told(mine)).toEqual(expected(textKey, textPublicKeyOf(textKey)));
    const both = { ...mine, environment: { ...mine.environment, TEXT_PUBLIC_KEY: 'my own' } };
    expect(told(both)).toEqual(expected(textKey, 'my own'));
  });

  it('tells notification alone how messages leave', () => {
    const ways = {
      MAIL_URL: 'smtp://user:word@mail.example:587',
      MAIL_FROM: '工享 <notices@union.example>',
      SMS_KEY_SECRET: 'sms-secret',
    };
    const given = { ...settings, environment: { ...settings.environment, ...ways } };
    expect(environmentOf(entry('notification'), given)).toMatchObject({ ...ways, PUSH_KEY: 'push-key' });
    const others = SERVICES.filter(({ name }) => name !== 'notification');
    for (const service of others) {
      const values = Object.values(environmentOf(service, given));
      for (const secret of [ways.MAIL_URL, ways.SMS_KEY_SECRET, 'push-key'])
        expect(values).not.toContain(secret);
    }
    expect(environmentOf(entry('notification'), settings).MAIL_URL).toBeUndefined();
  });

  it('gives notification alone the mail server of the launcher, which runs where the person has named none', () => {
    const given = { ...settings, mailUrl: 'smtp://127.0.0.1:1025' };
    expect(environmentOf(entry('notification'), given)).toMatchObject({
      MAIL_URL: 'smtp://127.0.0.1:1025',
      MAIL_FROM: '工享 <notices@gongxiang.invalid>',
    });
    const named = { ...given, environment: { MAIL_FROM: 'mine@union.example' } };
    expect(environmentOf(entry('notification'), named).MAIL_FROM).toBe('mine@union.example');
    for (const service of SERVICES.filter(({ name }) => name !== 'notification'))
      expect(environmentOf(service, given).MAIL_URL).toBeUndefined();
    expect([{}, { MAIL_URL: '' }, { MAIL_URL: 'smtp://mail.example' }].map(hasMailServer)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('tells membership alone the secrets of providers of sign-ins, and notification those of WeCom and WeChat as well', () => {
    const secrets = { OIDC_CLIENT_SECRET: 'a-word', WECOM_SECRET: 'b-word', WECHAT_APP_SECRET: 'c-word' };
    const given = { ...settings, environment: { ...settings.environment, ...secrets } };
    expect(environmentOf(entry('membership'), given)).toMatchObject(secrets);
    const notification = Object.values(environmentOf(entry('notification'), given));
    expect(notification.filter((value) => Object.values(secrets).includes(value ?? ''))).toEqual([
      'b-word',
      'c-word',
    ]);
    const others = SERVICES.filter(({ name }) => name !== 'membership' && name !== 'notification');
    const told = others.map((service) => Object.values(environmentOf(service, given)));
    const { name } = entry('membership');
    told.push(Object.values(migrationEnvironmentOf(name, given)));
    for (const values of told)
      for (const secret of Object.values(secrets)) expect(values).not.toContain(secret);
  });

  it('gives a migration the owner of the schema', () => {
    expect(migrationEnvironmentOf('sharing', settings).DATABASE_URL).toBe(
      'postgres://sharing_owner:owner-word@127.0.0.1:15432/gongxiang',
    );
  });

  it('leaves the URL of the person’s own NATS as it is, unless the environment has our users’ passwords', () => {
    const own = {
      ...settings,
      natsUrl: 'nats://me:word@there:4222',
      environment: { NATS_URL: 'nats://me:word@there:4222' },
    };
    expect(environmentOf(entry('sharing'), own).NATS_URL).toBe('nats://me:word@there:4222');
    expect(environmentOf(entry('sharing'), own)).not.toHaveProperty('NATS_STORE_URL');
    const withUsers = { ...own, environment: { ...own.environment, SHARING_NATS_PASSWORD: 'abc' } };
    expect(environmentOf(entry('sharing'), withUsers).NATS_URL).toBe('nats://sharing:abc@there:4222');
    expect(environmentOf(entry('sharing'), withUsers).NATS_STORE_URL).toBe(
      'nats://sharing-store:abc@there:4222',
    );
  });
});

describe('ports', () => {
  it('are all below 32768, and no two processes share one', () => {
    const ports = SERVICES.flatMap(({ port, metricsPort }) => [port, metricsPort]);
    expect(new Set(ports).size).toBe(ports.length);
    expect(Math.max(...ports)).toBeLessThan(32_768);
  });

  it('are given once only, and the person hears of another than the usual', async () => {
    const lines: string[] = [];
    const book = openPortBook({ say: (text) => void lines.push(text) });
    const [first, second] = await Promise.all([book.take('one', 21_500), book.take('two', 21_500)]);
    expect(first).not.toBe(second);
    expect(lines.filter((line) => line.startsWith('Port 21500 is taken:')).length).toBeGreaterThanOrEqual(1);
  });
});

describe('options', () => {
  it('are read from the command line and the environment', () => {
    expect(parseOptions('/x', ['--fresh', '--empty'], { NATS_URL: '' })).toMatchObject({
      isFresh: true,
      isEmpty: true,
      isWatching: false,
      natsUrl: undefined,
    });
  });

  it('are refused in one sentence when unknown, or when they would remove what is not ours', () => {
    expect(() => parseOptions('/x', ['--frsh'], {})).toThrow(/--frsh.*The options are/s);
    expect(() => parseOptions('/x', ['--fresh'], { DATABASE_URL: 'postgres://a@b/c' })).toThrow(
      /removes only data of our own/,
    );
  });
});

function rpcKeysOf(name: ServiceName, given: StackSettings): Record<string, string | undefined> {
  const environment = Object.entries(environmentOf(entry(name), given));
  return Object.fromEntries(environment.filter(([variable]) => variable.includes('RPC_KEY')));
}

function entry(name: ServiceName): (typeof SERVICES)[number] {
  const found = SERVICES.find((service) => service.name === name);
  if (found === undefined) {
    throw new Error(`${name} is no service`);
  }
  return found;
}
