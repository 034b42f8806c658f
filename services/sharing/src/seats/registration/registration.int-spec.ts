import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import {
  type AgeBand,
  registrationContract,
  registrationEvents,
  type RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { startSharing } from '../../sharing.fixture.js';
import { type KnownUnion, Stage } from './registration.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing({ replicas: 2 });
  stage = new Stage(sharing);
  host = await stage.union();
});

afterAll(() => sharing.stop());

function states(views: readonly RegistrationView[]): string[] {
  return views.map((view) => view.state);
}

describe('a rush', () => {
  it('E01: confirms exactly one of fifty simultaneous sign-ups for the last seat', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 1);
    const people = await stage.members(host, 50);
    const views = await Promise.all(people.map((person) => stage.register(activityId, person)));
    expect(states(views).filter((state) => state === 'confirmed')).toHaveLength(1);
    const places = views.flatMap((view) => view.waitlistPlace ?? []).sort((left, right) => left - right);
    expect(places).toEqual(Array.from({ length: 49 }, (_, index) => index + 1));
  });

  it('E01: confirms exactly forty of five hundred, and answers all of them in the time that they have', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 40);
    const people = await stage.members(host, 500);
    const views = await Promise.all(people.map((person) => stage.register(activityId, person)));
    expect(states(views).filter((state) => state === 'confirmed')).toHaveLength(40);
    const places = views.flatMap((view) => view.waitlistPlace ?? []).sort((left, right) => left - right);
    expect(places).toEqual(Array.from({ length: 460 }, (_, index) => index + 1));
  });

  it('seats each of a mixed crowd from their own pool, refuses whom a rule refuses, and writes all down in their own names', async () => {
    const activityId = await stage.activity(host);
    const [near, far] = [await stage.union(host.path), await stage.union()];
    await stage.pool(activityId, host, 5, near);
    await stage.pool(activityId, host, 3, far);
    const crowd = [
      ...(await stage.members(near, 20)),
      ...(await stage.members(near, 5, { validTo: '2020-12-31' })),
      ...(await stage.members(far, 20)),
      ...(await stage.members(await stage.union(), 5)),
    ];
    const answers = await Promise.allSettled(crowd.map((person) => stage.register(activityId, person)));
    const said = answers.map((one) =>
      one.status === 'fulfilled' ? one.value.state : (one.reason as { code: string }).code,
    );
    const tally = (part: readonly string[]): Record<string, number> =>
      Object.fromEntries(
        [...new Set(part)].sort().map((word) => [word, part.filter((one) => one === word).length]),
      );
    expect([said.slice(0, 20), said.slice(20, 25), said.slice(25, 45), said.slice(45)].map(tally)).toEqual([
      { confirmed: 5, waitlisted: 15 },
      { NOT_A_MEMBER_ON_THE_DAY: 5 },
      { confirmed: 3, waitlisted: 17 },
      { NO_POOL_FOR_YOU: 5 },
    ]);
    const registered = crowd.filter((_one, index) => answers[index]?.status === 'fulfilled');
    const own = await sharing.dataSource.query(
      `SELECT count(*)::int AS rows, count(DISTINCT a.actor_id)::int AS actors
       FROM registration r
       JOIN audit_record a ON a.subject_id = r.id::text AND a.noun = 'registration' AND a.actor_id = r.person_id
       WHERE r.activity_id = $1`,
      [activityId],
    );
    const count = registered.length;
    expect(own).toEqual([{ rows: count, actors: count }]);
    const received = (await sharing.recorded(registrationEvents.registrationsChanged)).filter(
      (one) => one.activityId === activityId,
    );
    const changes = received.flatMap(({ registrations }) => registrations);
    expect(received.length).toBeLessThan(count);
    expect(changes.map(({ personId, changedBy }) => [personId, changedBy]).sort()).toEqual(
      registered.map(({ personId }) => [personId, personId]).sort(),
    );
  });

  it('E18: one person who clicks ten times is registered once', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 5);
    const [person] = await stage.members(host, 1);
    const request = { activityId };
    const clicks = await Promise.all(
      Array.from({ length: 10 }, () => sharing.send(registrationContract.register, request, person as Actor)),
    );
    expect(new Set(clicks.map(({ body }) => body.id)).size).toBe(1);
    expect(clicks.filter(({ existing }) => !existing)).toHaveLength(1);
    const pools = await sharing.ask(poolContract.list, { activityId }, person as Actor);
    expect(pools.total).toMatchObject({ confirmed: 1, free: 4 });
  });

  it('E18: the same click sent again gets the same answer', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 5);
    const [person] = await stage.members(host, 1);
    const call = { idempotencyKey: newId() };
    const first = await sharing.send(registrationContract.register, { activityId }, person as Actor, call);
    const again = await sharing.send(registrationContract.register, { activityId }, person as Actor, call);
    expect(again).toEqual({ ...first, replayed: true });
  });
});

