import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { palette } from '../palette.js';

const source = fileURLToPath(new URL('../../', import.meta.url));
const tokensFile = 'kit/styles/tokens.css';

const filesOf = (ending: RegExp): readonly (readonly [string, string])[] =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => [name, readFileSync(source + name, 'utf8')]);
const styles = filesOf(/\.css$/);
const tokensText = readFileSync(source + tokensFile, 'utf8');

type Scheme = 'light' | 'dark';
type Token = readonly [name: string, light: string, dark: string];

const tokens = new Map(
  [...tokensText.matchAll(/^ {2}--([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));$/gm)].map(
    ([, name = '', light, dark, both]): [string, Token] => [
      name,
      [name, light ?? both ?? '', dark ?? both ?? ''],
    ],
  ),
);

function colourOf(name: string, scheme: Scheme): string {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`there is no colour ${name}`);
  return token[scheme === 'light' ? 1 : 2];
}

/** WCAG 2.2: relative luminance, of #rrggbb. */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((place) => parseInt(colour.slice(place, place + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Pairs below the bound, each with its figure. */
function faint(pairs: readonly (readonly [ink: string, ground: string])[], least: number): string[] {
  return (['light', 'dark'] as const).flatMap((scheme) =>
    pairs
      .map(([ink, ground]) => ({
        pair: `${scheme}: ${ink} on ${ground}`,
        contrast: contrastOf(colourOf(ink, scheme), colourOf(ground, scheme)),
      }))
      .filter(({ contrast }) => contrast < least)
      .map(({ pair, contrast }) => `${pair} ${contrast.toFixed(2)}`),
  );
}

const across = (inks: readonly string[], grounds: readonly string[]) =>
  inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const));

const plain = ['ground', 'paper'];
const soft = ['quiet', 'action-soft', 'good-soft', 'warn-soft', 'bad-soft'];
const kinds = ['action', 'good', 'warn', 'bad'];

/** What an element inherits and what it stands on are set in different rules, so these pairs are written out. */
const texts = [
  ...across(['ink', 'ink-soft'], [...plain, ...soft]),
  ...across(['ink-faint'], ['paper']),
  ...across(kinds, plain),
  ...kinds.flatMap((kind) => across([kind, `${kind}-ink`], [`${kind}-soft`])),
  ...across(['action'], ['warn-soft']), // a link within a warning
  ...across(['on-fill'], ['action-fill', 'brand', 'brand-deep', 'night']),
  ...across(['paper'], ['bad']), // the button of what cannot be undone
  ...across(['ink'], ['heat', 'line']),
];

const graphics = [
  ...across(['line-strong', 'action-fill', 'apart', 'ink-soft'], plain),
  ...across(kinds, soft),
];

/** The colours that one rule of a stylesheet sets together. */
function pairsInStyles(): [string, string][] {
  return styles.flatMap(([, text]) =>
    [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, rule = '']): [string, string][] => {
      const ink = /(?:^|;)\s*color: var\(--([\w-]+)\)/.exec(rule)?.[1];
      const ground = /(?:^|;)\s*background: var\(--([\w-]+)\)/.exec(rule)?.[1];
      return ink === undefined || ground === undefined ? [] : [[ink, ground]];
    }),
  );
}

describe('the colours', () => {
  it('are all read here', () => {
    const named = [...tokensText.matchAll(/^ {2}--([\w-]+):/gm)].map(([, name]) => name);
    expect(named.filter((name) => !tokens.has(name ?? ''))).toEqual(['veil', 'shadow']);
  });

  it('give text a contrast of 4.5 : 1, light and dark', () => {
    expect(faint([...texts, ...pairsInStyles()], 4.5)).toEqual([]);
  });

  it('give edges of controls and what is drawn a contrast of 3 : 1, light and dark', () => {
    expect(faint(graphics, 3)).toEqual([]);
  });

  it('are the same in what Ant Design is given', () => {
    for (const scheme of ['light', 'dark'] as const)
      for (const [name, colour] of Object.entries(palette[scheme]))
        expect([scheme, name, colour]).toEqual([scheme, name, colourOf(name, scheme)]);
  });

  it('stand in one file: no other style or page has a colour of its own', () => {
    // What a camera reads stays black on white; Ant Design takes no variables, and its colours are compared above.
    const exempt = new Set([tokensFile, 'kit/qr-code.tsx', 'kit/palette.ts']);
    const colour = /#[\da-f]{3,8}\b|\b(?:rgb|hsl|lab|lch|oklch|hwb)a?\(|%23[\da-f]{3,8}\b/i;
    const program = filesOf(/(?<!\.spec|schema\.d)\.tsx?$/);
    const found = [
      ...styles.filter(([name, text]) => !exempt.has(name) && colour.test(text)),
      ...program.filter(
        ([name, text]) => !exempt.has(name) && /['"` ]#[\da-f]{6}\b|['"`]rgba?\(/i.test(text),
      ),
    ];
    expect(found.map(([name]) => name)).toEqual([]);
  });

  it('that a style asks for are all there', () => {
    const others = new Set(['target', 'small', 'level']);
    const asked = [...styles, ...filesOf(/(?<!\.spec)\.tsx?$/)].flatMap(([, text]) =>
      [...text.matchAll(/var\(--([\w-]+)/g)].map(([, name = '']) => name),
    );
    const known = (name: string): boolean => tokensText.includes(`--${name}:`) || others.has(name);
    expect([...new Set(asked.filter((name) => !known(name)))]).toEqual([]);
  });
});

/** Of the rules of one class alone. */
function classesIn(text: string): readonly string[] {
  const rules = text.replace(/\/\*[^]*?\*\//g, '').match(/[^{}]+(?=\{)/g) ?? [];
  const selectors = rules.flatMap((rule) => rule.split(',')).map((one) => one.trim());
  return selectors.flatMap((one) => /^\.([\w-]+)$/.exec(one)?.[1] ?? []);
}

it('a class has one home: of two files that say how it looks, the one that happened to be loaded last would win', () => {
  // The one is there from the beginning, and the other is for paper.
  const alone = styles.filter(([name]) => !/(?:base|print)\.css$/.test(name));
  const homes = new Map<string, Set<string>>();
  for (const [file, text] of alone)
    for (const name of classesIn(text)) homes.set(name, (homes.get(name) ?? new Set()).add(file));
  expect(homes.size).toBeGreaterThan(300);
  expect([...homes].filter(([, files]) => files.size > 1)).toEqual([]);
});

it('what the colour of a tag says is said in one file, so that it is the same on every page', () => {
  const others = styles.filter(([name, text]) => !name.endsWith('/base.css') && /\.tag[.:]/.test(text));
  expect(others.map(([name]) => name)).toEqual([]);
});
