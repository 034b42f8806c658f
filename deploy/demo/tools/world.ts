import type { Page } from '@gongxiang/contracts/core/contract';
import type { SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import type { EntryCodeView } from '@gongxiang/contracts/membership/members/entry-code.contract';
import type { MeView } from '@gongxiang/contracts/membership/members/me.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import type { Party } from '@gongxiang/domain';
import type { Client } from './client.js';
import type { Report } from './report.js';

/** What the demo knows of a member of a roster. */
export interface Roster {
  readonly name: string;
  readonly residentNumber: string;
  readonly phone: string;
}

/** Somebody who is signed in. */
export interface Account {
  readonly personId: string;
  readonly client: Client;
}

/** What the steps of the story hand on to each other. */
export interface World {
  readonly report: Report;
  readonly nobody: Client;
  /** The first operator, who made the federation. */
  operator: Account;
  readonly unions: Map<string, { id: string; path: string; name: string }>;
  readonly rosters: Map<string, Roster[]>;
  /** Officers by their login: `officer`, `approver`, and one for each union of the story. */
  readonly officers: Map<string, Account>;
  /** What later steps need of earlier ones, by name. */
  readonly ids: Map<string, string>;
  /** Members who have signed in, by union. */
  readonly members: Map<string, Account[]>;
}

export const passwords = {
  officer: 'demo-officer-2026',
  approver: 'demo-approver-2026',
  union: 'demo-union-2026',
  member: 'demo-member-2026',
} as const;

export function unionOf(world: World, key: string): { id: string; path: string; name: string } {
  return required(world.unions.get(key), `union ${key}`);
}

export function unionParty(world: World, key: string): Party {
  return { kind: 'union', id: unionOf(world, key).id };
}

export function officerOf(world: World, login: string): Account {
  return required(world.officers.get(login), `account ${login}`);
}

export function idOf(world: World, name: string): string {
  return required(world.ids.get(name), name);
}

/** The finance officer who acts for a party: its union's own, the merchant's union's, or else the federation's. */
export function financeOf(world: World, partyId: string): Account {
  if (partyId === world.ids.get('merchant')) return officerOf(world, 'baiyun');
  const key = [...world.unions].find(([, union]) => union.id === partyId)?.[0] ?? '';
  return world.officers.get(key) ?? officerOf(world, 'officer');
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The story has no ${what} yet.`);
  return value;
}

export async function signIn(nobody: Client, account: string, password: string): Promise<Account> {
  const session = await nobody.post<SignInView>('/auth/sessions', { account, password });
  return accountOf(nobody, session);
}

/** Signs in whom an earlier run has activated, and activates whom none has, by a code that their union prints. */
export async function signInOrActivate(
  world: Pick<World, 'nobody' | 'operator'>,
  person: Roster,
  login: { readonly account?: string; readonly password: string },
): Promise<Account> {
  const { nobody, operator } = world;
  const { items } = await operator.client.get<Page<MemberView>>(`/members?q=${person.residentNumber}`);
  const member = required(
    items.find(({ state }) => state !== 'ended'),
    `member ${person.name}`,
  );
  if (member.state === 'active') return signIn(nobody, login.account ?? person.phone, login.password);
  const purpose = { purpose: 'activation' };
  const printed = await operator.client.post<EntryCodeView>(`/members/${member.id}/entry-codes`, purpose);
  return activate(nobody, person, { ...login, code: printed.code ?? '' });
}

/** By name and number, and the code that has come to the phone or on paper. */
export async function activate(
  nobody: Client,
  { name, residentNumber }: Roster,
  login: { readonly account?: string; readonly password: string; readonly code: string },
): Promise<Account> {
  const body = { name, residentNumber, ...login };
  return accountOf(nobody, await nobody.post<SignInView>('/auth/activations', body));
}

async function accountOf(nobody: Client, session: SignInView): Promise<Account> {
  const client = nobody.as(session);
  const me = await client.get<MeView>('/me');
  return { personId: me.personId, client };
}

/** Does work for many, some at a time, in their order. */
export async function forEachLimit<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const workers = Array.from({ length: Math.min(limit, items.length) }, async () => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as T, index);
    }
  });
  await Promise.all(workers);
  return results;
}

/** Asks again until the answer is there, as what other services tell arrives a moment later. */
export async function until<T>(
  ask: () => Promise<T | null | undefined | false>,
  what: string,
  timeoutMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${timeoutMs / 1_000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