describe('giving back', () => {
  it('E16: whoever waits can cancel without an officer, and those behind move up', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 1);
    const people = await stage.members(host, 3);
    const [, second, third] = await stage.line(activityId, people);
    const cancelled = await stage.cancel(second as RegistrationView, people[1] as Actor);
    expect(cancelled).toMatchObject({ state: 'cancelled', waitlistPlace: null });
    expect(await stage.get(third as RegistrationView, people[2] as Actor)).toMatchObject({
      waitlistPlace: 1,
      waitlistReason: 'POOL_FULL',
    });
  });

  it('E06: a cancelled seat goes to the first who waits, in the same transaction', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 1);
    const people = await stage.members(host, 2);
    const [first, second] = await stage.line(activityId, people);
    const call = { idempotencyKey: newId() };
    const request = { registrationId: (first as RegistrationView).id };
    await sharing.ask(registrationContract.cancel, request, people[0] as Actor, call);
    // Repeating the cancellation frees nothing more.
    const replay = await sharing.send(registrationContract.cancel, request, people[0] as Actor, call);
    const repeated = await sharing.send(registrationContract.cancel, request, people[0] as Actor);
    expect([replay.replayed, repeated.existing]).toEqual([true, true]);
    expect(await stage.get(second as RegistrationView, people[1] as Actor)).toMatchObject({
      state: 'confirmed',
    });
    const received = (await sharing.recorded(registrationEvents.registrationsChanged)).filter(
      (one) => one.activityId === activityId,
    );
    const states = received.flatMap(({ registrations }) => registrations.map(({ state }) => state));
    expect(states).toEqual(['confirmed', 'waitlisted', 'cancelled', 'confirmed']);
  });

  it('E27: giving back one companion of three frees exactly one seat', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 4);
    const people = await stage.members(host, 3);
    const party = await stage.register(activityId, people[0] as Actor, 3);
    const [second, third] = await stage.line(activityId, people.slice(1));
    const smaller = await stage.cancel(party, people[0] as Actor, ['同行3']);
    expect(smaller).toMatchObject({
      state: 'confirmed',
      heads: 3,
      companions: [{ name: '同行1' }, { name: '同行2' }],
    });
    expect(await stage.get(second as RegistrationView, people[1] as Actor)).toMatchObject({
      state: 'confirmed',
    });
    expect(await stage.get(third as RegistrationView, people[2] as Actor)).toMatchObject({
      waitlistPlace: 1,
    });
    await expect(stage.cancel(smaller, people[0] as Actor, ['同行1', '同行3'])).rejects.toMatchObject({
      code: 'COMPANIONS_NOT_THERE',
      errors: [{ pointer: '/companions/1' }],
    });
  });

  it('E27: any companion may stay at home, and whoever came along is offered for the next time', async () => {
    const [activityId, later] = [await stage.activity(host), await stage.activity(host)];
    await stage.pool(activityId, host, 4);
    await stage.pool(later, host, 4);
    const [person, stranger] = (await stage.members(host, 2)) as [Actor, Actor];
    const party = await stage.register(activityId, person, 3);
    // The second goes, so the third moves up and is still found under its own name.
    expect(await stage.cancel(party, person, ['同行2'])).toMatchObject({
      heads: 3,
      companions: [{ name: '同行1' }, { name: '同行3' }],
    });
    sharing.clock.advance(1_000);
    const companions = [{ name: '同行3', ageBand: 'adult' as const }];
    await sharing.ask(registrationContract.register, { activityId: later, companions }, person);
    const family = (caller: Actor | null) => sharing.ask(registrationContract.family, {}, caller);
    expect((await family(person)).items).toEqual([
      { id: null, name: '同行3', ageBand: 'adult' },
      { id: null, name: '同行1', ageBand: null },
    ]);
    expect((await family(stranger)).items).toEqual([]);
    await expect(family(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('E17: a party of three waits whole for two free seats, and gets them with the third', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 3);
    const people = await stage.members(host, 2);
    const one = await stage.register(activityId, people[0] as Actor);
    const party = await stage.register(activityId, people[1] as Actor, 2);
    expect(party).toMatchObject({ state: 'waitlisted', heads: 3, waitlistReason: 'PARTY_DOES_NOT_FIT' });
    await stage.cancel(one, people[0] as Actor);
    expect(await stage.get(party, people[1] as Actor)).toMatchObject({ state: 'confirmed', heads: 3 });
  });

  it('whoever cancelled may come again, at the end of the line and with another code', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 1);
    const people = await stage.members(host, 2);
    const [first] = await stage.line(activityId, people);
    await stage.cancel(first as RegistrationView, people[0] as Actor);
    const again = await sharing.send(registrationContract.register, { activityId }, people[0] as Actor);
    expect(again).toMatchObject({ existing: false, body: { state: 'waitlisted', waitlistPlace: 1 } });
    expect(again.body.checkInCode).not.toBe(first?.checkInCode);
  });

  it('E23: a membership that ends before the day takes the registration along', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 1);
    const people = await stage.members(host, 2);
    const [, second] = await stage.line(activityId, people);
    const ended = { maskedName: '张*', unionId: host.id, validFrom: '2020-01-01', validTo: '2026-11-20' };
    const personId = people[0]?.personId ?? '';
    await sharing.emit(membershipEvents.memberChanged, { personId, version: 2, state: 'ended', ...ended });
    await eventually(async () => {
      expect(await stage.get(second as RegistrationView, people[1] as Actor)).toMatchObject({
        state: 'confirmed',
      });
    });
  });
});

