/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { rootAbove } from '../root.js';

const axePath = join(rootAbove(fileURLToPath(import.meta.url)), 'node_modules', 'axe-core', 'axe.min.js');

/** What a reader with poor eyes or large thumbs would stumble over. Empty lists where all is well. */
export interface Measures {
  /** Pixels by which the page is wider than the screen. */
  readonly overflowPx: number;
  readonly smallTexts: readonly string[];
  readonly tightLines: readonly string[];
  readonly smallTargets: readonly string[];
}

export interface Bounds {
  readonly fontPxMin: number;
  readonly lineHeightMin: number;
  readonly targetPxMin: number;
}

/** WCAG 2.2 target size as this platform holds it, and the figures of 长辈版: 18 pt, 1.3, 60 px. */
export const standardBounds: Bounds = { fontPxMin: 12, lineHeightMin: 1.2, targetPxMin: 44 };
export const largeBounds: Bounds = { fontPxMin: 24, lineHeightMin: 1.3, targetPxMin: 60 };

/** Measures every text and every target that can be seen on the page now. */
export async function measure(page: Page, bounds: Bounds): Promise<Measures> {
  await page.evaluate(bringRuler);
  const { smallTexts, tightLines } = await page.evaluate(measureTexts, bounds);
  const smallTargets = await page.evaluate(measureTargets, bounds.targetPxMin);
  const overflowPx = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
  return { overflowPx, smallTexts, tightLines, smallTargets };
}

/** What both measurements need, kept on the page: what is evaluated there brings nothing along. */
interface Ruler {
  isSeen(element: Element): boolean;
  told(element: Element, figure: number): string;
}

function bringRuler(): void {
  const hidden =
    '.visually-hidden, [aria-hidden="true"], svg, dialog:not([open]), script, style, noscript, option';
  const ruler: Ruler = {
    isSeen: (element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.getBoundingClientRect().width > 1 &&
      element.closest(hidden) === null,
    told: (element, figure) =>
      `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').trim().slice(0, 30)}” ${Math.round(figure * 10) / 10}`,
  };
  Object.assign(window, { ruler });
}

function measureTexts({ fontPxMin, lineHeightMin }: Bounds): Pick<Measures, 'smallTexts' | 'tightLines'> {
  const { ruler } = window as unknown as { ruler: Ruler };
  const smallTexts = new Set<string>();
  const tightLines = new Set<string>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (element === null || !texts.currentNode.textContent?.trim() || !ruler.isSeen(element)) continue;
    const style = getComputedStyle(element);
    const fontPx = parseFloat(style.fontSize);
    if (fontPx < fontPxMin - 0.5) smallTexts.add(ruler.told(element, fontPx));
    const ratio = parseFloat(style.lineHeight) / fontPx;
    if (!style.display.startsWith('inline') && ratio < lineHeightMin - 0.01)
      tightLines.add(ruler.told(element, ratio));
  }
  return { smallTexts: [...smallTexts], tightLines: [...tightLines] };
}

function measureTargets(targetPxMin: number): string[] {
  const { ruler } = window as unknown as { ruler: Ruler };
  const selector =
    'button, input:not([type=hidden]), select, textarea, summary, a[href], [role=button], [role=tab]';
  // A link within a sentence is as high as its line, and exempt (WCAG 2.5.8).
  const isExempt = (element: Element): boolean =>
    (element.tagName === 'A' && getComputedStyle(element).display === 'inline') ||
    element.closest('.skip-link') !== null;
  const targetOf = (element: Element): Element =>
    element.closest(
      element.matches('[type=checkbox], [type=radio]') ? 'label' : '.ant-input-affix-wrapper',
    ) ?? element;
  const small = [...document.querySelectorAll(selector)]
    .filter((element) => ruler.isSeen(element) && !isExempt(element))
    .map((element) => {
      const target = targetOf(element);
      const { width, height } = target.getBoundingClientRect();
      return { target, leastPx: Math.min(width, height) };
    })
    .filter(({ leastPx }) => leastPx < targetPxMin - 0.5); // fractions of a pixel are no fault
  return [...new Set(small.map(({ target, leastPx }) => ruler.told(target, leastPx)))];
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const axeSource = (): string => readFileSync(axePath, 'utf8');

/**
 * Lets every document of the context keep axe unread until it is asked for: to send it to a document takes five times as
 * long as to ask it.
 */
export async function packAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript(`window.unpackAxe = function () {${axeSource()}\n};`);
}

/**
 * What axe finds against WCAG 2.2 AA that is serious or critical, one line each.
 * @param rules axe's names of the only ones to be looked at; all where nothing is said
 */
export async function accessibilityFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  const isHere = await page.evaluate(() => {
    const { unpackAxe } = window as unknown as { unpackAxe?: () => void };
    if (!('axe' in window)) unpackAxe?.call(window);
    return 'axe' in window;
  });
  // Evaluated, not inserted as a script: the page's own security policy forbids that.
  if (!isHere) await page.evaluate(axeSource());
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const results = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: { run(root: Document, options: object): Promise<AxeResults> } }).axe.run(
        document,
        // Of what is in order nobody reads the details, which take longest to make.
        { runOnly, resultTypes: ['violations'] },
      ),
    rules === undefined ? tags : { type: 'rule', values: [...rules] },
  );
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} × ${nodes.length}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
}
