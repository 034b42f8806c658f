import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface ComposeService {
  readonly image?: string;
  readonly build?: { readonly dockerfile: string; readonly args: Record<string, string> };
  readonly command?: string[];
  readonly depends_on?: Record<string, { readonly condition: string }>;
  readonly environment?: Record<string, string | number>;
  readonly networks?: string[];
  readonly volumes?: string[];
}

interface Compose {
  readonly services: Record<string, ComposeService>;
  readonly networks: Record<string, unknown>;
  readonly volumes: Record<string, unknown>;
}

const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as Compose;
const entries = Object.entries(compose.services);
const platform = ['membership', 'sharing', 'settlement', 'evaluation', 'notification', 'affairs', 'gateway'];

/** What a service's configuration class reads, asked of the compiled service itself. */
function variablesRead(service: string): string[] {
  const script = `
    import 'reflect-metadata';
    import { variablesOf } from '@gongxiang/observability';
    const config = Object.values(await import('./services/${service}/dist/config/config.js'))[0];
    process.stdout.write(JSON.stringify(variablesOf(config)));`;
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
  return JSON.parse(answer.toString()) as string[];
}

describe('docker-compose.yml', () => {
  it('has every service of the platform, PostgreSQL and NATS', () => {
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining([...platform, 'postgres', 'nats']));
  });

  it.each(entries)('%s has only keys that Compose knows', (_name, service) => {
    const known = [
      'image', 'build', 'command', 'depends_on', 'environment', 'networks', 'volumes', 'ports', 'restart', 'healthcheck', 'profiles',
    ]; // prettier-ignore
    expect(Object.keys(service).filter((key) => !known.includes(key))).toEqual([]);
    expect(service.image !== undefined || service.build !== undefined).toBe(true);
  });

  it.each(entries)('%s names only services, networks and volumes that exist', (_name, service) => {
    expect(Object.keys(service.depends_on ?? {}).filter((other) => !(other in compose.services))).toEqual([]);
    expect((service.networks ?? []).filter((network) => !(network in compose.networks))).toEqual([]);
    const mounts = (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
    const missing = mounts.filter(
      (from) => !(from.startsWith('.') ? existsSync(join(root, from)) : from in compose.volumes),
    );
    expect(missing).toEqual([]);
  });

  it.each(entries.filter(([, service]) => service.build))(
    '%s builds and runs files that exist',
    (_name, service) => {
      expect(existsSync(join(root, service.build?.dockerfile ?? ''))).toBe(true);
      expect(
        existsSync(join(root, 'services', service.build?.args['SERVICE'] ?? 'none', 'src', 'main.ts')),
      ).toBe(true);
      const script = service.command?.[1];
      if (script !== undefined) expect(existsSync(join(root, script))).toBe(true);
    },
  );

  it.each(platform)(
    'gives %s only variables that its configuration reads, and every one that it must have',
    (name) => {
      const read = variablesRead(name);
      const given = Object.keys(compose.services[name]?.environment ?? {});
      // The command of the image hands NODE_FLAGS to Node.
      const unread = given.filter((variable) => !read.includes(variable) && variable !== 'NODE_FLAGS');
      expect(unread).toEqual([]);
      const needed = [
        'NATS_URL',
        'PORT',
        'DATABASE_URL',
        'RPC_KEY',
        'SHARING_RPC_KEY',
        'JWT_SECRET',
        'DATA_KEY',
        'SEALING_DIRECTORY',
        'MAILBOX_DIRECTORY',
        'TEXT_KEY',
        'TEXT_PUBLIC_KEY',
        'LOOKUP_KEY',
        'FIRST_OPERATOR_PASSWORD',
      ];
      expect(needed.filter((variable) => read.includes(variable) && !given.includes(variable))).toEqual([]);
    },
  );

  it.each(platform)('every variable that %s reads is described in the README', (name) => {
    const described = readFileSync(join(root, 'deploy/README.md'), 'utf8');
    expect(variablesRead(name).filter((variable) => !described.includes(`\`${variable}\``))).toEqual([]);
  });

  it('lets PostgreSQL write no row into its log', () => {
    expect(compose.services['postgres']?.command).toContain('log_error_verbosity=terse');
  });

  it('holds no secret: each password comes from outside, and has no default', () => {
    const values = entries.flatMap(([, service]) => Object.entries(service.environment ?? {}));
    const secrets = values.filter(([variable]) =>
      /PASSWORD|SECRET|_KEY|DATABASE_URL|NATS_URL/.test(variable),
    );
    // One that is there only while a key is changed is empty otherwise.
    // Without them what they are for is not offered.
    const mayBeAbsent =
      /^(DATA_KEY_PREVIOUS|OIDC_CLIENT_SECRET|WECOM_SECRET|WECHAT_APP_SECRET|PUSH_KEY|SMS_KEY_ID|SMS_KEY_SECRET)$/;
    const isGiven = ([variable, value]: (typeof secrets)[number]): boolean =>
      (mayBeAbsent.test(variable) ? /^\$\{[A-Z_]+:-\}$/ : /\$\{[A-Z_]+:\?\}/).test(String(value));
    expect(secrets.filter((one) => !isGiven(one))).toEqual([]);
  });
});

describe('the Dockerfile', () => {
  const lines = readFileSync(join(root, 'deploy/docker/Dockerfile'), 'utf8');

  it('takes its base image and its service as arguments, builds in a stage of its own, and does not run as root', () => {
    expect(lines).toMatch(/^ARG NODE_IMAGE=/m);
    expect(lines).toMatch(/^ARG SERVICE$/m);
    expect(lines.match(/^FROM /gm)).toHaveLength(2);
    expect(lines).toMatch(/^USER node$/m);
    expect(lines).toMatch(/^HEALTHCHECK /m);
  });
});