describe('bringing more', () => {
  it('E19: a guest added later needs a free seat; whoever waits grows in place', async () => {
    const activityId = await stage.activity(host, { companionsMax: 2 });
    await stage.pool(activityId, host, 3);
    const people = await stage.members(host, 3);
    const first = await stage.register(activityId, people[0] as Actor);
    const add = (
      view: RegistrationView | undefined,
      person: Actor | undefined,
    ): Promise<RegistrationView> => {
      const request = { registrationId: view?.id ?? '', companions: [{ name: '来宾' }] };
      return sharing.ask(registrationContract.addCompanions, request, person ?? null);
    };
    // 1 + 1 = 2 of 3 seats, then the third goes to somebody else
    expect(await add(first, people[0])).toMatchObject({
      heads: 2,
      state: 'confirmed',
      companions: [{ name: '来宾' }],
    });
    const [, waiting] = await stage.line(activityId, people.slice(1));
    await expect(add(first, people[0])).rejects.toMatchObject({ code: 'NO_SEATS_FOR_COMPANIONS' });
    expect(await add(waiting, people[2])).toMatchObject({ heads: 2, waitlistPlace: 1 });
    expect(await add(waiting, people[2])).toMatchObject({ heads: 3, waitlistPlace: 1 });
    await expect(add(waiting, people[2])).rejects.toMatchObject({ code: 'TOO_MANY_COMPANIONS' });
    for (const [caller, code] of [
      [undefined, 'NOT_SIGNED_IN'],
      [people[1], 'NOT_FOUND'],
    ] as const) {
      await expect(add(first, caller)).rejects.toMatchObject({ code });
    }
  });
});

