import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type ErrorKind, errorCodes, errorText, type ErrorText } from './error-codes.js';

const root = join(import.meta.dirname, '../../..');

/** Codes that no source names in quotes, each with the reason why it is listed all the same. */
const madeOfReason = 'made of the reason that the check of the resident number gives';
const notNamed: Readonly<Record<string, string>> = {
  RESIDENT_NUMBER_LENGTH: madeOfReason,
  RESIDENT_NUMBER_ALPHABET: madeOfReason,
  RESIDENT_NUMBER_CHECK_CHARACTER: madeOfReason,
  RESIDENT_NUMBER_DATE: madeOfReason,
};

interface Source {
  readonly path: string;
  readonly text: string;
}

/** Every source that runs: no tests, and not the table itself. */
function sources(): Source[] {
  const folders = ['libs', 'services'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(root, folder, name, 'src')),
  );
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/(spec|fixture|error-codes)\.tsx?$/.test(path))
      .map((path) => ({
        path: relative(root, join(folder, path)),
        text: readFileSync(join(folder, path), 'utf8'),
      })),
  );
}

interface Use extends Source {
  readonly code: string;
  /** The whole expression, from the code to the bracket that closes it. */
  readonly expression: string;
}

/** Where a refusal or a problem of a field is made with a code in quotes. */
function uses({ path, text }: Source): Use[] {
  const thrown = [...text.matchAll(/new DomainError\(\s*'([A-Z0-9_]+)'/g)];
  const pointed = [...text.matchAll(/\{\s*pointer\b[^{}]*?\bcode: '([A-Z0-9_]+)'/g)];
  return [...thrown, ...pointed].map((match) => ({
    path,
    text,
    code: match[1] ?? '',
    expression: expressionAt(text, match.index),
  }));
}

function expressionAt(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if ('({['.includes(text.charAt(at))) depth += 1;
    if (')}]'.includes(text.charAt(at))) depth -= 1;
    if (depth === 0 && ')}]'.includes(text.charAt(at))) return text.slice(start, at + 1);
  }
  return text.slice(start);
}

const placeholdersOf = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

const all = sources();
const allUses = all.flatMap(uses);
const entries = Object.entries<ErrorText>(errorCodes);
const kinds: readonly ErrorKind[] = [
  'shape',
  'unauthenticated',
  'forbidden',
  'hidden',
  'conflict',
  'stale',
  'rule',
  'precondition',
  'tooLarge',
  'unsupported',
  'tooMany',
  'fault',
  'busy',
  'full',
];

describe('the error codes', () => {
  it('are words in capitals, with a kind and a text in both languages', () => {
    const wrong = entries.filter(
      ([code, { kind, zh, en }]) =>
        !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code) ||
        !kinds.includes(kind) ||
        !/\p{Script=Han}/u.test(zh) ||
        !/^[\x20-\x7e“”’–—…≤≥×·]+$/.test(en) ||
        en.trim() === '',
    );
    expect(wrong).toEqual([]);
  });

  it('stand in one table each: of two entries the later would win without a word', () => {
    const tables = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((path) => /error-codes\.ts$/.test(path))
      .map((path) => readFileSync(join(import.meta.dirname, path), 'utf8'));
    const listed = tables.flatMap((text) => [...text.matchAll(/^ {2}([A-Z][A-Z0-9_]*): \{/gm)]);
    expect(listed.map(([, code]) => code).sort()).toEqual(entries.map(([code]) => code).sort());
  });

  it('name the same parameters in both languages', () => {
    const wrong = entries
      .filter(([, { zh, en }]) => placeholdersOf(zh).join() !== placeholdersOf(en).join())
      .map(([code]) => code);
    expect(wrong).toEqual([]);
  });

  it('are found in the sources at all, so that the tests below see something', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(allUses.length).toBeGreaterThan(100);
  });

  it('that a source uses are all in the table', () => {
    const missing = allUses.filter(({ code }) => errorText(code) === undefined);
    expect(missing.map(({ code, path }) => `${code} in ${path}`)).toEqual([]);
  });

  it('get a value for every parameter that their text names', () => {
    const wrong = allUses.flatMap(({ code, path, expression }) => {
      // Parameters that are made elsewhere cannot be seen from here.
      if (/\bparams[,\s}]|\.\.\.|', \w+\)$/.test(expression)) return [];
      const names = placeholdersOf(errorText(code)?.en ?? '');
      const absent = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(expression));
      return absent.map((name) => `${code} without {${name}} in ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  it('in the table are all used by some source', () => {
    const text = all.map((source) => source.text).join('\n');
    const unused = entries
      .map(([code]) => code)
      .filter((code) => !new RegExp(`['"\`/]${code}\\b`).test(text) && notNamed[code] === undefined);
    expect(unused).toEqual([]);
  });
});
