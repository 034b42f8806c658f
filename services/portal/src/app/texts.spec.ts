import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const source = fileURLToPath(new URL('..', import.meta.url));
const chinese = await textsOf('zh-CN');
const english = await textsOf('en');

describe('the texts', () => {
  it('have the same keys in both languages, and a singular in English beside each plural', () => {
    const singulars = [...chinese.keys()].filter(isPlural).map((key) => key.replace(plural, '_one'));
    expect([...english.keys()].sort()).toEqual([...chinese.keys(), ...singulars].sort());
  });

  it('leave no key without words', () => {
    const blank = [...chinese, ...english].filter(([, text]) => text.trim() === '');
    expect(blank).toEqual([]);
  });

  it('ask for the same placeholders in both languages', () => {
    const different = [...chinese.keys()]
      .map((key) => [key, placeholdersOf(chinese.get(key)), placeholdersOf(english.get(key))])
      .filter(([, inChinese, inEnglish]) => inChinese !== inEnglish);
    expect(different).toEqual([]);
  });

  it('hold no English sentence in the Chinese file and no Chinese in the English one', () => {
    const switches = ['app.language']; // names the other language in its own writing
    const wrong = [...english].filter(([key, text]) => !switches.includes(key) && hasChinese(text));
    expect(wrong).toEqual([]);
    const plain = [...chinese].filter(
      ([key, text]) => !switches.includes(key) && /\p{Letter}/u.test(wordsOnly(text)) && !hasChinese(text),
    );
    expect(plain).toEqual([]);
  });

  // Words of the program or of its makers, which nobody at a union says; beside each what is said instead.
  it.each([
    ['费用池', '结算单'],
    ['社团', '俱乐部'],
    ['策划工会', '主办工会'],
    ['没有办成', '未能完成'],
    ['尾差', '除不尽的分'],
    ['最大余数', '零头最大的几方'],
    ['尚不作数', '尚未生效'],
    ['有数据的权重', '已有数据的指标占比'],
    ['管住', '适用于'],
    ['先不写了', '取消'],
    ['匹配到的供给', '可以借到的资源'],
    ['评判轮', '专家评判'],
    ['评判人', '专家'],
    ['+ 其余', '其余再分'],
    ['没能', '未能'],
    ['没有成功', '未能完成'],
    ['没有加载', '加载失败'],
  ])('never say %s, but %s', (refused) => {
    expect([...chinese].filter(([, text]) => text.includes(refused))).toEqual([]);
  });

  // What no native speaker writes in an interface; beside each what is written instead.
  it.each([
    [/\banew\b/, 'again'],
    [/\bonce more\b/, 'again'],
    [/^(It|This|That) was not \w+$/, 'could not be …'],
    [/\bresident number/i, 'ID number'],
    [/^Such as:/, 'For example:'],
    [/\b(some|every|any)body\b/i, '…one'],
    [/\bcomput(e|ed|es|ing)\b/i, 'calculate'],
  ])('never write %s in English, but %s', (refused) => {
    expect([...english].filter(([, text]) => refused.test(text))).toEqual([]);
  });

  it.each(['zh-CN', 'en'])('of one part (%s) never take the place of those of another', async (locale) => {
    // The parts are merged into one tree as pages are opened: whichever comes last would win.
    expect(sharedPaths(await partsOf(locale))).toEqual([]);
  });

  it.each([
    ['the same leaf', { desk: { more: 'a' } }, { desk: { more: 'b' } }, ['one, other: desk.more']],
    ['a leaf where the other has a branch', { desk: 'a' }, { desk: { more: 'b' } }, ['one, other: desk']],
    ['neighbouring leaves of one branch', { desk: { more: 'a' } }, { desk: { less: 'b' } }, []],
  ])('would be caught sharing %s', (_, one, other, expected) => {
    const parts = new Map([
      ['one', flatten(one)],
      ['other', flatten(other)],
    ]);
    expect(sharedPaths(parts)).toEqual(expected);
  });

  it('stand in a file of their own for each part and language', () => {
    const declared = [
      ...readFileSync(join(source, 'app/texts.d.ts'), 'utf8').matchAll(/^ +readonly (\w+): typeof/gm),
    ];
    const parts = declared.map(([, part = '']) => part).sort();
    for (const locale of ['zh-CN', 'en']) expect([...filesOf(locale).keys()].sort()).toEqual(parts);
  });
});