describe('who may sign up', () => {
  it('E22, E23: only whose membership is active on the day of the activity', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 5);
    // A signed-in person has activated their account: the event is still on its way.
    const [imported] = await stage.members(host, 1, { state: 'imported' });
    const [leaving] = await stage.members(host, 1, { validTo: '2026-11-21' });
    for (const [person, code] of [
      [leaving as Actor, 'NOT_A_MEMBER_ON_THE_DAY'],
      [imported as Actor, 'REFERENCE_PENDING'],
      [actorWith({}), 'REFERENCE_PENDING'],
    ] as const) {
      await expect(stage.register(activityId, person)).rejects.toMatchObject({ code });
    }
  });

  it('the pool of the nearest union is the one; without any there is none', async () => {
    const activityId = await stage.activity(host);
    const below = await stage.union(host.path);
    const other = await stage.union();
    const pool = await stage.pool(activityId, host, 5, below);
    const wide = await stage.pool(activityId, host, 5, host);
    const [[member], [atHost], [stranger]] = [
      await stage.members(below, 1),
      await stage.members(host, 1),
      await stage.members(other, 1),
    ];
    expect(await stage.register(activityId, member as Actor)).toMatchObject({ pool: pool.id });
    expect(await stage.register(activityId, atHost as Actor)).toMatchObject({ pool: wide.id });
    await expect(stage.register(activityId, stranger as Actor)).rejects.toMatchObject({
      code: 'NO_POOL_FOR_YOU',
    });
  });

  it('E20: a parent-child activity asks for age bands', async () => {
    const activityId = await stage.activity(host, { kind: 'parentChild' });
    await stage.pool(activityId, host, 5);
    const [person] = await stage.members(host, 1);
    await expect(stage.register(activityId, person as Actor, 1)).rejects.toMatchObject({
      code: 'AGE_BAND_REQUIRED',
    });
    const companions = [{ name: '小明', ageBand: 'child3to6' as const }];
    const register = (guardianConsent: boolean | null): Promise<RegistrationView> =>
      sharing.ask(
        registrationContract.register,
        { activityId, companions, guardianConsent },
        person as Actor,
      );
    for (const consent of [null, false])
      await expect(register(consent)).rejects.toMatchObject({
        code: 'GUARDIAN_CONSENT_REQUIRED',
        errors: [{ pointer: '/guardianConsent' }],
      });
    const guardianConsentAt = sharing.clock.now().toISOString();
    expect(await register(true)).toMatchObject({ heads: 2, companions, guardianConsentAt });
  });

  it('E20: a child that is brought along later comes with consent, too; a youth of 14 needs none', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 9);
    const [person] = (await stage.members(host, 1)) as [Actor];
    const { id: registrationId } = await stage.register(activityId, person);
    const add = (ageBand: AgeBand, guardianConsent?: boolean): Promise<RegistrationView> => {
      const request = { registrationId, companions: [{ name: '小红', ageBand }], guardianConsent };
      return sharing.ask(registrationContract.addCompanions, request, person);
    };
    expect(await add('youth14to17')).toMatchObject({ heads: 2, guardianConsentAt: null });
    await expect(add('child7to13')).rejects.toMatchObject({ code: 'GUARDIAN_CONSENT_REQUIRED' });
    const guardianConsentAt = sharing.clock.now().toISOString();
    expect(await add('child7to13', true)).toMatchObject({ heads: 3, guardianConsentAt });
    const cancelled = await sharing.ask(registrationContract.cancel, { registrationId }, person);
    expect(cancelled).toMatchObject({ state: 'cancelled', guardianConsentAt: null });
  });

  it('E17: nobody before the window, after it, or in a draft', async () => {
    const now = sharing.clock.now();
    const later = new Date(now.getTime() + 3_600_000);
    const [person] = await stage.members(host, 1);
    const cases = [
      [{ signUpOpensAt: later }, 'NOT_OPEN_YET'],
      [{ signUpOpensAt: new Date(0), signUpClosesAt: now }, 'SIGN_UP_CLOSED'],
      [{ signUpOpensAt: new Date(0), startsAt: now }, 'SIGN_UP_CLOSED'],
      [{ state: 'draft', publishedAt: null }, 'NOT_FOUND'],
      [{ state: 'cancelled', cancelReason: '雨' }, 'ACTIVITY_NOT_OPEN'],
    ] as const;
    for (const [changes, code] of cases) {
      const activityId = await stage.activity(host, changes);
      await expect(stage.register(activityId, person as Actor)).rejects.toMatchObject({ code });
    }
  });
});

