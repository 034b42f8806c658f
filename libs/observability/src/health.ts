import { within } from './within.js';

/** A dependency that the service needs. The check throws, or returns false, if it is missing. */
export interface HealthCheck {
  readonly name: string;
  check(): Promise<boolean>;
}

export interface HealthReport {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, 'up' | 'down'>>;
}

const checkTimeoutMs = 1_000;

/** Runs all checks in parallel and waits a second at most: a check that hangs has failed. */
export async function checkHealth(checks: readonly HealthCheck[]): Promise<HealthReport> {
  const results = await Promise.all(
    checks.map(async (one) => [one.name, await within(checkTimeoutMs, isUp(one), false)] as const),
  );
  return {
    ready: results.every(([, up]) => up),
    checks: Object.fromEntries(results.map(([name, up]) => [name, up ? 'up' : 'down'])),
  };
}

/** A failing check logs its reason itself; here only the fact counts. */
async function isUp(one: HealthCheck): Promise<boolean> {
  return one.check();
}
