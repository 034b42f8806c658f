/// <reference lib="dom" />
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { rootAbove } from '../root.js';
import { startBrowser } from './chromium.js';
import { portalPages } from './pages.js';
import type { PortalPage } from './portal-page.js';
import { type Looks, show, visitAs } from './visit.js';

/** The pages by which a newcomer gets to know the portal. */
const shown = [
  'worker-home',
  'worker-activity',
  'home',
  'agreement',
  'check-in',
  'resource',
  'cost-pool',
  'netting-run',
  'efficacy',
  'members',
  'worker-services',
  'worker-course',
  'matter-with-steps',
  'works-gallery',
  'coverage',
  'ranking',
];
const directory = join(rootAbove(fileURLToPath(import.meta.url)), 'deploy', 'demo', 'screenshots');

/** Takes the pictures of a platform that runs with the demo network in it, at both widths and in both languages. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { url: { type: 'string' } } });
  const { url } = values;
  if (url === undefined) throw new Error('say which gateway with --url http://…');
  mkdirSync(directory, { recursive: true });
  const all = await portalPages(url);
  const pages = shown.map((name) => {
    const page = all.find((one) => one.name === name);
    if (page === undefined) throw new Error(`the portal has no page ${name}`);
    return page;
  });
  const browser = await startBrowser();
  try {
    for (const widthPx of [375, 1280] as const) {
      for (const locale of ['zh-CN', 'en'] as const) {
        for (const page of pages) await take(browser, url, page, { widthPx, locale });
        process.stdout.write(`${pages.length} pages at ${widthPx} px in ${locale}\n`);
      }
    }
  } finally {
    await browser.close();
  }
}

async function take(browser: Browser, url: string, page: PortalPage, looks: Looks): Promise<void> {
  const visitor = await visitAs(browser, url, page.as, looks);
  await show(visitor.page, page.path);
  await visitor.page.evaluate(() => document.fonts.ready);
  await visitor.page.waitForFunction(drawnInSight);
  const path = join(directory, `${page.name}-${looks.widthPx}-${looks.locale}.png`);
  await visitor.page.screenshot({ path });
  await visitor.context.close();
}

/** A chart is drawn when it comes into sight: those below the edge of the picture stay undrawn. */
function drawnInSight(): boolean {
  const places = [...document.querySelectorAll('figure.chart [role=img]')];
  return places.every(
    (place) => place.getBoundingClientRect().top > innerHeight || place.querySelector('svg') !== null,
  );
}

await main();