describe('officers', () => {
  it('register a group in the order given, all or none, and leave alone who is there', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 2);
    const people = await stage.members(host, 3);
    await stage.register(activityId, people[2] as Actor);
    const personIds = people.map(({ personId }) => personId);
    const { items } = await sharing.ask(
      registrationContract.registerGroup,
      { activityId, personIds },
      host.officer,
    );
    expect(states(items)).toEqual(['confirmed', 'waitlisted', 'confirmed']);
    expect(items.map((item) => item.checkInCode)).toEqual([null, null, null]);
  });

  it('E21: seat someone beyond the capacity with a reason; that seat, given back, frees none', async () => {
    const activityId = await stage.activity(host);
    const below = await stage.union(host.path);
    const pool = await stage.pool(activityId, host, 1, below);
    const people = await stage.members(below, 3);
    await stage.line(activityId, people.slice(0, 2));
    const personId = people[2]?.personId ?? '';
    const request = { activityId, personId, override: { reason: '随队医生' } };
    // The officer of the pool's union may register, but only the organiser may exceed the venue's capacity.
    await expect(sharing.ask(registrationContract.register, request, below.officer)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const seated = await sharing.ask(registrationContract.register, request, host.officer);
    expect(seated.state).toBe('confirmed');
    const seats = async (): Promise<unknown> =>
      (await sharing.ask(poolContract.list, { activityId }, host.officer)).items.find(
        ({ id }) => id === pool.id,
      )?.seats;
    expect(await seats()).toMatchObject({ capacity: 1, confirmed: 2, over: 1, free: 0, waitingParties: 1 });
    await sharing.ask(registrationContract.cancel, { registrationId: seated.id }, host.officer, {
      ifMatch: seated.version,
    });
    expect(await seats()).toMatchObject({ capacity: 1, confirmed: 1, over: 0, free: 0, waitingParties: 1 });
  });

  it('E21: seat somebody who waits already, ahead of the line, with a reason', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 1);
    const people = await stage.members(host, 3);
    const [, second, third] = await stage.line(activityId, people);
    const request = { activityId, personId: people[2]?.personId ?? '', override: { reason: '翻译' } };
    const seated = await sharing.send(registrationContract.register, request, host.officer);
    expect(seated).toMatchObject({ existing: true, body: { id: third?.id, state: 'confirmed' } });
    expect(await stage.get(second as RegistrationView, people[1] as Actor)).toMatchObject({
      waitlistPlace: 1,
    });
  });

  it('see masked names, page by page, of the pools that they answer for', async () => {
    const activityId = await stage.activity(host);
    const below = await stage.union(host.path);
    await stage.pool(activityId, host, 1, below);
    await stage.pool(activityId, host, 5);
    await stage.line(activityId, [...(await stage.members(below, 3)), ...(await stage.members(host, 2))]);
    const first = await sharing.ask(registrationContract.list, { activityId, limit: 3 }, host.officer);
    const cursor = first.nextCursor ?? '';
    const second = await sharing.ask(
      registrationContract.list,
      { activityId, limit: 3, cursor },
      host.officer,
    );
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 2, null]);
    const ofPool = await sharing.ask(registrationContract.list, { activityId }, below.officer);
    expect(ofPool.items.map(({ waitlistPlace }) => waitlistPlace)).toEqual([null, 1, 2]);
    expect(ofPool.items[0]?.maskedName).toBe('张*');
  });
});

