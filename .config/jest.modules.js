// How Node finds and reads the modules of a test: libraries by their sources, TypeScript compiled as it is read.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from './jest.compile.cjs';

const here = (path) => new URL(path, import.meta.url).href;
const isOurs = (url) => url?.startsWith(here('..')) === true && !url.includes('/node_modules/');

export function resolve(specifier, context, next) {
  return next(sourceOf(specifier, context.parentURL), context);
}

function sourceOf(specifier, parent) {
  if (specifier === '@jest/globals') return here('./jest.globals.js');
  if (!isOurs(parent)) return specifier;
  if (specifier === 'fast-check') return here('./jest.fast-check.js');
  const [, library, part = ''] = specifier.match(/^@gongxiang\/([^/]+)(\/.+)?$/) ?? [];
  if (library !== undefined) {
    const source = `../libs/${library}/src${part}`;
    return [`${source}.ts`, `${source}/index.ts`].map(here).find(isFile) ?? specifier;
  }
  if (!/^\.{1,2}\/.*\.js$/.test(specifier)) return specifier;
  const written = new URL(specifier, parent).href;
  return ['.ts', '.tsx'].map((ending) => written.replace(/\.js$/, ending)).find(isFile) ?? specifier;
}

const isFile = (url) => existsSync(fileURLToPath(url));

export function load(url, context, next) {
  if (!isOurs(url) || !/\.tsx?$/.test(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = compile(filename, readFileSync(filename, 'utf8'));
  return { format: 'module', source: code, shortCircuit: true };
}
