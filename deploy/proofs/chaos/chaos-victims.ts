import { expect } from '@jest/globals';
import { DATABASE_SERVICES, SERVICE_NAMES, type ServiceName } from '../../local/services.js';
import { readiness, settled } from './chaos-checks.js';
import { pause } from './chaos-wave.js';
import type { Restartable } from '../own-servers.js';
import type { TestPlatform } from '../test-platform.js';

/** What may die: a service with all its copies, one copy of the two of sharing, or a server beneath them. */
export type Victim = ServiceName | 'one copy of sharing' | 'nats-server' | 'PostgreSQL';

/** Whose readiness must say that it is gone. No service waits for another, so nobody's tells of a service. */
const users: Partial<Record<Victim, readonly ServiceName[]>> = {
  PostgreSQL: DATABASE_SERVICES,
  'nats-server': SERVICE_NAMES,
};

/** A platform with two copies of sharing, on servers of its own. */
export interface Burning {
  readonly platform: TestPlatform;
  readonly postgres: Restartable;
}

function handleOf({ platform, postgres }: Burning, victim: Victim): Pick<Restartable, 'kill' | 'start'> {
  if (victim === 'PostgreSQL') return postgres;
  if (victim === 'nats-server') return platform.natsServer;
  if (victim === 'one copy of sharing')
    return {
      // The second: the first one's address is where sharing's readiness is asked for.
      kill: () => platform.kill('sharing', 1),
      start: async () => void (await platform.start('sharing')),
    };
  const copies = victim === 'sharing' ? 2 : 1;
  return {
    kill: () => platform.kill(victim),
    start: async () => {
      await Promise.all(Array.from({ length: copies }, () => platform.start(victim)));
    },
  };
}

/** Kills at its moment, looks whether everybody's readiness tells the truth, and starts again. */
export async function killAndStart(burning: Burning, victim: Victim, afterMs: number): Promise<void> {
  const { kill, start } = handleOf(burning, victim);
  await pause(afterMs);
  await kill();
  const hit = users[victim] ?? [];
  const truth = (service: ServiceName): number => {
    if (service === victim) return 0;
    return hit.includes(service) ? 503 : 200;
  };
  await expectReadiness(burning.platform, truth);
  await start();
}

/** Everything is well again, and says so. */
export async function expectAllReady(platform: TestPlatform): Promise<void> {
  await expectReadiness(platform, () => 200);
}

async function expectReadiness(
  platform: TestPlatform,
  truth: (service: ServiceName) => number,
): Promise<void> {
  const wrong = await settled(async () => {
    const said = await Promise.all(SERVICE_NAMES.map((service) => readiness(platform, service)));
    return SERVICE_NAMES.map(
      (service, index) => `${service} says ${said[index]}, and ${truth(service)} is true`,
    ).filter((_text, index) => said[index] !== truth(SERVICE_NAMES[index] ?? 'gateway'));
  });
  expect(wrong).toEqual([]);
}
