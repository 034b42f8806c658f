import type { SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import { afterEach } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Looks, visitWith, type Visitor } from '../../browser/visit.js';
import { Client } from '../../demo/tools/client.js';
import { memberPassword, type Person } from '../fixtures.js';
import type { TestPlatform } from '../test-platform.js';

/** Somebody of the network at a screen, in a session of its own. */
export interface SignedInVisitor extends Visitor {
  readonly session: SignInView;
}

const visited: Page[] = [];

/** A click that finds nothing says what it looked for, and not what was there instead. */
afterEach(async () => {
  if (!hasFailed()) return;
  for (const page of visited.filter((one) => !one.isClosed())) {
    const text = await page.locator('body').innerText();
    process.stderr.write(`When the test failed, ${page.url()} showed:\n${text}\n`);
  }
});

/** Whether the test that ends now has failed: jest-circus keeps its state under a symbol of the global object. */
function hasFailed(): boolean {
  const symbol = Object.getOwnPropertySymbols(globalThis).find(
    ({ description }) => description === 'JEST_STATE_SYMBOL',
  );
  const state = (globalThis as Readonly<Record<symbol, unknown>>)[symbol ?? Symbol('none')] as
    { readonly currentlyRunningTest?: { readonly errors: readonly unknown[] } } | undefined;
  return (state?.currentlyRunningTest?.errors.length ?? 0) > 0;
}

export async function visitOf(
  browser: Browser,
  { gatewayUrl }: TestPlatform,
  person: Person,
  looks: Looks,
): Promise<SignedInVisitor> {
  const credentials = { account: person.account, password: memberPassword };
  const session = await new Client(gatewayUrl).post<SignInView>('/auth/sessions', credentials);
  const visitor = await visitWith(browser, gatewayUrl, session.refreshToken, looks);
  visited.push(visitor.page);
  return { ...visitor, session };
}

/** The page of somebody who reads Chinese. */
export async function chinesePageOf(
  browser: Browser,
  platform: TestPlatform,
  person: Person,
  widthPx: 375 | 1280,
): Promise<Page> {
  const visitor = await visitOf(browser, platform, person, { widthPx, locale: 'zh-CN' });
  return visitor.page;
}

/** Signs in by typing, on the page that asks for it in English. */
export async function signInByTyping(page: Page, { account }: Person): Promise<void> {
  await page.getByLabel('Phone number or username').fill(account);
  await page.getByLabel('Password', { exact: true }).fill(memberPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** What a field for day and time takes, in the zone of the network. */
export function shanghaiTime(at: Date): string {
  const offsetMs = 8 * 3_600_000;
  return new Date(at.getTime() + offsetMs).toISOString().slice(0, 16);
}

/** Holds back what the page asks for at such addresses, until it is let through. */
export async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  let letThrough = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(address, async (route) => {
    await gate;
    await route.continue();
  });
  return letThrough;
}
