import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import 'reflect-metadata';
import { callsIn, eventsIn } from '@gongxiang/contracts/core/exported';
import { awaitsDigests, isNotifying } from '@gongxiang/messaging/service';
import { DATABASE_SERVICES as services } from '../local/services.js';
import { readManifest } from '../nats/files.js';
import { sourcesOf } from '../nats/sources.js';

/**
 * Words of the code that are also words of the data. Whoever changes one must bring over what is kept under the old one: a
 * durable consumer with a new name hears 30 days anew, due work of a kind that nobody does any more is never done, and an
 * audit trail cannot be searched by a noun that has another name today.
 */
export interface PersistedWords {
  /** Of NATS and of the marks of the inbox. */
  readonly consumers: readonly string[];
  readonly streams: readonly string[];
  readonly buckets: readonly string[];
  /** `<service> <kind>` of `due`. */
  readonly dueKinds: readonly string[];
  /** `<service> <noun>`: of what `republish` tells anew. */
  readonly republished: readonly string[];
  /** `<service> <noun>` of the audit trail. */
  readonly auditNouns: readonly string[];
  /** Of commands and queries: routes of idempotency, actions of the audit trail. */
  readonly calls: readonly string[];
  readonly events: readonly string[];
  /** `<service> <table>`. */
  readonly tables: readonly string[];
}

/** Programs, and what runs in a thread: importing them runs them. */
const programs = /(^|\/)(main|migrate|reseal|reset-password|verify-ledger|[\w-]*thread)\.js$/;

/** Where they are pinned. */
export function persistedWordsFile(root: string): string {
  return join(root, 'deploy/inventory/persisted-words.json');
}

/** @param root a checkout that is built */
export async function persistedWordsOf(root: string): Promise<PersistedWords> {
  const manifest = readManifest(root);
  const contracts = (await import(pathToFileURL(join(root, 'libs/contracts/dist/all.js')).href)) as object;
  const classes = await Promise.all(
    services.map(async (service) => [service, await classesOf(root, service)] as const),
  );
  const bound = (key: string): string[] =>
    sorted(
      classes.flatMap(([service, all]) =>
        all.flatMap((one) => keysOf(key, one)).map((word) => `${service} ${word}`),
      ),
    );
  const inSources = (pattern: RegExp): string[] =>
    sorted(
      services.flatMap((service) =>
        sourcesOf(join(root, 'services', service, 'src')).flatMap((text) =>
          [...text.matchAll(pattern)].map(([, word]) => `${service} ${word}`),
        ),
      ),
    );
  return {
    consumers: sorted(manifest.consumers.map(({ name }) => name)),
    streams: sorted(manifest.streams.map(({ name }) => name)),
    buckets: sorted(manifest.buckets.map(({ name }) => name)),
    dueKinds: bound('gongxiang:due'),
    republished: bound('gongxiang:republish'),
    auditNouns: inSources(/\bnoun: '([\w-]+)'/g),
    calls: sorted(callsIn(contracts).map(({ contract }) => contract.subject)),
    events: sorted(eventsIn(contracts).map(({ contract }) => contract.subject)),
    tables: inSources(/@Entity\('(\w+)'/g),
  };
}

type Class = abstract new (...args: never[]) => unknown;

async function classesOf(root: string, service: string): Promise<Class[]> {
  const folder = join(root, 'services', service, 'dist');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.js') &&
      !file.startsWith('bundle') &&
      !programs.test(file) &&
      !/(spec|fixture)\.js$/.test(file),
  );
  const classes = new Set<Class>();
  // The library gives every service its files.
  for (const file of [
    join(root, 'libs/messaging/dist/files/index.js'),
    ...files.map((one) => join(folder, one)),
  ]) {
    const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    for (const value of Object.values(module))
      if (typeof value === 'function') for (const one of withProvided(value as Class)) classes.add(one);
  }
  if (isNotifying(service)) classes.add(awaitsDigests(service) as Class);
  return [...classes];
}

/** A class, and where it is a module those that the library makes for it, which no file exports. */
function withProvided(one: Class): Class[] {
  const provided = (Reflect.getOwnMetadata('providers', one) ?? []) as unknown[];
  return [one, ...provided.filter((provider): provider is Class => typeof provider === 'function')];
}

function keysOf(metadata: string, one: Class): string[] {
  const bindings = (Reflect.getOwnMetadata(metadata, one) ?? []) as { readonly key: string }[];
  return bindings.map(({ key }) => key);
}

function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}
