/// <reference lib="dom" />
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { show } from '../../browser/visit.js';

/** What a person's hands did on a page. */
export interface Acts {
  /** Taps and clicks. */
  readonly taps: number;
  /** Fields that were filled in, or in which something was chosen. */
  readonly fields: number;
  /** Characters that were typed into them. */
  readonly characters: number;
}

export interface Counter {
  /** From here on it is counted. */
  begin(): void;
  counted(): Acts;
}

/** Counts what the page itself hears, through all its addresses from the next one on, however the story is written. */
export async function countActs(page: Page): Promise<Counter> {
  let [taps, fields, characters] = [0, 0, 0];
  await page.exposeBinding('actIsHeard', (_source, typed: number | null) => {
    if (typed === null) taps += 1;
    else {
      fields += 1;
      characters += typed;
    }
  });
  await page.addInitScript(() => {
    const heard = (typed: number | null): void =>
      (window as unknown as { actIsHeard: (typed: number | null) => void }).actIsHeard(typed);
    addEventListener('pointerdown', () => heard(null), true);
    addEventListener(
      'input',
      ({ target }) => {
        if (target instanceof HTMLSelectElement) heard(0);
        else if (target instanceof HTMLTextAreaElement) heard(target.value.length);
        // What is ticked or picked as a file was a tap already.
        else if (target instanceof HTMLInputElement && !/checkbox|radio|file/.test(target.type))
          heard(target.value.length);
      },
      true,
    );
  });
  return {
    begin: () => {
      [taps, fields, characters] = [0, 0, 0];
    },
    counted: () => ({ taps, fields, characters }),
  };
}

/** Of the keystroke-level model (Card, Moran and Newell 1980): think, point, press; and two keys for a Chinese character. */
const [actSeconds, characterSeconds] = [1.35 + 1.1 + 0.2, 2 * 0.28];

/** How long a person's hands need for it, without what the machine takes, which is another in each run. */
export function handSeconds({ taps, fields, characters }: Acts): number {
  return Math.round((taps + fields) * actSeconds + characters * characterSeconds);
}

/** Somebody at a screen whose acts are counted. */
export interface Hand {
  readonly page: Page;
  readonly acts: Counter;
}

/** Begins where a person would, and counts from the first act on. */
export async function beginAt({ page, acts }: Hand, path: string): Promise<void> {
  await show(page, path);
  acts.begin();
}

type Figures = Acts & { readonly seconds: number };

/** Each figure is seen in the report of the run; those of the README are taken from there. */
export function within(name: string, acts: Acts, goal: Partial<Figures>): void {
  const figures: Figures = { ...acts, seconds: handSeconds(acts) };
  process.stdout.write(`${name}: ${JSON.stringify(figures)}\n`);
  const above = (Object.keys(goal) as (keyof Figures)[]).filter(
    (figure) => figures[figure] > (goal[figure] ?? Infinity),
  );
  expect({ above, figures }).toEqual({ above: [], figures });
}
