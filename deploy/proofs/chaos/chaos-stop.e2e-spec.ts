import { leftOpen } from '@gongxiang/observability';
import type { RunningProcess } from '@gongxiang/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, ask, send } from '../ask.js';
import { rowsOf } from '../rows.js';
import { settled } from './chaos-checks.js';
import { draftOf, makeNetwork, makePerson, type Network, type Person } from '../fixtures.js';
import { startTestPlatform, type TestPlatform } from '../test-platform.js';

const startUpMs = 180_000;
const proofMs = 120_000;
/** All at work in the database at once, so that none of them waits for a connection meanwhile. */
const requests = 60;

let platform: TestPlatform;
let network: Network;
let organiser: Person;

beforeAll(async () => {
  platform = await startTestPlatform(
    { gateway: 2, sharing: 2, settlement: 0, evaluation: 0, notification: 0, affairs: 0 },
    { POOL_SIZE: String(requests), REQUEST_TIMEOUT_MS: '60000' },
  );
  network = await makeNetwork(platform);
  organiser = await makePerson(platform, network, network.near, ['officer', 'organiser']);
  // Whoever makes an activity is at work until the gate opens: as long as the machine needs to bring all of them there.
  await rowsOf(
    platform,
    `CREATE TABLE sharing.gate (is_open boolean NOT NULL);
     INSERT INTO sharing.gate VALUES (false);
     CREATE FUNCTION sharing.wait_at_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
     BEGIN
       WHILE NOT (SELECT is_open FROM sharing.gate) LOOP PERFORM pg_sleep(0.02); END LOOP;
       RETURN NEW;
     END $$;
     CREATE TRIGGER wait_at_gate BEFORE INSERT ON sharing.activity
       FOR EACH ROW EXECUTE FUNCTION sharing.wait_at_gate()`,
  );
}, startUpMs);

afterAll(() => platform?.stop(), startUpMs);

beforeEach(async () => {
  if (platform.replicas('sharing').length < 2) await platform.start('sharing');
  await rowsOf(platform, `DELETE FROM sharing.activity`);
  await setGate(false);
}, startUpMs);

async function setGate(isOpen: boolean): Promise<void> {
  await rowsOf(platform, `UPDATE sharing.gate SET is_open = ${isOpen}`);
}

/** Requests that a copy of sharing works on at this moment. */
async function inFlight(slot: number): Promise<number> {
  const response = await fetch(new URL('/metrics', platform.healthUrl('sharing', slot)));
  return Number(/^gongxiang_requests_in_flight\S* (\d+)/m.exec(await response.text())?.[1] ?? '0');
}

/** All requests at once. */
class Rush {
  answered = 0;
  readonly answers: Promise<Answer[]>;

  constructor(gatewayUrl: string) {
    const one = async (): Promise<Answer> => {
      const answer = await ask(gatewayUrl, 'POST', '/activities', {
        token: organiser.token,
        body: draftOf(network.near),
      });
      this.answered += 1;
      return answer;
    };
    this.answers = Promise.all(Array.from({ length: requests }, one));
    this.answers.catch(() => undefined); // whoever awaits them is told
  }

  /** Waits until so many have reached sharing, as a copy of the gateway passed them on. */
  async reached(count: number): Promise<void> {
    const late = await settled(async () => {
      // First: what is answered while the others are asked must not count twice.
      const { answered } = this;
      const there = answered + (await inFlight(0)) + (await inFlight(1));
      return there >= count ? [] : [`late: ${there} of ${count} requests have come`];
    });
    expect(late).toEqual([]);
  }
}

/** Each request has an answer of its own, what it says is there, and nothing else is. */
async function expectAllAnswered(rush: Rush): Promise<void> {
  const answers = await rush.answers;
  expect(answers.filter((one) => one.status !== 201).map((one) => [one.status, one.body.code])).toEqual([]);
  const rows = await rowsOf<{ id: string }>(platform, 'SELECT id FROM sharing.activity ORDER BY id');
  expect(rows.map((row) => row.id)).toEqual(answers.map((one) => one.body.id).sort());
}

/** It closed all that was open, and went by itself: neither was it killed, nor did its time run out. */
async function expectEnded(process: RunningProcess): Promise<void> {
  expect(await process.exited).toEqual({ code: 0, signal: null });
  expect(process.lastOutput()).not.toContain(leftOpen);
}

describe(`of ${requests} requests in flight each gets its answer`, () => {
  it(
    'when one of two copies of their service is asked to end',
    async () => {
      const rush = new Rush(platform.gatewayUrl);
      await rush.reached(requests);
      // Which of them has more to do is for chance to say.
      const works = [await inFlight(0), await inFlight(1)] as const;
      const busier = works[0] > works[1] ? 0 : 1;
      expect(works[busier]).toBeGreaterThan(0);
      const ending = platform.end('sharing', busier);
      await setGate(true);
      await expectEnded(ending);
      await expectAllAnswered(rush);
    },
    proofMs,
  );

  it(
    'when the copy of the gateway that they came through is asked to end, though a page still listens to its hints',
    async () => {
      const { origin } = new URL(platform.healthUrl('gateway', 1));
      const hints = await send(origin, 'GET', '/events', { token: organiser.token });
      const rush = new Rush(origin);
      await rush.reached(requests);
      expect(rush.answered).toBe(0);
      const ending = platform.end('gateway', 1);
      await setGate(true);
      await expectEnded(ending);
      await expectAllAnswered(rush);
      expect(await hints.text()).toContain('retry:');
      const other = await ask(platform.gatewayUrl, 'GET', '/me', { token: organiser.token });
      expect(other.status).toBe(200);
    },
    proofMs,
  );
});