describe('access', () => {
  it('nobody, a plain member, another union’s officer and the right ones get what they may', async () => {
    const activityId = await stage.activity(host);
    const below = await stage.union(host.path);
    await stage.pool(activityId, host, 5, below);
    const [person, other] = (await stage.members(below, 2)) as [Actor, Actor];
    const stranger = await stage.union();
    const mine = await stage.register(activityId, person);
    const callers = [null, other, stranger.officer, below.officer, host.officer];
    const outcome = (attempt: Promise<unknown>): Promise<string> =>
      attempt.then(
        () => 'OK',
        (error: { code: string }) => error.code,
      );
    const perCaller = async (attempt: (caller: Actor | null) => Promise<unknown>): Promise<string[]> => {
      const outcomes: string[] = [];
      for (const caller of callers) outcomes.push(await outcome(attempt(caller)));
      return outcomes;
    };
    const registrationId = mine.id;
    expect(
      await perCaller((caller) => sharing.ask(registrationContract.get, { registrationId }, caller)),
    ).toEqual(['NOT_SIGNED_IN', 'NOT_FOUND', 'NOT_FOUND', 'OK', 'OK']);
    expect(
      await perCaller((caller) => sharing.ask(registrationContract.list, { activityId }, caller)),
    ).toEqual(['NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_PERMITTED', 'OK', 'OK']);
    const group = { activityId, personIds: [other.personId] };
    expect(
      await perCaller((caller) => sharing.ask(registrationContract.registerGroup, group, caller)),
    ).toEqual([
      'NOT_SIGNED_IN',
      'OK',
      'NOT_FOUND',
      'OK',
      'OK', // the members register themselves; then the activity exists for them but is hidden
    ]);
    const { version } = await sharing.ask(registrationContract.get, { registrationId }, person);
    await expect(
      sharing.ask(registrationContract.cancel, { registrationId }, below.officer, { ifMatch: version - 1 }),
    ).rejects.toMatchObject({ code: 'VERSION_STALE', params: { version } });
    expect(
      await perCaller((caller) =>
        sharing.ask(registrationContract.cancel, { registrationId }, caller, { ifMatch: version }),
      ),
    ).toEqual(['NOT_SIGNED_IN', 'NOT_FOUND', 'NOT_FOUND', 'OK', 'OK']);
    expect(await perCaller((caller) => sharing.ask(registrationContract.mine, {}, caller))).toEqual([
      'NOT_SIGNED_IN',
      'OK',
      'OK',
      'OK',
      'OK',
    ]);
    const own = await sharing.ask(registrationContract.mine, {}, person);
    expect(own.items).toMatchObject([{ id: mine.id, state: 'cancelled', activityTitle: '健步走' }]);
  });

  it('a stranger cannot register somebody else', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 5);
    const [person, other] = (await stage.members(host, 2)) as [Actor, Actor];
    const request = { activityId, personId: other.personId };
    await expect(sharing.ask(registrationContract.register, request, person)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  it('an officer who signs up somebody from the roster learns that the account is not activated yet', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 5);
    const [imported] = (await stage.members(host, 1, { state: 'imported' })) as [Actor];
    const request = { activityId, personId: imported.personId };
    await expect(sharing.ask(registrationContract.register, request, host.officer)).rejects.toMatchObject({
      code: 'MEMBER_NOT_ACTIVATED',
    });
  });

  it("a person's own are found by activity and by state, with what is needed on the day", async () => {
    const venue = '职工之家三楼';
    const [first, second] = [await stage.activity(host, { venue }), await stage.activity(host)];
    for (const activityId of [first, second]) await stage.pool(activityId, host, 5);
    const [person, other] = (await stage.members(host, 2)) as [Actor, Actor];
    const registered = await stage.register(first, person);
    await stage.cancel(await stage.register(second, person), person);
    const idsOf = async (filter: object, actor = person): Promise<string[]> => {
      const { items } = await sharing.ask(registrationContract.mine, filter, actor);
      return items.map((item) => item.activityId);
    };
    expect(await idsOf({})).toEqual([second, first]);
    expect(await idsOf({ activityId: first })).toEqual([first]);
    expect(await idsOf({ state: 'cancelled' })).toEqual([second]);
    expect(await idsOf({ activityId: first, state: 'cancelled' })).toEqual([]);
    expect(await idsOf({ activityId: first }, other)).toEqual([]);
    const { items } = await sharing.ask(registrationContract.mine, { activityId: first }, person);
    const { id, version, checkInCode, registeredAt } = registered;
    expect(items).toMatchObject([
      { id, version, checkInCode, registeredAt, venue, activityState: 'published' },
    ]);
    expect(Date.parse(items[0]?.endsAt ?? '') - Date.parse(items[0]?.startsAt ?? '')).toBe(2 * 3_600_000);
  });

  it('shows the code for the door to the person alone', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 5);
    const [person] = (await stage.members(host, 1)) as [Actor];
    const mine = await stage.register(activityId, person);
    expect(mine.checkInCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect((await stage.get(mine, host.officer)).checkInCode).toBeNull();
  });
});
