import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../../browser/measure.js';
import { settled } from '../../browser/visit.js';

/** What people do on pages, as the stories tell it. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

/** Acts that bind ask once more. */
export async function confirm(page: Page, name: string, yes: string): Promise<void> {
  await press(page, name);
  await page.locator('dialog[open]').getByRole('button', { name: yes, exact: true }).click();
}

/** What destroys or ends something is behind a menu. */
export const openMore = (page: Page): Promise<void> =>
  page
    .locator('.menu-fold > summary')
    .filter({ hasText: /^(More|更多)$/ })
    .click();

export const says = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();

export const heads = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { name, exact: true }).first().waitFor();

export const pathOf = (page: Page): string => new URL(page.url()).pathname;

export async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(text);
}

export async function choose(page: Page, choices: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, label] of Object.entries(choices))
    await page.getByLabel(name, { exact: true }).selectOption({ label });
}

/** Chooses what stands in a list with its day behind it, as another of its name may. */
export async function chooseDated(page: Page, name: string, title: string): Promise<void> {
  const list = page.getByLabel(name, { exact: true });
  const dated = await list.locator('option').filter({ hasText: title }).first().textContent();
  await list.selectOption({ label: dated ?? title });
}

/** The form in which a netting run is proposed, filled in for a union and those below it. */
export async function fillRun(page: Page, unionName: string): Promise<void> {
  await press(page, 'Propose a run');
  await page
    .getByRole('region', { name: 'Propose a run' })
    .getByLabel('Within this union and those below it', { exact: true })
    .selectOption({ label: unionName });
}

/** Nothing on the page keeps out whoever hears it or goes by keys. */
export async function sound(page: Page): Promise<void> {
  await settled(page);
  expect(await accessibilityFaults(page)).toEqual([]);
}
