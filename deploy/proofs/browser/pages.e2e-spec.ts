/// <reference lib="dom" />
import { fileURLToPath } from 'node:url';
import { noticeRules } from '@gongxiang/contracts/notification/notice-kinds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import {
  accessibilityFaults,
  type Bounds,
  largeBounds,
  measure,
  packAxe,
  standardBounds,
} from '../../browser/measure.js';
import { portalPages } from '../../browser/pages.js';
import type { PortalPage, Reader } from '../../browser/portal-page.js';
import {
  firstLoadOf,
  holdBackMe,
  moveOn,
  pressInAccountMenu,
  show,
  visitAs,
  type Visitor,
} from '../../browser/visit.js';
import { portalRoutes, routeAt } from '../../browser/portal-routes.js';
import { rootAbove } from '../../root.js';
import { withDatabase } from '../fixtures.js';
import { columnsWithPersons, personPlaces } from '../person-columns.js';
import type { TestPlatform } from '../test-platform.js';
import { startDemoWorld } from './demo-world.js';

/** Addresses without a row, and why. */
const openedElsewhere: Readonly<Record<string, string>> = {
  '/disclosure-items/:unionId': 'is the page of /disclosure-items, for another union',
  '/intake/:complaintId': 'leads on to the matter that a complaint has become',
  '/needs/:needId/edit': 'is the form of /needs/new, filled in',
  '/records/:recordId/edit': 'is the form of /records/new, filled in',
  '/resources': 'leads on to /offers',
  '/surveys/:surveyId/answer': 'is answered in answering.e2e-spec',
  '/surveys/new': 'is walked in life-of-a-score.e2e-spec',
};

/** The demo is loaded, also where others use the machine. */
const startUpMs = 1_200_000;
const walkMs = 1_800_000;
const firstLoadBytesMax = 250_000;
/** A form needs more than what is read before it is filled in; the navigation around it comes with it. */
const wholeBytesMax = 310_000;
const recordIds = /[0-9a-f]{8}-[0-9a-f-]{27}|\?.*$/g;
/** What can be otherwise on a phone. */
const rulesOfWidth = [
  'scrollable-region-focusable',
  'nested-interactive',
  'link-name',
  'button-name',
  'label',
];
/**
 * What messages lead to, and what is open to everybody: there a phone begins that has nothing of the portal yet. To the other
 * pages one comes from those; `npm run test:chaos` begins at each of them, which takes a second of processor each.
 */
const entrances = [...new Set(Object.values(noticeRules).map(({ link }) => link))].map(
  (link) => new RegExp(`^${link.replace(/\{\w+\}/g, '[^/?]+')}$`),
);
const beginsEverywhere = process.env['GONGXIANG_PROOFS'] === 'long';
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

/** No page may show what a program says when it has nothing to say, nor a text that nobody has written. */
async function brokenWords({ page }: Visitor): Promise<string[]> {
  const text = await page.locator('body').innerText();
  // Names of files are no texts without words.
  const words = text.match(
    /undefined|\bNaN\b|\[object \w+\]|Invalid Date|\b[a-z][a-zA-Z]*\.(?!(?:csv|docx|ics|jpe?g|mjs|pdf|png|txt|xlsx)\b)[a-z][a-zA-Z]+\b/g,
  );
  return (words ?? []).map((word) => `shows “${word}”`);
}

async function sizes({ page }: Visitor, bounds: Bounds): Promise<string[]> {
  const { overflowPx, smallTexts, tightLines, smallTargets } = await measure(page, bounds);
  return [
    ...(overflowPx > 0 ? [`is ${overflowPx} px wider than the screen`] : []),
    ...smallTexts.map((text) => `small text ${text}`),
    ...tightLines.map((text) => `tight line ${text}`),
    ...smallTargets.map((text) => `small target ${text}`),
  ];
}

/** The contrast of a page whose device turns dark while it is open; where it was dark, light. It stays so for the next page. */
async function faultsInOtherLight({ page }: Visitor): Promise<string[]> {
  const isDark = (await page.locator('[data-theme=dark]').count()) > 0;
  const other = isDark ? 'light' : 'dark';
  await turn(page, other);
  const faults = await accessibilityFaults(page, ['color-contrast']);
  return faults.map((fault) => `when it turns ${other} ${fault}`);
}

async function turn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`[data-theme=${colorScheme}]`).waitFor();
}

async function complaintFaults({ page }: Visitor): Promise<string[]> {
  const buttons = await page.locator('footer a[href^="/services/"]').count();
  return buttons === 1 ? [] : [`has ${buttons} complaint buttons`];
}

function isEntrance({ path, as }: PortalPage): boolean {
  return beginsEverywhere || as === 'nobody' || entrances.some((pattern) => pattern.test(path));
}

async function waitFaults({ page }: Visitor): Promise<string[]> {
  const { waitedFor } = await firstLoadOf(page);
  return waitedFor.length > 2 ? [`waits for ${waitedFor.join(', then ')}`] : [];
}

