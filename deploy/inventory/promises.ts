import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { type PersistedWords, persistedWordsOf } from './persisted-words.js';

/** What the platform promises to whoever uses it, and by what it is proved: what a change that moves code must leave as it is. */
export interface Promises {
  readonly words: PersistedWords;
  /** The OpenAPI document without its schemas, by `<method> <path>`. */
  readonly routes: Readonly<Record<string, string>>;
  /** Of the OpenAPI document, by name. */
  readonly schemas: Readonly<Record<string, string>>;
  /** Of events, with what they name. */
  readonly eventSchemas: Readonly<Record<string, string>>;
  /** Who is answered what: `<route> <expected>` of the proof of access. */
  readonly access: readonly string[];
  /** `<suite> <test>`, as written, with how often it is written. */
  readonly tests: Readonly<Record<string, number>>;
  /** Of all tests. */
  readonly assertions: number;
  /** What the demo proves. */
  readonly demo: readonly string[];
  /** Paths of the portal's pages. */
  readonly pages: readonly string[];
  /** Of both languages, whatever their keys. */
  readonly texts: Readonly<Record<string, number>>;
  /** `<code>` of refusals with its texts. */
  readonly errors: readonly string[];
}

interface Described {
  readonly api: OpenApi;
  readonly events: {
    readonly events: Readonly<Record<string, string>>;
    readonly schemas: Readonly<Record<string, unknown>>;
  };
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** @param root a checkout that is built */
export async function promisesOf(root: string): Promise<Promises> {
  const { api, events } = describedBy(root);
  const { paths, components } = api;
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => [`${method.toUpperCase()} ${path}`, JSON.stringify(one)]),
  );
  const specs = filesOf(root, ['libs', 'services', 'deploy'], /\.(int-|e2e-)?spec\.tsx?$/);
  const tests = specs.map((file) => testsIn(parse(file)));
  const portal = filesOf(root, ['services/portal/src'], /\.tsx?$/).filter((file) => !file.includes('.spec.'));
  return {
    words: await persistedWordsOf(root),
    routes: Object.fromEntries(routes) as Record<string, string>,
    schemas: textsOfJson(components.schemas),
    eventSchemas: { ...textsOfJson(events.schemas), ...events.events },
    access: wordsIn(root, ['deploy/proofs'], /access-[\w-]+\.ts$/, /route: '([^']+)',\s*expected: (\w+)/g),
    tests: counted(tests.flatMap(({ names }) => names)),
    assertions: tests.reduce((sum, { assertions }) => sum + assertions, 0),
    demo: wordsIn(root, ['deploy/demo'], /\.ts$/, /\bprove\(\s*(['`](?:[^'`\\]|\\.)*['`])/g),
    pages: portal.flatMap((file) => pathsIn(parse(file))).sort(),
    texts: counted(
      portal.filter((file) => /\/(zh-CN|en)(\/|\.)/.test(file)).flatMap((file) => textsIn(parse(file))),
    ),
    errors: filesOf(root, ['libs/contracts/src'], /\.ts$/)
      .flatMap((file) => errorsIn(parse(file)))
      .sort(),
  };
}

function textsOfJson(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
}

function describedBy(root: string): Described {
  const directory = mkdtempSync(join(tmpdir(), 'gongxiang-promises-'));
  try {
    const files = ['openapi.json', 'events.json'].map((name) => join(directory, name));
    execFileSync(process.execPath, [join(root, 'services/gateway/dist/write-openapi.js'), ...files]);
    const [api, events] = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as unknown);
    return { api, events } as Described;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function filesOf(root: string, folders: readonly string[], name: RegExp): string[] {
  return folders
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(
          (file) =>
            name.test(file) && !/(^|\/)(node_modules|dist|api)\//.test(relative(root, join(folder, file))),
        )
        .map((file) => join(folder, file)),
    );
}

function wordsIn(root: string, folders: readonly string[], name: RegExp, pattern: RegExp): string[] {
  return filesOf(root, folders, name)
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, ...words]) => words.join(' ')),
    )
    .sort();
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

/** Names of tests within those of their blocks, and how often something is expected. */
function testsIn(source: ts.SourceFile): { readonly names: string[]; readonly assertions: number } {
  const names: string[] = [];
  let assertions = 0;
  const visit = (node: ts.Node, blocks: readonly string[]): void => {
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText(source).replace(/\s+/g, '');
      if (called === 'expect') assertions += 1;
      const [, kind] = called.match(/^(describe|it|test|story)\b(?!\.skip)/) ?? [];
      const [title] = node.arguments;
      if (kind !== undefined && title !== undefined && node.arguments.length > 1) {
        const name = [...blocks, title.getText(source).replace(/\s+/g, ' ')];
        if (kind === 'it' || kind === 'test') names.push(name.join(' › '));
        node.arguments.slice(1).forEach((one) => visit(one, name));
        return;
      }
    }
    ts.forEachChild(node, (child) => visit(child, blocks));
  };
  visit(source, []);
  return { names, assertions };
}

/** Values of `path` in tables of routes. */
function pathsIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const path = pathAt(node, source);
    if (path !== undefined && ts.isStringLiteral(path)) found.push(path.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Where a page's address is written: `page('/loans', …)`, or `path` of a route. */
function pathAt(node: ts.Node, source: ts.SourceFile): ts.Node | undefined {
  if (ts.isCallExpression(node) && node.expression.getText(source) === 'page') return node.arguments[0];
  const isNamed = ts.isJsxAttribute(node) || ts.isPropertyAssignment(node);
  return isNamed && node.name.getText(source) === 'path' ? node.initializer : undefined;
}

function textsIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
    if (isText && ts.isPropertyAssignment(node.parent)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Entries `CODE: { … }` of the tables of refusals. */
function errorsIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isPropertyAssignment(node) &&
      /^[A-Z][A-Z0-9_]+$/.test(node.name.getText(source)) &&
      ts.isObjectLiteralExpression(node.initializer)
    )
      found.push(`${node.name.getText(source)} ${node.initializer.getText(source).replace(/\s+/g, ' ')}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function counted(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of [...words].sort()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