describe('the sources', () => {
  const files = sourcesBelow(source);
  let literals: Literal[];

  beforeAll(() => {
    literals = files.flatMap(literalsOf);
  });

  it('are found by the scan', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it('say nothing in Chinese outside the texts', () => {
    expect(literals.filter(({ text }) => hasChinese(text))).toEqual([]);
  });

  it('write no words between tags or into attributes that are read aloud', () => {
    expect(literals.filter(({ isShown }) => isShown)).toEqual([]);
  });

  it('would be caught writing them', () => {
    const found = literalsIn('sample.tsx', '<p title="Hello">Good day {name}</p>');
    expect(found.filter(({ isShown }) => isShown).map(({ text }) => text)).toEqual(['Hello', 'Good day']);
  });
});

/** Chinese has one form for every number. */
const plural = /_other$/;

function isPlural(key: string): boolean {
  return plural.test(key);
}

interface Literal {
  readonly file: string;
  readonly text: string;
  /** Would a person read it? */
  readonly isShown: boolean;
}

const shownAttributes = new Set([
  'title',
  'alt',
  'label',
  'placeholder',
  'aria-label',
  'description',
  'okText',
  'cancelText',
]);

function literalsOf(file: string): Literal[] {
  return literalsIn(file, readFileSync(join(source, file), 'utf8'));
}

function literalsIn(file: string, text: string): Literal[] {
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, kind);
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    const words = wordsOf(node);
    if (words !== null) found.push({ file, text: words.trim(), isShown: isShown(node) });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function wordsOf(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) ? node.text : null;
}

/** Letters between tags, or in an attribute that is shown or read aloud. */
function isShown(node: ts.Node): boolean {
  if (!/\p{Letter}/u.test(wordsOf(node) ?? '')) return false;
  if (ts.isJsxText(node)) return true;
  if (ts.isJsxExpression(node.parent) && ts.isJsxElement(node.parent.parent)) return true;
  return ts.isJsxAttribute(node.parent) && shownAttributes.has(node.parent.name.getText());
}

function sourcesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .filter((file) => !/\.(?:(?:spec|fixture)\.tsx?|d\.ts)$/.test(file))
    .filter((file) => !/\/texts\/(zh-CN|en)\//.test(file));
}

async function textsOf(locale: string): Promise<Map<string, string>> {
  return new Map([...(await partsOf(locale)).values()].flatMap((part) => [...part]));
}

/** The file of each part in one language. */
function filesOf(locale: string): Map<string, string> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  return new Map(
    files.flatMap((file): [string, string][] => {
      const [, of, part = ''] = /(?:^|\/)texts\/([\w-]+)\/(\w+)\.ts$/.exec(file) ?? [];
      return of === locale ? [[part, file]] : [];
    }),
  );
}

/** The texts of each part by their paths. */
async function partsOf(locale: string): Promise<Map<string, Map<string, string>>> {
  const parts = await Promise.all(
    [...filesOf(locale)].map(async ([part, file]): Promise<[string, Map<string, string>]> => {
      const { texts } = (await import(`../${file}`)) as { readonly texts: object };
      return [part, flatten(texts)];
    }),
  );
  return new Map(parts);
}

/** Leaves that two parts define, or that one defines where another has a branch. */
function sharedPaths(parts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const leaves = [...parts].flatMap(([part, texts]) => [...texts.keys()].map((path) => ({ part, path })));
  const users = new Map<string, Set<string>>();
  for (const { part, path } of leaves) {
    const steps = path.split('.');
    for (let depth = 1; depth <= steps.length; depth += 1) {
      const above = steps.slice(0, depth).join('.');
      users.set(above, (users.get(above) ?? new Set()).add(part));
    }
  }
  const shared = leaves
    .map(({ path }) => ({ path, parts: [...(users.get(path) ?? [])] }))
    .filter((leaf) => leaf.parts.length > 1);
  return [...new Set(shared.map((leaf) => `${leaf.parts.join(', ')}: ${leaf.path}`))];
}

/** Placeholders, units and names of formats are the same in every language. */
function wordsOnly(text: string): string {
  return text.replaceAll(/\{\{[^}]+\}\}|\b(AHP|CSV|GBK|PDF|QR|xlsx|csv|CR)\b/g, '');
}

function hasChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

function placeholdersOf(text: string | undefined): string {
  return [...(text ?? '').matchAll(/\{\{[^}]+\}\}/g)]
    .map(([placeholder]) => placeholder)
    .sort()
    .join(' ');
}

function flatten(texts: object, prefix = ''): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value as object, `${prefix}${key}.`)],
  );
  return new Map(entries);
}
