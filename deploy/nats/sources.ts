import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as contracts from '@gongxiang/contracts/all';
import { eventsIn } from '@gongxiang/contracts/core/exported';
import {
  consumerOf,
  type ConsumerPlan,
  consumerPlan,
  type Manifest,
  manifestOf,
} from '@gongxiang/messaging/provision';

/** Where a source binds a method with a decorator: `@Handles(unionContract.get)`. */
export interface Binding {
  readonly service: string;
  /** What the class that the method stands in is called as a `@Consumer`; empty where it is none. */
  readonly consumer: string;
  /** Of the contract. */
  readonly name: string;
}

/** Of what the library hears for every service that lets people be awaited. */
const awaitsDigests = 'libs/messaging/src/service/awaits-digests.ts';

/** Classes of the library that a service makes with a contract of its own, by the function that makes them. */
const madeWithContract: Readonly<Record<string, string>> = {
  personMergeConsumer: 'libs/messaging/src/service/person-merge.consumer.ts',
  personErasureConsumer: 'libs/messaging/src/service/person-erasure.consumer.ts',
};

/** @param root the checkout */
export function bindingsIn(root: string, decorator: RegExp): Binding[] {
  const pattern = new RegExp(
    `@Consumer\\('([\\w-]+)'\\)|@(?:${decorator.source})\\(\\s*([\\w.]+)\\s*[,)]`,
    'g',
  );
  return readdirSync(join(root, 'services')).flatMap((service) =>
    sourcesFor(root, service).flatMap((text) => {
      let consumer = '';
      return [...text.matchAll(pattern)].flatMap(([, named, name]) => {
        consumer = named ?? consumer;
        return name === undefined ? [] : [{ service, consumer, name }];
      });
    }),
  );
}

/** The texts of the code of a service, with what a library hears and answers in its name. */
export function sourcesFor(root: string, service: string): string[] {
  const own = sourcesOf(join(root, 'services', service, 'src'));
  const isNotifying = (contracts.notifyingServices as readonly string[]).includes(service);
  return [
    ...own,
    ...own.flatMap((text) => madeIn(root, text)),
    ...(isNotifying ? [readFileSync(join(root, awaitsDigests), 'utf8')] : []),
  ];
}

/** The texts of the classes that a module has made, with the name of the contract that it gives. */
function madeIn(root: string, text: string): string[] {
  return [...text.matchAll(/^ *(\w+)\((\w+), \w+\),$/gm)].flatMap(([, make = '', contract = '']) => {
    const path = madeWithContract[make];
    return path === undefined
      ? []
      : [readFileSync(join(root, path), 'utf8').replaceAll('(contract.', `(${contract}.`)];
  });
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
  const subjects = new Map(eventsIn(contracts).map(({ name, contract }) => [name, contract.subject]));
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