async function loadFaults({ page }: Visitor): Promise<string[]> {
  const { bytes, wholeBytes } = await firstLoadOf(page);
  return [
    ...(bytes > firstLoadBytesMax ? [`${bytes} bytes`] : []),
    ...(wholeBytes > wholeBytesMax ? [`${wholeBytes} bytes with what follows`] : []),
    ...(bytes < 50_000 ? [`${bytes} bytes cannot be the whole load`] : []),
  ];
}

function chooseInAnotherTab(page: Page, appearance: 'standard' | 'large'): Promise<void> {
  return page.evaluate((chosen) => {
    localStorage.setItem('gongxiang.appearance', chosen);
    dispatchEvent(new StorageEvent('storage'));
  }, appearance);
}

/** Pressed once by every reader; after that as a tab of theirs does it where another was pressed, which takes a tenth of the time. */
async function enlarge(page: Page, isPressed: boolean): Promise<void> {
  const isSignedIn = (await page.locator('.account-menu').count()) > 0;
  if (!isPressed) await chooseInAnotherTab(page, 'large');
  else if (isSignedIn) await pressInAccountMenu(page, '长辈版');
  else await page.getByRole('button', { name: '长辈版', exact: true }).click();
  await page.locator('[data-appearance=large]').waitFor();
  // What is measured in rem follows with one of the next pictures: on a busy machine not with the first.
  await page.waitForFunction(
    (px) => parseFloat(getComputedStyle(document.querySelector('.brand') ?? document.body).fontSize) >= px,
    largeBounds.fontPxMin,
  );
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Two at a time: one page is drawn while the other is measured. Each of the two keeps a visitor of every reader. */
async function walk(
  all: readonly PortalPage[],
  visit: (page: PortalPage, kept: Map<Reader, Visitor>) => Promise<void>,
): Promise<Map<Reader, Visitor>[]> {
  const ahead = all.values();
  const walker = async (): Promise<Map<Reader, Visitor>> => {
    const kept = new Map<Reader, Visitor>();
    for (const page of ahead) {
      try {
        await visit(page, kept);
      } catch (error) {
        throw new Error(`${page.name} at ${page.path}: ${String(error)}`, { cause: error });
      }
    }
    return kept;
  };
  return Promise.all([walker(), walker()]);
}

async function closeAll(walked: readonly Map<Reader, Visitor>[]): Promise<void> {
  const visitors = walked.flatMap((kept) => [...kept.values()]);
  await Promise.all(visitors.map(({ context }) => context.close()));
}

/**
 * The page on a desk that has shown others before: one comes to it from another page, which the phone does not, and spares a
 * second of processor for starting the portal anew.
 */
async function showAtDesk({ path, as: reader }: PortalPage, desks: Map<Reader, Visitor>): Promise<Visitor> {
  const known = desks.get(reader);
  if (known !== undefined) {
    await moveOn(known.page, path);
    return known;
  }
  const desk = await visitAs(browser, platform.gatewayUrl, reader, { widthPx: 1280, locale: 'en' });
  desks.set(reader, desk);
  await show(desk.page, path);
  return desk;
}

/**
 * A phone that has never been here: nothing is kept or cached but the session, of which each token is good for one visit, in
 * which the page gets the next. It is the tab that the reader had before, as the program of a tab of its own is compiled once
 * more, for two fifths of what the visit takes.
 */
async function newPhoneOf(reader: Reader, phones: Map<Reader, Visitor>): Promise<Visitor> {
  const known = phones.get(reader);
  if (known === undefined) {
    const looks = { widthPx: 375, locale: 'zh-CN' } as const;
    const phone = await visitAs(browser, platform.gatewayUrl, reader, looks);
    await packAxe(phone.context);
    await holdBackMe(phone.context);
    phones.set(reader, phone);
    return phone;
  }
  await forgetVisits(known.page);
  return known;
}

async function forgetVisits(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  const origin = new URL(page.url()).origin;
  await session.send('Storage.clearDataForOrigin', {
    origin,
    storageTypes: 'cookies,indexeddb,cache_storage',
  });
  await session.detach();
  await page.evaluate(() => {
    const kept = ['gongxiang.refreshToken', 'gongxiang.locale', 'prepared'].map((name) => [
      name,
      localStorage.getItem(name),
    ]);
    localStorage.clear();
    for (const [name, value] of kept) if (name && value) localStorage.setItem(name, value);
  });
}

describe('the demo', () => {
  it('was walked without a deadlock, each of which keeps somebody waiting for a second', async () => {
    const { rows } = await withDatabase(platform, (sql) =>
      sql.query('SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()'),
    );
    expect(rows).toEqual([{ deadlocks: 0 }]);
  });

  it('E97: has people in no column of which no service says what a merge does with it', async () => {
    const { found, undeclared } = await columnsWithPersons(platform, await personPlaces());
    expect(found.length).toBeGreaterThan(60);
    expect(undeclared).toEqual([]);
  });
});

describe('the addresses of the portal', () => {
  it('are all opened here, or somewhere else for a reason', () => {
    const routes = portalRoutes(rootAbove(fileURLToPath(import.meta.url)));
    expect(routes.length).toBeGreaterThan(250);
    const opened = new Set(pages.map(({ path }) => routeAt(routes, path)));
    const left = routes.filter((route) => !opened.has(route));
    expect(left).toEqual(Object.keys(openedElsewhere).sort());
  });
});

describe('every page on a desktop, in English', () => {
  const found: string[] = [];

  beforeAll(async () => {
    const walked = await walk(pages, async (page, desks) => {
      const visitor = await showAtDesk(page, desks);
      const faults = [
        ...(await accessibilityFaults(visitor.page)),
        ...(await brokenWords(visitor)),
        // A mouse is finer than a thumb: the least that WCAG 2.2 AA allows.
        ...(await sizes(visitor, { ...standardBounds, targetPxMin: 24 })),
        ...(await faultsInOtherLight(visitor)),
        ...visitor.faults.splice(0),
      ];
      found.push(...faults.map((fault) => `${page.name}: ${fault}`));
    });
    await closeAll(walked);
  }, walkMs);

  it('has no serious accessibility fault, light or dark, fits the screen and leaves nothing unsaid', () => {
    expect(found).toEqual([]);
  });
});

describe('the navigation of an officer', () => {
  it(
    'names each page as the page names itself',
    async () => {
      const { page, context } = await visitAs(browser, platform.gatewayUrl, 'officer', {
        widthPx: 1280,
        locale: 'zh-CN',
      });
      await show(page, '/');
      const navigation = page.getByRole('navigation', { name: '主导航' });
      await navigation.waitFor();
      const folded = navigation.getByRole('button', { expanded: false });
      while ((await folded.count()) > 0) await folded.first().click();
      const links = await navigation.getByRole('link').evaluateAll((all) =>
        all.map((link) => ({
          path: link.getAttribute('href') ?? '',
          // Without the number of what waits there.
          name: link.firstElementChild?.textContent,
        })),
      );
      expect(links.length).toBeGreaterThan(50);
      const titles: { path: string; name: string | null }[] = [];
      for (const { path } of links) {
        await moveOn(page, path);
        titles.push({ path, name: await page.getByRole('heading', { level: 1 }).textContent() });
      }
      expect(titles).toEqual(links);
      await context.close();
    },
    walkMs,
  );
});

describe('every page on a phone, in Chinese', () => {
  const found = { load: [], standard: [], large: [] } as Record<'load' | 'standard' | 'large', string[]>;

  beforeAll(async () => {
    const loaded = new Set<string>();
    const walked = await walk(pages, async (page, phones) => {
      const { name, path, as } = page;
      const isFirst = !phones.has(as);
      const note = (where: keyof typeof found, faults: readonly string[]): void => {
        found[where].push(...faults.map((fault) => `${name}: ${fault}`));
      };
      // Another record of the same kind loads the same program and asks the same in the same order.
      const kind = path.replace(recordIds, '');
      const before = loaded.has(kind) || !isEntrance(page) ? phones.get(as) : undefined;
      loaded.add(kind);
      const visitor = before ?? (await newPhoneOf(as, phones));
      if (before === undefined) {
        await show(visitor.page, path);
        note('load', await loadFaults(visitor));
        // On a busy machine a request may begin late that waits for nothing: what does wait, waits another time as well.
        if ((await waitFaults(visitor)).length > 0) await show((await newPhoneOf(as, phones)).page, path);
      } else {
        await chooseInAnotherTab(visitor.page, 'standard');
        await moveOn(visitor.page, path);
      }
      note('load', await waitFaults(visitor));
      // Most of axe's rules see the same document at each width, and take half of the time: they are asked on the desktop.
      note('standard', [
        ...(await accessibilityFaults(visitor.page, rulesOfWidth)),
        ...(await brokenWords(visitor)),
        ...(await sizes(visitor, standardBounds)),
        ...(await complaintFaults(visitor)),
      ]);
      await enlarge(visitor.page, isFirst);
      note('large', await sizes(visitor, largeBounds));
      note('large', await accessibilityFaults(visitor.page, ['color-contrast']));
      note('standard', visitor.faults.splice(0));
    });
    await closeAll(walked);
  }, walkMs);

  it('comes in less than 250 kB, and shows its first content after at most two requests in a row', () => {
    expect(found.load).toEqual([]);
  });

  it('fits the screen, has targets for thumbs, a complaint button and no serious accessibility fault', () => {
    expect(found.standard).toEqual([]);
  });

  it('keeps the figures of 长辈版: 18 pt, lines of 1.3, targets of 60 px, contrast of 4.5 : 1', () => {
    expect(found.large).toEqual([]);
  });
});
