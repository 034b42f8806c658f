import type { Page } from '@gongxiang/contracts/core/contract';
import type { PoolsView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type {
  RegistrationLineView,
  RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { Refusal } from '../tools/client.js';
import {
  type Account,
  forEachLimit,
  idOf,
  officerOf,
  passwords,
  signInOrActivate,
  type World,
} from '../tools/world.js';
import { hosts, seatsInAll } from './agreement.js';

/** 400 members want 200 seats, all at once; then some cancel, and the waitlist moves. */
export async function signUpRush(world: World): Promise<void> {
  await world.report.step('400 名会员激活账号 / 400 members activate their accounts', () =>
    activateMembers(world),
  );
  await world.report.step('400 人同时抢 200 个名额 / 400 members sign up at once for 200 seats', () =>
    rush(world),
  );
  await world.report.step('退出与候补递补 / Some cancel, and the waitlist moves', () => cancelSome(world));
}

async function activateMembers(world: World): Promise<void> {
  const startedAt = performance.now();
  for (const { key, applicants } of hosts) {
    // The first of a roster are officers and the demo's worker: they keep their own accounts.
    const people = (world.rosters.get(key) ?? []).slice(-applicants);
    const isOfficer = people.length === (world.rosters.get(key) ?? []).length;
    const members = await forEachLimit(people, 8, (person, index) =>
      isOfficer && index === 0
        ? Promise.resolve(officerOf(world, key))
        : signInOrActivate(world, person, { password: passwords.member }),
    );
    world.members.set(key, members);
  }
  const count = [...world.members.values()].reduce((sum, members) => sum + members.length, 0);
  world.report.figure('accounts', count);
  world.report.figure('accounts a second', Math.round(count / ((performance.now() - startedAt) / 1_000)));
}

async function rush(world: World): Promise<void> {
  const activityId = idOf(world, 'familyDay');
  const everyone = hosts.flatMap((host) =>
    (world.members.get(host.key) ?? []).map((account) => ({ account, heads: host.heads })),
  );
  const startedAt = performance.now();
  const answers = await Promise.all(everyone.map(({ account, heads }) => signUp(account, activityId, heads)));
  const seconds = (performance.now() - startedAt) / 1_000;
  const confirmed = answers.filter((answer) => answer.state === 'confirmed');
  const heads = confirmed.reduce((sum, answer) => sum + answer.heads, 0);
  const { report } = world;
  report.figure('sign-ups', answers.length);
  report.figure('sign-ups a second', Math.round(answers.length / seconds));
  report.figure('confirmed', `${confirmed.length} registrations, ${heads} heads`);
  report.figure('waitlisted', answers.filter((answer) => answer.state === 'waitlisted').length);
  await proveSeats(world, 'after the rush');
  report.prove(
    'every sign-up was answered, and nobody twice',
    new Set(answers.map((answer) => answer.id)).size === everyone.length,
  );
  const again = await signUp(everyone[0]?.account as Account, activityId, everyone[0]?.heads ?? 1);
  report.prove('signing up twice finds the first registration', again.id === answers[0]?.id);
}

function signUp(account: Account, activityId: string, heads: number): Promise<RegistrationView> {
  const companions = Array.from({ length: heads - 1 }, () => ({ name: '小朋友', ageBand: 'child7to13' }));
  const party = { companions, guardianConsent: true };
  return account.client.post<RegistrationView>(`/activities/${activityId}/registrations`, party);
}

/** Seats sold = capacity, in each pool and in all; nobody beyond it. */
async function proveSeats(world: World, when: string): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const pools = await client.get<PoolsView>(`/activities/${idOf(world, 'familyDay')}/pools`);
  const sold = pools.items.map((pool) => `${pool.name} ${pool.seats.confirmed}/${pool.seats.capacity}`);
  world.report.figure(`seats ${when}`, sold.join('，'));
  world.report.prove(
    `seats sold = capacity = ${seatsInAll}, oversold 0, ${when}`,
    pools.total.confirmed === seatsInAll &&
      pools.items.every((pool) => pool.seats.confirmed === pool.seats.capacity && pool.seats.over === 0),
  );
}

async function cancelSome(world: World): Promise<void> {
  const activityId = idOf(world, 'familyDay');
  let cancelled = 0;
  const promoted: string[] = [];
  for (const { key } of hosts) {
    const members = world.members.get(key) ?? [];
    const registrations = await forEachLimit(members, 8, (member) => signUp(member, activityId, 1));
    const seated = registrations
      .map((registration, index) => ({ registration, member: members[index] }))
      .filter(({ registration }) => registration.state === 'confirmed');
    const first = registrations.find((registration) => registration.waitlistPlace === 1);
    for (const { registration, member } of seated.slice(-2)) {
      if (member === undefined) continue;
      await member.client.post<RegistrationView>(`/registrations/${registration.id}/cancel`);
      cancelled += 1;
    }
    const waiting = registrations.indexOf(first as RegistrationView);
    const now = await members[waiting]?.client.get<RegistrationView>(`/registrations/${first?.id}`);
    if (now?.state === 'confirmed') promoted.push(now.id);
  }
  world.report.figure('cancelled', cancelled);
  world.report.prove('the first in each of the four lines has got a seat', promoted.length === hosts.length);
  await proveSeats(world, 'after the cancellations');
  const worker = world.members.get('hengda')?.[1] as Account;
  const stranger = await registrationOfSomeoneElse(world);
  world.report.prove("a member cannot see another's registration", await isHidden(worker, stranger));
}

async function registrationOfSomeoneElse(world: World): Promise<string> {
  const { client } = officerOf(world, 'zhonggong');
  const page = await client.get<Page<RegistrationLineView>>(
    `/activities/${idOf(world, 'familyDay')}/registrations?limit=1&state=confirmed`,
  );
  return page.items[0]?.id ?? '';
}

async function isHidden(account: Account, registrationId: string): Promise<boolean> {
  try {
    const seen = await account.client.get<RegistrationView>(`/registrations/${registrationId}`);
    return seen.personId === account.personId;
  } catch (error) {
    return error instanceof Refusal && error.status === 404;
  }
}
