import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as contracts from '@gongxiang/contracts/all';
import {
  consumerOf,
  type ConsumerPlan,
  consumerPlan,
  type Manifest,
  manifestOf,
} from '@gongxiang/messaging/provision';

/** A contract that the library exports, by the name of the object it stands in. */
export interface Named {
  /** How a source names it, e.g. `unionContract.create`. */
  readonly name: string;
  readonly subject: string;
}

/** Where a source binds a method with a decorator: `@Handles(unionContract.get)`. */
export interface Binding {
  readonly service: string;
  /** What the class that the method stands in is called as a `@Consumer`; empty where it is none. */
  readonly consumer: string;
  /** Of the contract. */
  readonly name: string;
}

/** The contracts of events, or those of calls. @param exported by the library, of this checkout or another */
export function exportedContracts(isEvent: boolean, exported: object = contracts): Named[] {
  return Object.entries(exported).flatMap(([object, members]) =>
    typeof members !== 'object' || members === null
      ? []
      : Object.entries(members as Record<string, unknown>).flatMap(([member, value]) => {
          const subject = subjectOf(value);
          const fits = subject !== null && subject.startsWith('evt.') === isEvent;
          return fits ? [{ name: `${object}.${member}`, subject }] : [];
        }),
  );
}

function subjectOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('subject' in value)) return null;
  return typeof value.subject === 'string' ? value.subject : null;
}

/** @param root the checkout */
export function bindingsIn(root: string, decorator: RegExp): Binding[] {
  const pattern = new RegExp(
    `@Consumer\\('([\\w-]+)'\\)|@(?:${decorator.source})\\(\\s*([\\w.]+)\\s*[,)]`,
    'g',
  );
  return readdirSync(join(root, 'services')).flatMap((service) =>
    sourcesOf(join(root, 'services', service, 'src')).flatMap((text) => {
      let consumer = '';
      return [...text.matchAll(pattern)].flatMap(([, named, name]) => {
        consumer = named ?? consumer;
        return name === undefined ? [] : [{ service, consumer, name }];
      });
    }),
  );
}

/** The texts of the code in a folder, without those of tests. */
export function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/(spec|fixture)\.ts$/.test(basename(path)))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}

/** By which a class hears an event, alone or together with others. */
export const consumes = /Consumes(?:Together)?/;

/** What the code needs of JetStream: what `manifest.json` has to say. */
export function manifestFrom(root: string): Manifest {
  const subjects = new Map(exportedContracts(true).map(({ name, subject }) => [name, subject]));
  const heard = new Map<string, { readonly service: string; readonly subjects: string[] }>();
  for (const { service, consumer, name } of bindingsIn(root, consumes)) {
    const subject = subjects.get(name) ?? '';
    const durable = consumerOf(service, consumer, contracts.ownerOf(subject));
    const { subjects: known } = heard.get(durable) ?? { subjects: [] };
    heard.set(durable, { service, subjects: [...known, subject] });
  }
  const consumers = [...heard].map(([name, one]): ConsumerPlan =>
    consumerPlan(name, one.service, one.subjects),
  );
  const inOrder = consumers.sort((one, other) => (one.name < other.name ? -1 : 1));
  return manifestOf(contracts.serviceNames, inOrder);
}
