import { isDeepStrictEqual } from 'node:util';
import type { AnswerBody } from '../ask.js';
import { rowsOf } from '../rows.js';
import type { TestPlatform } from '../test-platform.js';
import type { Violation } from './chaos-checks.js';
import { isCurable, ride, type Told, type Wish } from './chaos-wave.js';

/** What is asked in one step, and with which status it has to be answered: 201 where nothing is said. */
export type Step = Omit<Wish, 'afterMs'> & {
  readonly afterMs?: number;
  readonly status?: number;
  /** The status where an answer was lost before, of what is answered without a key: it is there already. */
  readonly statusAgain?: number;
};

/** Acts that build on each other: each is asked again, with its key, until it is answered. */
export class Steps {
  /** What was answered otherwise than it should be. */
  readonly violations: Violation[] = [];
  readonly told: Told[] = [];

  /** @param patienceMs how long a client waits before they ask again, at first */
  constructor(
    private readonly gatewayUrl: string,
    private readonly withinMs: number,
    private readonly patienceMs?: number,
  ) {}

  async take<T extends AnswerBody>({
    status = 201,
    statusAgain = status,
    afterMs = 0,
    ...wish
  }: Step): Promise<T> {
    const [told] = await ride(this.gatewayUrl, [{ ...wish, afterMs }], this.withinMs, this.patienceMs);
    if (told === undefined) throw new Error(`${wish.path} was never told`);
    const faults = told.before.filter((one) => !isCurable(one));
    const isAgain = told.before.length > 0 && told.status === statusAgain;
    if (told.status !== status && !isAgain)
      this.violations.push(`refused: ${wish.path} → ${told.status} ${told.body.code}`);
    if (faults.length > 0) this.violations.push(`fault: ${wish.path} → ${faults.join(', ')}`);
    this.told.push(told);
    return told.body as T;
  }

  /** An act on a thing whose version is known. */
  actOn<T extends AnswerBody>(
    person: Wish['person'],
    path: string,
    ifMatch: number | undefined = 0,
  ): Promise<T> {
    return this.take<T>({ person, path, body: {}, status: 200, ifMatch });
  }

  /** A decision on a thing by somebody who has looked at it. */
  decide<T extends AnswerBody>(
    person: Wish['person'],
    thing: string,
    act: string,
    body: object = {},
  ): Promise<T> {
    return this.take<T>({ person, path: `${thing}/${act}`, body, status: 200, sees: thing });
  }
}

/** What has to be in the database, as it follows from what was acknowledged, and nothing else. */
export interface Kept {
  readonly what: string;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly rows: readonly object[];
}

/** What is acknowledged is there once and as it was told, and nothing is that was not. */
export async function keptViolations(platform: TestPlatform, kept: readonly Kept[]): Promise<Violation[]> {
  const found = await Promise.all(
    kept.map(async ({ what, text, values, rows }) => {
      const now = await rowsOf<Record<string, unknown>>(platform, text, values);
      if (isDeepStrictEqual(now.map(plain), rows.map(plain))) return [];
      const kind = kindOf(now.length, rows.length);
      return [`${kind}: ${what} is ${JSON.stringify(now)} instead of ${JSON.stringify(rows)}`];
    }),
  );
  return found.flat();
}

function kindOf(now: number, expected: number): string {
  if (now === expected) return 'wrong';
  return now < expected ? 'lost' : 'twice';
}

function plain(row: object): object {
  return { ...row };
}
