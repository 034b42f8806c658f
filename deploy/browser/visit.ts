/// <reference lib="dom" />
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Reader, signInAs } from './portal-page.js';

export interface Looks {
  readonly widthPx: 375 | 1280;
  readonly locale: 'zh-CN' | 'en';
  readonly isLarge?: boolean;
  /** Lets the page keep its shell, as browsers do; else each visit is a first one. */
  readonly keepsShell?: boolean;
}

/** A reader at a screen: a phone with touch, or a desktop. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong on the pages so far: errors of scripts, and answers of 500 and above. */
  readonly faults: string[];
}

/** Opens the portal's door for a reader of the demo network; the first address is asked for by `show`. */
export async function visitAs(
  browser: Browser,
  gatewayUrl: string,
  reader: Reader,
  looks: Looks,
): Promise<Visitor> {
  const refreshToken = reader === 'nobody' ? null : (await signInAs(gatewayUrl, reader)).refreshToken;
  return visitWith(browser, gatewayUrl, refreshToken, looks);
}

/** The same with a session that somebody has begun; null where nobody is signed in. */
export async function visitWith(
  browser: Browser,
  gatewayUrl: string,
  refreshToken: string | null,
  looks: Looks,
): Promise<Visitor> {
  const isPhone = looks.widthPx < 500;
  const context = await browser.newContext({
    baseURL: gatewayUrl,
    viewport: { width: looks.widthPx, height: isPhone ? 812 : 900 },
    hasTouch: isPhone,
    isMobile: isPhone,
    locale: looks.locale,
    reducedMotion: 'reduce',
    // What a worker hands out of its cache comes over no line, and is not what a first visit loads.
    serviceWorkers: looks.keepsShell === true ? 'allow' : 'block',
    // What every browser takes, also where it is given no brotli.
    extraHTTPHeaders: { 'Accept-Encoding': 'gzip' },
  });
  context.setDefaultTimeout(patienceMs);
  await context.addInitScript(prepareStorage, { ...looks, refreshToken });
  await context.addInitScript(noteFirstContent);
  await context.addInitScript(keepStill);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  return { context, page, faults };
}

/** Generous: other suites may keep the machine busy. */
const patienceMs = 90_000;

/** Asks for an address and waits until the page has said all it has to say. */
export async function show(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** An address that no page of the portal has. */
const nowhere = '/nowhere';

/**
 * Goes from page to page as somebody who uses the browser's own buttons: the portal's program stays as it was loaded. The way
 * leads over an address without a page, because one page may look like the last until its own answers are there.
 */
export async function moveOn(page: Page, path: string): Promise<void> {
  const deadEnd = page.locator('main > .empty-state > h1');
  await page.evaluate(goTo, nowhere);
  await deadEnd.waitFor();
  await page.evaluate(() => (window as unknown as Watched).watchFirstContent());
  await page.evaluate(goTo, path);
  await deadEnd.waitFor({ state: 'detached' });
  await settled(page);
}

function goTo(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}

/**
 * Until there is a headline and nothing is on its way any more, what stands around the page of somebody who is signed in
 * included; a button that waits for its answer is pale.
 */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => {
    const isOnItsWay = document.querySelector('main .skeleton, main [aria-busy="true"], .ant-btn-loading');
    const isFramed = document.querySelector('.account-menu') !== null;
    const isSignedIn =
      localStorage.getItem('gongxiang.refreshToken') !== null && location.pathname !== '/sign-in';
    return isOnItsWay === null && (isFramed || !isSignedIn || !navigator.onLine);
  });
}

interface Prepared {
  readonly locale: string;
  readonly isLarge?: boolean;
  readonly refreshToken: string | null;
}

/** Once per browser: later pages and other tabs of the same visit find what the visitor has chosen meanwhile. */
function prepareStorage({ locale, isLarge, refreshToken }: Prepared): void {
  if (localStorage.getItem('prepared') !== null) return;
  localStorage.setItem('prepared', 'yes');
  localStorage.setItem('gongxiang.locale', locale);
  if (isLarge) localStorage.setItem('gongxiang.appearance', 'large');
  if (refreshToken !== null) localStorage.setItem('gongxiang.refreshToken', refreshToken);
}

/**
 * What changes has its new looks at once. Less motion, which is asked for above, is none for a person, but leaves a transition
 * until the next frame: on a busy machine whoever measures the page would find a button between two colours.
 */
function keepStill(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '*, *::before, *::after { transition: none !important; animation: none !important; scroll-behavior: auto !important; }',
  );
  document.adoptedStyleSheets.push(sheet);
}

/** What `noteFirstContent` and `holdBack` leave on the page. */
interface Watched {
  firstContentMs?: number;
  /** When the page asked who is there, however long that was held back. */
  meAskedMs?: number;
  /** Begins anew, before one moves on: what was asked before does not count. */
  watchFirstContent(): void;
}

