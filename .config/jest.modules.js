// How Node finds and reads the modules of a test: libraries by their sources, TypeScript compiled as it is read.
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from './jest.compile.cjs';

const here = (path) => new URL(path, import.meta.url).href;
const isOurs = (url) => url?.startsWith(here('..')) === true && !url.includes('/node_modules/');

/** What the page is drawn with is written for bundlers: modules in `es/`, imported without endings. */
const ofPage = /^((?:@rc-component|@ant-design)\/[^/]+|antd)(?:\/(.+))?$/;
/** The one below them that names its module otherwise. */
const hashOfPage = '@emotion/hash';
const isOfPage = (url) =>
  /\/node_modules\/(antd|@rc-component\/[^/]+|@ant-design\/[^/]+)\/es\/|\/@emotion\/hash\//.test(url ?? '');

export function resolve(specifier, context, next) {
  const { parentURL } = context;
  const [, name, part = 'es/index.js'] = specifier.match(ofPage) ?? [];
  if (name !== undefined && (isOurs(parentURL) || isOfPage(parentURL)))
    return next(
      withEnding(here(`../node_modules/${name}/${part.replace(/^(?:lib\/|(?!es\/))/, 'es/')}`)),
      context,
    );
  if (specifier === hashOfPage) return next(here(`../node_modules/${hashOfPage}/dist/hash.esm.js`), context);
  if (isOfPage(parentURL) && /^\.|^[^@].*\//.test(specifier))
    return next(
      withEnding(
        specifier.startsWith('.') ? new URL(specifier, parentURL).href : here(`../node_modules/${specifier}`),
      ),
      context,
    );
  return next(sourceOf(specifier, parentURL), context);
}

function withEnding(url) {
  return [url, `${url}.js`, `${url.replace(/\/$/, '')}/index.js`].find(isFile) ?? url;
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

const isFile = (url) => statSync(fileURLToPath(url), { throwIfNoEntry: false })?.isFile() === true;

export function load(url, context, next) {
  // Components import their stylesheets, which only the bundler reads.
  if (isOurs(url) && url.endsWith('.css')) return { format: 'module', source: '', shortCircuit: true };
  if (isOfPage(url))
    return { format: 'module', source: readFileSync(fileURLToPath(url)), shortCircuit: true };
  if (!isOurs(url) || !/\.tsx?$/.test(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = compile(filename, readFileSync(filename, 'utf8'));
  return { format: 'module', source: code, shortCircuit: true };
}
