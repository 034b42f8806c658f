// What a checkout promises, to be compared with what another one does:
//   node deploy/dist/inventory/main.js pin
//   node deploy/dist/inventory/main.js take <checkout> <file>
//   node deploy/dist/inventory/main.js compare <before> <after> [<renames>]
//   node deploy/dist/inventory/main.js release <file>: what later versions are held to
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { differencesOf, type Renames } from './differences.js';
import { type Document, type EventDocument, interfaceOf } from './interface.js';
import { persistedWordsFile, persistedWordsOf } from './persisted-words.js';
import { type Promises, promisesOf } from './promises.js';

const [verb, first = '.', second = '', third] = process.argv.slice(2);
const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

const write = (file: string, what: unknown): void =>
  writeFileSync(file, `${JSON.stringify(what, null, 2)}\n`);

if (verb === 'pin' || verb === 'take') {
  if (verb === 'pin') write(persistedWordsFile('.'), await persistedWordsOf(resolve('.')));
  else write(second, await promisesOf(resolve(first)));
  // Modules of services keep timers and handles of their own.
  process.exit(0);
}
if (verb === 'release') {
  const kept = (name: string): string => `libs/contracts/${name}.json`;
  write(first, interfaceOf(read<Document>(kept('openapi')), read<EventDocument>(kept('events'))));
  process.exit(0);
}
if (verb !== 'compare') throw new Error('Say pin, take, compare or release.');
const renames = third === undefined ? {} : read<Renames>(third);
const differences = differencesOf(read<Promises>(first), read<Promises>(second), renames);
process.stdout.write(differences.length === 0 ? 'Nothing differs.\n' : `${differences.join('\n')}\n`);
process.exitCode = differences.length === 0 ? 0 : 1;