/** Notes when the first content stood on the page, beside its headline. */
function noteFirstContent(): void {
  const content =
    'main :is(form, table, dl, figure, li, .card:not([role="status"]), .empty-state, .ant-alert)';
  const watched = window as unknown as Watched;
  const watch = (isHere: () => boolean): void => {
    const observer = new MutationObserver(() => {
      if (!isHere() || document.querySelector('main h1') === null) return;
      if (document.querySelector(content) === null) return;
      watched.firstContentMs = performance.now();
      observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true });
  };
  watched.watchFirstContent = () => {
    delete watched.firstContentMs;
    performance.clearResourceTimings();
    watch(() => document.querySelector('main > .empty-state > h1') === null);
  };
  watch(() => true);
}

/**
 * Keeps the question who is there, which the header asks beside the page, until the first content stands: so it counts only for
 * a page that waits for it, which then gets it as soon as nothing else has been on its way for some seconds.
 */
export async function holdBackMe(context: BrowserContext): Promise<void> {
  await context.addInitScript(holdBack);
}

function holdBack(): void {
  const quietMs = 2_000;
  const fetch = window.fetch.bind(window);
  let onTheirWay = 0;
  let lastMs = 0;
  const note = (): void => void (lastMs = performance.now());
  new PerformanceObserver(note).observe({ type: 'resource' });
  window.fetch = async (...asked) => {
    const [what] = asked;
    const { pathname } = new URL(what instanceof Request ? what.url : what, location.href);
    note();
    if (pathname === '/api/v1/me') {
      (window as unknown as Watched).meAskedMs = performance.now();
      const isLetThrough = (): boolean =>
        'firstContentMs' in window || (onTheirWay === 0 && performance.now() - lastMs > quietMs);
      while (!isLetThrough()) await new Promise((resolve) => setTimeout(resolve, 20));
      return fetch(...asked);
    }
    onTheirWay += 1;
    try {
      return await fetch(...asked);
    } finally {
      onTheirWay -= 1;
      note();
    }
  };
}

export interface FirstLoad {
  /** As they come over the line, compressed: the page itself, its scripts and styles, until its first content stands. */
  readonly bytes: number;
  /** With what follows, but for the library that draws charts, which comes when one comes into sight. */
  readonly wholeBytes: number;
  /** The longest chain of requests one of which waited for another, until the first content stood there. */
  readonly waitedFor: readonly string[];
}

/** What it took to show the page that is open: bytes only where it was asked for by its address. */
export function firstLoadOf(page: Page): Promise<FirstLoad> {
  return page.evaluate(() => {
    const { firstContentMs, meAskedMs } = window as unknown as Watched;
    const timings = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const [document_] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const files = timings.filter(({ name }) => /\.(js|css)$/.test(new URL(name).pathname));
    const bytesOf = (some: readonly PerformanceResourceTiming[]): number =>
      (document_?.encodedBodySize ?? 0) + some.reduce((sum, file) => sum + file.encodedBodySize, 0);
    const asked = timings
      .filter(({ name }) => name.includes('/api/v1/'))
      .filter(({ name }) => !/\/(auth\/sessions\/refresh|events)$/.test(new URL(name).pathname))
      .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= (firstContentMs ?? Infinity))
      .sort((a, b) => a.responseEnd - b.responseEnd);
    const askedMs = ({ name, startTime }: PerformanceResourceTiming): number =>
      name.endsWith('/api/v1/me') ? (meAskedMs ?? startTime) : startTime;
    const chains: PerformanceResourceTiming[][] = [];
    for (const one of asked) {
      const before = chains
        .filter((chain) => (chain.at(-1)?.responseEnd ?? Infinity) <= askedMs(one))
        .sort((a, b) => b.length - a.length)[0];
      chains.push([...(before ?? []), one]);
    }
    const longest = chains.sort((a, b) => b.length - a.length)[0] ?? [];
    return {
      bytes: bytesOf(files.filter(({ startTime }) => startTime <= (firstContentMs ?? Infinity))),
      wholeBytes: bytesOf(files.filter(({ name }) => !/\/draw-chart-/.test(name))),
      waitedFor: longest.map(({ name }) => new URL(name).pathname),
    };
  });
}

/** Presses a button of the menu under the reader's own name, and closes the menu where it is still there. */
export async function pressInAccountMenu(page: Page, name: string): Promise<void> {
  const menu = page.locator('.account-menu');
  await menu.locator('summary').click();
  await menu.getByRole('button', { name, exact: true }).click();
  await page.keyboard.press('Escape');
}

/** Signs out as a person does, who is asked once. */
export async function signOut(page: Page): Promise<void> {
  const menu = page.locator('.account-menu');
  await menu.locator('summary').click();
  await menu.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await page.locator('dialog[open]').getByRole('button', { name: 'Sign out', exact: true }).click();
}
