import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { accessibilityFaults, largeBounds, measure, standardBounds } from '../../browser/measure.js';
import { type PortalPage, portalPages, type Reader } from '../../browser/pages.js';
import { firstLoadOf, type Looks, show, type Visitor, visitAs } from '../../browser/visit.js';
import type { TestPlatform } from '../test-platform.js';
import { startDemoWorld } from './demo-world.js';

const startUpMs = 300_000;
const walkMs = 300_000;
const firstLoadBytesMax = 250_000;
let platform: TestPlatform;
let browser: Browser;
let pages: PortalPage[];

beforeAll(async () => {
  platform = await startDemoWorld();
  browser = await startBrowser();
  pages = await portalPages(platform.gatewayUrl);
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

type Examine = (visitor: Visitor, page: PortalPage) => Promise<readonly string[]>;

/** Walks through every page in these looks, and tells what `examine` finds, with the page's name. */
async function walk(looks: Looks, examine: Examine): Promise<string[]> {
  const found: string[] = [];
  for (const reader of ['nobody', 'worker', 'officer'] as const satisfies readonly Reader[]) {
    const visitor = await visitAs(browser, platform.gatewayUrl, reader, looks);
    for (const page of pages.filter(({ as }) => as === reader)) {
      await show(visitor.page, page.path);
      const faults = await examine(visitor, page);
      found.push(...faults.map((fault) => `${page.name}: ${fault}`));
    }
    found.push(...visitor.faults);
    await visitor.context.close();
  }
  return found;
}

/** No page may show what a program says when it has nothing to say, nor a text that nobody has written. */
async function brokenWords({ page }: Visitor): Promise<string[]> {
  const text = await page.locator('body').innerText();
  const words = text.match(
    /undefined|\bNaN\b|\[object \w+\]|Invalid Date|\b[a-z]+[a-zA-Z]*\.[a-z][a-zA-Z]+\.[a-zA-Z]+\b/g,
  );
  return (words ?? []).map((word) => `shows “${word}”`);
}

async function sizes(visitor: Visitor, bounds: typeof standardBounds): Promise<string[]> {
  const { overflowPx, smallTexts, tightLines, smallTargets } = await measure(visitor.page, bounds);
  return [
    ...(overflowPx > 0 ? [`is ${overflowPx} px wider than the screen`] : []),
    ...smallTexts.map((text) => `small text ${text}`),
    ...tightLines.map((text) => `tight line ${text}`),
    ...smallTargets.map((text) => `small target ${text}`),
  ];
}

describe('every page', () => {
  it(
    'has no serious accessibility fault, fits a desktop and is said in English',
    async () => {
      const found = await walk({ widthPx: 1280, locale: 'en' }, async (visitor) => [
        ...(await accessibilityFaults(visitor.page)),
        ...(await brokenWords(visitor)),
        ...(await sizes(visitor, { ...standardBounds, targetPxMin: 24 })),
      ]);
      expect(found).toEqual([]);
    },
    walkMs,
  );

  it(
    'fits a phone in Chinese, with targets for thumbs, a complaint button and no serious accessibility fault',
    async () => {
      const found = await walk({ widthPx: 375, locale: 'zh-CN' }, async (visitor) => [
        ...(await accessibilityFaults(visitor.page)),
        ...(await brokenWords(visitor)),
        ...(await sizes(visitor, standardBounds)),
        ...((await visitor.page.locator('footer a[href^="/intake/new"]').count()) === 1
          ? []
          : ['has no complaint button']),
      ]);
      expect(found).toEqual([]);
    },
    walkMs,
  );

  it(
    'keeps the figures of 长辈版 on a phone: 18 pt, lines of 1.3, targets of 60 px, contrast of 4.5 : 1',
    async () => {
      const found = await walk({ widthPx: 375, locale: 'zh-CN', isLarge: true }, async (visitor) => [
        ...(await sizes(visitor, largeBounds)),
        ...(await accessibilityFaults(visitor.page)).filter((fault) => fault.startsWith('color-contrast')),
      ]);
      expect(found).toEqual([]);
    },
    walkMs,
  );

  it(
    'comes in less than 250 kB, and shows its first content after at most two requests in a row',
    async () => {
      const found: string[] = [];
      for (const page of pages) {
        // A browser that has never been here: nothing is in its cache.
        const visitor = await visitAs(browser, platform.gatewayUrl, page.as, {
          widthPx: 375,
          locale: 'zh-CN',
        });
        await show(visitor.page, page.path);
        const { bytes, waitedFor } = await firstLoadOf(visitor.page);
        if (bytes > firstLoadBytesMax) found.push(`${page.name}: ${bytes} bytes`);
        if (bytes < 50_000) found.push(`${page.name}: ${bytes} bytes cannot be the whole load`);
        if (waitedFor.length > 2) found.push(`${page.name}: waits for ${waitedFor.join(', then ')}`);
        await visitor.context.close();
      }
      expect(found).toEqual([]);
    },
    walkMs,
  );
});
