import { within } from './within.js';

/** One thing without which the service cannot do its work. It throws, or answers false, when it is missing. */
export interface HealthCheck {
  readonly name: string;
  check(): Promise<boolean>;
}

export interface HealthReport {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, 'up' | 'down'>>;
}

const checkTimeoutMs = 1_000;

/** Asks every check at once and waits a second at most: readiness that hangs is no readiness. */
export async function checkHealth(checks: readonly HealthCheck[]): Promise<HealthReport> {
  const results = await Promise.all(
    checks.map(async (one) => [one.name, await within(checkTimeoutMs, isUp(one), false)] as const),
  );
  return {
    ready: results.every(([, up]) => up),
    checks: Object.fromEntries(results.map(([name, up]) => [name, up ? 'up' : 'down'])),
  };
}

/** The reason why one fails is its own to log; here only the fact counts. */
async function isUp(one: HealthCheck): Promise<boolean> {
  return one.check();
}
