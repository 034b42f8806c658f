/// <reference lib="dom" />
import type { Page } from 'playwright-core';

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
