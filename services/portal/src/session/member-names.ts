import { request } from '../api/request.js';
import type { components } from '../api/schema.js';

export type MemberName = components['schemas']['MemberNameView'];

/** As many as the platform takes at a time. */
const namesAtOnce = 200;

interface Waiting {
  readonly personId: string;
  readonly resolve: (name: MemberName | null) => void;
  readonly reject: (reason: unknown) => void;
}

let waiting: Waiting[] = [];

/**
 * The name of a member, asked for together with all others that are shown at the same time: of each the platform keeps who has
 * looked, and two of one name are told apart only where both are asked for.
 * @returns null where the reader may not see it
 */
export function askMemberName(personId: string): Promise<MemberName | null> {
  return new Promise((resolve, reject) => {
    if (waiting.length === 0) setTimeout(() => void askAll());
    waiting.push({ personId, resolve, reject });
  });
}

async function askAll(): Promise<void> {
  const all = waiting;
  waiting = [];
  for (let from = 0; from < all.length; from += namesAtOnce)
    await askFor(all.slice(from, from + namesAtOnce));
}

async function askFor(asked: readonly Waiting[]): Promise<void> {
  try {
    const body = { personIds: asked.map(({ personId }) => personId) };
    const { items } = await request('post', '/members/names', { body }, {});
    const names = new Map(items.map((one) => [one.personId, one]));
    for (const { personId, resolve } of asked) resolve(names.get(personId) ?? null);
  } catch (error) {
    for (const { reject } of asked) reject(error);
  }
}
