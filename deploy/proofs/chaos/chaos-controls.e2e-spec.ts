import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../demo/tools/world.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import {
  awaitViolations,
  effectViolations,
  eventViolations,
  type Listener,
  listenersOf,
  settled,
  toldViolations,
  type Violation,
} from './chaos-checks.js';
import { matterViolations, openService } from './chaos-affairs.js';
import { rowsOf } from '../rows.js';
import {
  appendOnly,
  found,
  type Guard,
  inbox,
  invoices,
  keysOf,
  linePlaces,
  provoked,
  seatLock,
  toldAgain,
  without,
} from './chaos-guards.js';
import { ledgerViolations, type SeenEntries } from './chaos-ledger.js';
import { billRequest, openPool, submitCosts, submitPool } from '../costs.js';
import { settle } from './chaos-money.js';
import { planWave, type Wave, waveViolations } from './chaos-signups.js';
import { Steps } from './chaos-steps.js';
import { copyStore, holdBack, isAllTold, loseStore } from './chaos-store.js';
import { againViolations, faultsIn, ride, seeded } from './chaos-wave.js';
import { insertMembers, type Person } from '../fixtures.js';
import { connectAsAdmin } from '../streams.js';
import { startTestPlatform, type TestPlatform } from '../test-platform.js';

/**
 * The checks of the other proofs, on a platform with one guard less: each must find what the guard prevents. No switch of
 * the product is needed, as all of these guards stand in the database, which is the proof's own.
 */
const startUpMs = 180_000;
const controlMs = 180_000;
const endsWithinMs = 60_000;
const crowdSize = 40;
const capacity = 10;

let platform: TestPlatform;
let world: AccessWorld;
let crowd: Person[];
let listeners: Listener[];
const seen: SeenEntries = new Map();

beforeAll(async () => {
  platform = await startTestPlatform({ sharing: 2 });
  world = await makeAccessWorld(platform);
  crowd = await insertMembers(platform, world.network, world.network.near, crowdSize);
  listeners = await listenersOf(platform);
}, startUpMs);

afterAll(() => platform?.stop(), startUpMs);

const waveOf = (name: string, others: number): Promise<Wave> =>
  planWave(world, { name, crowd, capacity, others, lastsMs: 0, random: seeded(1) });

const kindsOf = (violations: readonly Violation[]): string[] => [
  ...new Set(violations.map((one) => one.split(':')[0] ?? '')),
];

describe('seats', () => {
  const rush = async (guards: readonly Guard[], name: string): Promise<Violation[]> => {
    const wave = await waveOf(name, 0);
    return without(platform, guards, async () => {
      const told = await ride(platform.gatewayUrl, wave.wishes, endsWithinMs);
      return [...faultsIn(told), ...(await waveViolations(platform, wave, told))];
    });
  };

  it(
    'are as they should be with all guards',
    async () => {
      expect(await rush([], '全')).toEqual([]);
    },
    controlMs,
  );

  it(
    'break by the second line, and that is found, without the lock of the activity',
    async () => {
      const violations = await provoked('fault', (number) => rush([seatLock], `无锁${number}`));
      expect(kindsOf(violations)).toContain('fault');
    },
    controlMs,
  );

  it(
    'are oversold, and that is found, without the lock of the activity and the second line',
    async () => {
      const violations = await provoked('oversold', (number) =>
        rush([seatLock, linePlaces], `无锁无序${number}`),
      );
      expect(kindsOf(violations)).toEqual(expect.arrayContaining(['oversold', 'twice']));
    },
    controlMs,
  );
});

describe('a key of idempotency', () => {
  const askTwice = async (name: string): Promise<Violation[]> => {
    const wave = await waveOf(name, 2);
    const told = await ride(platform.gatewayUrl, wave.wishes, endsWithinMs);
    const again = await againViolations(platform.gatewayUrl, told);
    return [...again, ...(await waveViolations(platform, wave, told))];
  };

  it(
    'keeps everybody’s answer and everything single',
    async () => {
      expect(await askTwice('有键')).toEqual([]);
    },
    controlMs,
  );

  it(
    'is missed, and that is found, where requests are sent again: things are made twice, registrations answered otherwise',
    async () => {
      const violations = await without(platform, [keysOf('sharing')], () => askTwice('无键'));
      expect(kindsOf(violations).sort()).toEqual(['otherwise', 'twice']);
      expect(violations.some((one) => /^otherwise: .*\/registrations/.test(one))).toBe(true);
    },
    controlMs,
  );

  it(
    'is missed, and that is found, where a matter is sent again: it is there twice',
    async () => {
      const serviceId = await openService(world);
      const body = { serviceId, answers: {}, contact: { name: '张三' } };
      const twice = async (): Promise<Violation[]> => {
        const steps = new Steps(platform.gatewayUrl, endsWithinMs);
        const { id = '' } = await steps.take({ person: world.people.member, path: '/matters', body });
        await againViolations(platform.gatewayUrl, steps.told);
        known.push(id);
        return matterViolations(world, { serviceId }, known);
      };
      const known: string[] = [];
      expect(await twice()).toEqual([]);
      expect(kindsOf(await without(platform, [keysOf('affairs')], twice))).toEqual(['twice']);
    },
    controlMs,
  );

  it(
    'is missed, and that is found, where a bill is sent again: it is posted twice',
    async () => {
      const violations = await without(platform, [keysOf('settlement'), invoices], async () => {
        const poolId = await openPool(world);
        const bill = { ...(await billRequest(world, poolId)), person: world.people.keeper, afterMs: 0 };
        const told = await ride(platform.gatewayUrl, [bill], endsWithinMs);
        await againViolations(platform.gatewayUrl, told);
        await submitPool(world, poolId);
        return settle(world, poolId, endsWithinMs);
      });
      expect(violations).toEqual(['wrong: the run transfers 100000 fen']);
    },
    controlMs,
  );
});

