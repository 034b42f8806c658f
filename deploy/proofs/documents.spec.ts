import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const charactersMax = 160;
/** Of a district: what is of one noun alone stands in the folder of the noun. */
const linesMax = 80;
const notOurs = new Set(['node_modules', 'dist', '.git', '.nx', '.gongxiang', 'testdata']);

function documentsBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : documentsBelow(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const documents = documentsBelow(root).map((file) => ({
  file,
  name: relative(root, file),
  text: readFileSync(file, 'utf8'),
}));

/** Links to other files of the repository, without what they point to within them. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
}

/** The folders that the first column of the first table names: of a district, what lies in it. */
function foldersIn(text: string): string[] {
  const [table = ''] = /^(?:\|.*\n)+/m.exec(text) ?? [];
  const cells = table.split('\n').map((row) => /^\| ((?:`[^`]+`(?:, )?)+) *\|/.exec(row)?.[1] ?? '');
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

const ofDistricts = documents.filter(({ name }) => /^services\/[^/]+\/src\/[^/]+\/README\.md$/.test(name));

describe('documents', () => {
  it('have no line that nobody can read', () => {
    const long = documents.flatMap(({ name, text }) =>
      text
        .split('\n')
        .filter((line) => line.length > charactersMax)
        .map((line) => `${name}: ${line.slice(0, 40)}`),
    );
    expect(long).toEqual([]);
  });

  it('lead to files that are there', () => {
    const broken = documents.flatMap(({ file, name, text }) =>
      linksIn(text)
        .filter((link) => !existsSync(join(dirname(file), link)))
        .map((link) => `${name}: ${link}`),
    );
    expect(documents.flatMap(({ text }) => linksIn(text)).length).toBeGreaterThan(50);
    expect(broken).toEqual([]);
  });

  it('of a district are read in some minutes', () => {
    expect(ofDistricts.length).toBeGreaterThan(20);
    const long = ofDistricts.filter(({ text }) => text.trimEnd().split('\n').length > linesMax);
    expect(long.map(({ name }) => name)).toEqual([]);
  });

  it('of a district name its folders as they are', () => {
    const named = ofDistricts.flatMap(({ file, name, text }) =>
      foldersIn(text).map((folder) => ({ line: `${name}: ${folder}`, place: join(dirname(file), folder) })),
    );
    expect(named.length).toBeGreaterThan(30);
    const missing = named.filter(
      ({ place }) => !existsSync(place) && basename(place) !== basename(dirname(place)),
    );
    expect(missing.map(({ line }) => line)).toEqual([]);
  });
});
