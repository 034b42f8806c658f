import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from '../sql.js';
import { eventFaults, type Marks, marksIn } from './check.js';
import { delaysOf, throughputOf } from './measure.js';
import { type EventsWorld, startEventsWorld } from './world.js';

let world: EventsWorld;

beforeAll(async () => {
  world = await startEventsWorld({ isFast: true });
});
afterAll(() => world?.stop());

describe('events from the outbox to the inbox', () => {
  it.each(['own', 'bare'] as const)('are exact, each measured a little: %s', async (kind) => {
    // 1,200 is more than the relay takes at once, and each thing changes 1,200 / 100 = 12 times.
    expect(await throughputOf(world[kind], 1_200)).toBeGreaterThan(0);
    const { p50, p99, perSecond } = await delaysOf(world[kind], { count: 100, perSecond: 200 });
    expect(p50).toBeGreaterThan(0);
    expect(p99).toBeGreaterThanOrEqual(p50);
    // Never faster than it is asked to, but for the rounding of a tick.
    expect(perSecond).toBeLessThan(220);
  });

  describe('are found not to be', () => {
    let since: Marks;
    const count = 200;

    beforeAll(async () => {
      since = await marksIn(world.own.databaseUrl);
      await throughputOf(world.own, count);
    });

    /** What the check finds with one fault planted, which is taken back afterwards. */
    const foundWith = async (plant: string, undo: string): Promise<string[]> => {
      const { databaseUrl } = world.own;
      await run(databaseUrl, `CREATE TABLE hearer.kept AS SELECT * FROM hearer.heard; ${plant}`);
      try {
        return await eventFaults(databaseUrl, since, count);
      } finally {
        await run(databaseUrl, `${undo}; DROP TABLE hearer.kept`);
      }
    };
    const restore = `DELETE FROM hearer.heard;
      INSERT INTO hearer.heard OVERRIDING SYSTEM VALUE SELECT * FROM hearer.kept`;
    const last = 'position = (SELECT max(position) FROM hearer.heard)';

    it.each([
      ['lost', `DELETE FROM hearer.heard WHERE ${last}`, 'lost: 1 events have had no effect'],
      [
        'twice',
        `INSERT INTO hearer.heard (event_id, thing_id, version) SELECT event_id, thing_id, version FROM hearer.heard WHERE ${last}`,
        'twice: 1 effects are of an event that had one',
      ],
      [
        'disordered',
        `UPDATE hearer.heard SET version = 0 WHERE ${last}`,
        'disordered: 1 effects came after a later one of their thing',
      ],
      [
        'unknown',
        `INSERT INTO hearer.heard (event_id, thing_id, version) VALUES (gen_random_uuid(), gen_random_uuid(), 1)`,
        'unknown: 1 effects are of no event',
      ],
    ])('%s', async (_what, plant, fault) => {
      expect(await foundWith(plant, restore)).toEqual([fault]);
    });

    it('fewer than were to be recorded', async () => {
      expect(await eventFaults(world.own.databaseUrl, since, count + 1)).toEqual([
        'wrong: 200 events are recorded, not 201',
      ]);
    });
  });
});
