import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const notSources = new Set(['node_modules', 'dist']);

/** What each folder imports of others, with one file that does. */
type Arrows = Map<string, Map<string, string>>;

/** Sources without tests; a module only wires what lies below it, and belongs to no folder. */
function sourcesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return notSources.has(entry.name) ? [] : sourcesBelow(path);
    return /\.tsx?$/.test(entry.name) && !/\.(module|fixture|(int-|e2e-)?spec)\.tsx?$/.test(entry.name)
      ? [path]
      : [];
  });
}

function arrowsOf(files: ReadonlyMap<string, string>): Arrows {
  const arrows: Arrows = new Map();
  for (const [file, text] of files) {
    const from = dirname(file);
    for (const [, specifier = ''] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
      const to = dirname(normalize(join(from, specifier)));
      if (to === from) continue;
      const known = arrows.get(from) ?? new Map<string, string>();
      arrows.set(from, known.set(to, `${file} imports ${specifier}`));
    }
  }
  return arrows;
}

/** A way from a folder back to itself, arrow by arrow; null where there is none. */
function cycleIn(arrows: Arrows): string[] | null {
  const done = new Set<string>();
  const visit = (folder: string, way: readonly (readonly [string, string])[]): string[] | null => {
    const start = way.findIndex(([seen]) => seen === folder);
    if (start !== -1) return way.slice(start).map(([, told]) => told);
    if (done.has(folder)) return null;
    for (const [next, told] of arrows.get(folder) ?? []) {
      const found = visit(next, [...way, [folder, told]]);
      if (found !== null) return found;
    }
    done.add(folder);
    return null;
  };
  for (const folder of arrows.keys()) {
    const found = visit(folder, []);
    if (found !== null) return found;
  }
  return null;
}

function read(directory: string): Map<string, string> {
  const files = sourcesBelow(join(root, directory));
  return new Map(files.map((file) => [relative(root, file), readFileSync(file, 'utf8')]));
}

/** What a file is for, as the last word of its name says; a helper has a name of its own, and no role. */
const roles = [
  'contract',
  'service',
  'model',
  'repository',
  'entity',
  'consumer',
  'due',
  'view',
  'module',
  'controller',
  'fixture',
  'spec',
  'int-spec',
  'e2e-spec',
];

describe('files', () => {
  it.each(['libs', 'services', 'deploy'])('of %s have one of few roles, or none', (directory) => {
    const words = readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/(^|\/)(node_modules|dist)\/|\.(d|config)\.ts$/.test(file))
      .flatMap((file) => basename(file).split('.').slice(1, -1));
    expect([...new Set(words)].filter((word) => !roles.includes(word))).toEqual([]);
  });
});

describe('folders', () => {
  it.each([
    'libs',
    'services/membership',
    'services/sharing',
    'services/settlement',
    'services/evaluation',
    'services/gateway',
    'services/portal',
    'deploy',
  ])('of %s import each other one way only', (directory) => {
    expect(cycleIn(arrowsOf(read(directory)))).toBeNull();
  });

  it('of the portal leave the stylesheets of other folders alone, but for those of the kit', () => {
    const foreign = [...read('services/portal')].flatMap(([file, text]) =>
      [...text.matchAll(/import '(\.\.\/[^']+\.css)'/g)]
        .map(([, style = '']) => style)
        .filter((style) => !/kit\/styles\/[\w-]+\.css$/.test(style))
        .map((style) => `${file} imports ${style}`),
    );
    expect(foreign).toEqual([]);
  });

  it('that import each other by way of a third are found, with a file for each arrow', () => {
    const planted = new Map([
      ['a/one.ts', "import { two } from '../b/two.js';"],
      ['b/two.ts', "export { three } from '../c/three.js';"],
      ['c/three.ts', "import '../a/one.js';"],
      ['d/four.ts', "import { one } from '../a/one.js';"],
    ]);
    expect(cycleIn(arrowsOf(planted))).toEqual([
      'a/one.ts imports ../b/two.js',
      'b/two.ts imports ../c/three.js',
      'c/three.ts imports ../a/one.js',
    ]);
  });
});