describe('an inbox', () => {
  /** Delivers every proposal of an agreement once more, as JetStream may. */
  const deliverAgain = async (): Promise<void> => {
    const events = await rowsOf<{ subject: string; envelope: object }>(
      platform,
      `SELECT subject, envelope FROM sharing.outbox WHERE subject = 'evt.sharing.agreement.proposed.v1'`,
    );
    const nats = await connectAsAdmin(platform);
    for (const { subject, envelope } of events) await nats.request(subject, JSON.stringify(envelope));
    await nats.close();
  };

  it(
    'lets no event have its effect twice',
    async () => {
      await deliverAgain();
      expect(await settled(() => toldViolations(platform, listeners))).toEqual([]);
    },
    controlMs,
  );

  it(
    'is missed, and that is found by its marks and by the effect',
    async () => {
      await without(platform, [inbox], async () => {
        await deliverAgain();
        expect(await found('twice', () => effectViolations(platform))).toEqual(
          expect.arrayContaining([expect.stringMatching(/^twice: agreement .* was judged 2 times/)]),
        );
        expect(await found('twice', () => eventViolations(platform, listeners))).toEqual(
          expect.arrayContaining([
            expect.stringMatching(/^twice: settlement-agreement-consumer-of-sharing has marked/),
          ]),
        );
      });
    },
    controlMs,
  );
});

describe('notification', () => {
  it(
    'is found to hold what waits for nobody any more',
    async () => {
      expect(await settled(() => awaitViolations(platform))).toEqual([]);
      await rowsOf(
        platform,
        `WITH thing AS (
           INSERT INTO notification.awaited_thing (service, subject, id, version, told_at)
           VALUES ('affairs', 'invented', gen_random_uuid(), 1, now()) RETURNING *)
         INSERT INTO notification.awaiting (id, service, subject, thing_id, kind, slot, why, roles, is_nearest, about,
           values, time_zone, since)
         SELECT gen_random_uuid(), service, subject, id, 'loanRequested', '', 'lends', '{}', false, '{}', '{}',
           'Asia/Shanghai', now() FROM thing`,
      );
      expect(await awaitViolations(platform)).toEqual([
        'unlike: notification lacks 0 and has 1 too many of what waits for invented of affairs',
      ]);
      for (const table of ['awaiting', 'awaited_thing'])
        await rowsOf(platform, `DELETE FROM notification.${table} WHERE subject = 'invented'`);
    },
    controlMs,
  );
});

describe('the ledger', () => {
  const books = (): Promise<Violation[]> => ledgerViolations(platform, world.network.operator.client, seen);
  const change = 'UPDATE settlement.posting SET amount_fen = amount_fen + 1';

  it(
    'refuses every change of what was posted',
    async () => {
      expect(await settle(world, await submitCosts(world), endsWithinMs)).toEqual([]);
      expect(await books()).toEqual([]);
      await expect(rowsOf(platform, change)).rejects.toThrow('append-only');
      expect(await books()).toEqual([]);
    },
    controlMs,
  );

  it(
    'is found changed without its triggers',
    async () => {
      const violations = await without(platform, [appendOnly], async () => {
        await rowsOf(platform, change);
        const changed = await books();
        await rowsOf(platform, 'UPDATE settlement.posting SET amount_fen = amount_fen - 1');
        return changed;
      });
      expect(kindsOf(violations).sort()).toEqual(['changed', 'wrong']);
      expect(await books()).toEqual([]);
    },
    controlMs,
  );

  it(
    'is found to hold a posting twice',
    async () => {
      const violations = await without(
        platform,
        [{ off: 'DROP INDEX settlement.entry_source', on: 'SELECT 1' }],
        async () => {
          await rowsOf(
            platform,
            `INSERT INTO settlement.entry SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).*
           FROM settlement.entry e WHERE kind = 'netting' LIMIT 1`,
          );
          return books();
        },
      );
      expect(violations).toEqual([expect.stringMatching(/^twice: netting run .* is posted 2 times/)]);
    },
    controlMs,
  );
});

describe('the relay', () => {
  const loseEverything = async (name: string): Promise<void> => {
    const wave = await waveOf(name, 2);
    await holdBack(platform, listeners);
    await ride(platform.gatewayUrl, wave.wishes, endsWithinMs);
    await until(() => isAllTold(platform), 'the last event', endsWithinMs);
    await loseStore(platform, 'is wiped', copyStore(platform));
    await platform.natsServer.start();
  };

  it(
    'is missed, and that is found, when it does not tell again what JetStream has lost',
    async () => {
      const kept = await without(platform, [toldAgain], async () => {
        await loseEverything('失');
        // Everybody listens again, nothing waits, and still somebody has not heard.
        return found('lost', () => eventViolations(platform, listeners));
      });
      expect(kindsOf(kept)).toContain('lost');
      // With the guard back, the next reconnect brings everything.
      await platform.natsServer.kill();
      await platform.natsServer.start();
      expect(await settled(() => eventViolations(platform, listeners))).toEqual([]);
    },
    controlMs,
  );
});
