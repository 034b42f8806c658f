import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type AnswerBody, send } from '../ask.js';
import type { Person } from '../fixtures.js';

/** What one client wants, and when it begins, counted from the beginning of the wave. */
export interface Wish {
  /** Null for who has not signed in. */
  readonly person: Pick<Person, 'token'> | null;
  readonly path: string;
  /** POST where nothing is said. */
  readonly method?: 'POST' | 'PUT';
  readonly body: unknown;
  readonly afterMs: number;
  /** What it looks at before it asks: it decides on what it has seen there. */
  readonly sees?: string;
  /** The version on which it decides, where it has been told one. */
  readonly ifMatch?: number;
}

/** What one client was told in the end, however often it had to ask. */
export interface Told {
  readonly wish: Wish;
  readonly key: string;
  readonly status: number;
  readonly body: AnswerBody & { readonly waitlistPlace?: number | null };
  /** The refusals and broken connections before, e.g. `503 UNAVAILABLE`, `network`. */
  readonly before: readonly string[];
}

/** How long a client waits for an answer: less than the gateway does, and longer than a busy machine needs. */
const patienceMaxMs = 12_000;
/**
 * How long at first where processes die: whoever was being served by one hears nothing. Twice as long each time, as on a
 * busy machine no answer may be a late one.
 */
export const hurriedMs = 1_500;
/** How long a client waits before it asks again, at first and at last. */
const pauseMs = 200;
const pauseMaxMs = 800;
/** What the platform says while something is away, or still on its way: to ask again is right. */
const curable =
  /^(network|(409|503|504|429) (REFERENCE_PENDING|IDEMPOTENCY_IN_PROGRESS|UNAVAILABLE|BUSY|TIME_UP|TOO_MANY_REQUESTS))$/;

/** Is a refusal one that the platform may give while a part of it is down? A fault of ours (500) is not. */
export function isCurable(refusal: string): boolean {
  return curable.test(refusal);
}

/** What the platform said before it gave its answers, and may not say: a fault is no outage. */
export function faultsIn(told: readonly Told[]): string[] {
  const refusals = new Set(told.flatMap((one) => one.before));
  return [...refusals].filter((one) => !isCurable(one)).map((one) => `fault: ${one}`);
}

/**
 * Sends every wish at its moment, each again with its key until it is answered, as phones in a lift do. Server faults
 * are asked again as well, and told in `before`.
 * @param patienceMs how long a client waits before it asks again, at first
 * @throws Error for whoever has no answer when the time is up
 */
export async function ride(
  gatewayUrl: string,
  wishes: readonly Wish[],
  withinMs: number,
  patienceMs = patienceMaxMs,
): Promise<Told[]> {
  const deadline = Date.now() + withinMs;
  return Promise.all(
    wishes.map(async (wish) => {
      await pause(wish.afterMs);
      return askUntilTold(gatewayUrl, wish, { deadline, patienceMs });
    }),
  );
}

async function askUntilTold(
  gatewayUrl: string,
  wish: Wish,
  { deadline, patienceMs }: { readonly deadline: number; readonly patienceMs: number },
): Promise<Told> {
  const key = randomUUID();
  const before: string[] = [];
  const asked = { ...wish, ...(await versionSeen(gatewayUrl, wish, deadline)) };
  for (;;) {
    const answer = await attempt(gatewayUrl, asked, key, patienceMs * 2 ** before.length);
    if (answer !== null) {
      const { status, body } = answer;
      if (status < 500 && !isCurable(`${status} ${body.code}`))
        return { wish: asked, key, status, body, before };
      before.push(`${status} ${body.code}`);
    } else before.push('network');
    if (Date.now() > deadline) throw new Error(`${wish.path} was never answered: ${before.join(', ')}`);
    await pause(Math.min(pauseMaxMs, pauseMs * 2 ** (before.length - 1)) * (1 + Math.random()));
  }
}

/** Looks until the client sees it. */
async function versionSeen(
  gatewayUrl: string,
  { person, sees }: Wish,
  deadline: number,
): Promise<Pick<Wish, 'ifMatch'>> {
  if (sees === undefined) return {};
  for (;;) {
    try {
      const signal = AbortSignal.timeout(patienceMaxMs);
      const response = await send(gatewayUrl, 'GET', sees, { token: person?.token ?? null }, signal);
      if (response.ok) return { ifMatch: ((await response.json()) as { readonly version: number }).version };
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    if (Date.now() > deadline) throw new Error(`${sees} was never shown`);
    await pause(pauseMaxMs);
  }
}

/** Whoever asks once more, with the first key, hears the same again. @returns who hears something else */
export async function againViolations(gatewayUrl: string, told: readonly Told[]): Promise<string[]> {
  const found = await Promise.all(
    told.map(async ({ wish, key, status, body }) => {
      const again = await attempt(gatewayUrl, wish, key);
      const isSame = again?.status === status && isDeepStrictEqual(again.body, body);
      return isSame ? [] : [`otherwise: ${wish.path} → ${again?.status} instead of ${status}`];
    }),
  );
  return found.flat();
}

/** @returns null where no whole answer came */
async function attempt(
  gatewayUrl: string,
  { person, path, method = 'POST', body, ifMatch }: Wish,
  key: string,
  withinMs = patienceMaxMs,
): Promise<Pick<Told, 'status' | 'body'> | null> {
  try {
    const signal = AbortSignal.timeout(Math.min(patienceMaxMs, withinMs));
    const seen = ifMatch === undefined ? {} : { ifMatch };
    const question = { token: person?.token ?? null, key, body, ...seen };
    const response = await send(gatewayUrl, method, path, question, signal);
    return { status: response.status, body: (await response.json()) as AnswerBody };
  } catch {
    return null;
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Numbers from 0 to 1 that a seed decides (mulberry32), so that a round can be played again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
