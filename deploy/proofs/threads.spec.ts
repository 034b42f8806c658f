import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const notSources = new Set(['node_modules', 'dist', 'portal']);

function sourcesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return notSources.has(entry.name) ? [] : sourcesBelow(path);
    return /(?<!\.fixture|spec)\.ts$/.test(entry.name) ? [path] : [];
  });
}

interface Task {
  readonly file: string;
  readonly constant: string;
  readonly work: string;
}

function tasksIn(sources: ReadonlyMap<string, string>): Task[] {
  return [...sources].flatMap(([file, text]) =>
    [
      ...text.matchAll(/export const (?<constant>\w+) = threadTask\(\s*import\.meta\.url,\s*(?<work>\w+)/g),
    ].map(({ groups }) => ({ file, constant: groups?.['constant'] ?? '', work: groups?.['work'] ?? '' })),
  );
}

/** @returns what each file does with a task's work but for having it run in a thread, in words */
function onTheEventLoop(sources: ReadonlyMap<string, string>): string[] {
  const tasks = tasksIn(sources);
  return [...sources].flatMap(([file, source]) => {
    const text = source.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '');
    return tasks.flatMap(({ file: own, constant, work }) => [
      ...(file !== own && new RegExp(String.raw`\b${work}\(`).test(text.replaceAll(/function \w+\(/g, ''))
        ? [`${file} calls ${work}`]
        : []),
      ...(new RegExp(String.raw`\b${constant}\s*\.run\b`).test(text)
        ? [`${file} runs ${constant} itself`]
        : []),
    ]);
  });
}

const sources = new Map(
  ['services', 'libs'].flatMap((directory) =>
    sourcesBelow(join(root, directory)).map((file) => [
      file.slice(root.length + 1),
      readFileSync(file, 'utf8'),
    ]),
  ),
);

describe('what computes for longer than others can wait', () => {
  const tasks = tasksIn(sources);

  it('is a task of threads: rosters, their previews and results, templates, letters, figures, bank files, sheets, splits, netting, weights, rankings', () => {
    expect(tasks.map(({ constant }) => constant).sort()).toEqual([
      'bankFileReading',
      'cellReading',
      'letterFilling',
      'letterPrinting',
      'nettingPreview',
      'rankingPreview',
      'resultWriting',
      'rosterPreviewing',
      'rosterReading',
      'splitPreview',
      'templateLook',
      'treePreview',
      'weightsPreview',
      'workbookWriting',
    ]);
  });

  it('is asked for by somebody', () => {
    const others = ({ file, constant }: Task): string[] =>
      [...sources]
        .filter(([path, text]) => path !== file && new RegExp(String.raw`\b${constant}\b`).test(text))
        .map(([path]) => path);
    expect(tasks.filter((task) => others(task).length === 0)).toEqual([]);
  });

  it('never runs on the event loop of a service', () => {
    expect(onTheEventLoop(sources)).toEqual([]);
  });

  it.each([
    ['calls it', 'export const planted = () => previewNetting({ request, locale });', 'calls previewNetting'],
    [
      'runs the task itself',
      'export const planted = () => nettingPreview.run(wish);',
      'runs nettingPreview itself',
    ],
  ])('is seen where a planted service %s', (_name, planted, told) => {
    const withBreach = new Map([...sources, ['services/settlement/src/planted.ts', planted]]);
    expect(onTheEventLoop(withBreach)).toEqual([`services/settlement/src/planted.ts ${told}`]);
  });
});
