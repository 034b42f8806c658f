import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServiceName, SERVICES } from '../local/services.js';
import { makeNetwork, makePerson, type Network, publishActivity, withDatabase } from './fixtures.js';
import { everythingAsked } from './observability-files.js';
import { readPromQl } from './promql.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

/** Gauges are measured at every tenth turn of a second, which a busy machine may stretch. */
const measuredWithinMs = 90_000;
let platform: TestPlatform;
let network: Network;
let activityId: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  network = await makeNetwork(platform);
  const officer = await makePerson(platform, network, network.near, ['officer']);
  ({ id: activityId } = await publishActivity(officer.client, network.near, 5));
  const member = await makePerson(platform, network, network.near);
  await eventually(() => member.client.post(`/activities/${activityId}/registrations`, {}));
});

afterAll(() => platform?.stop());

interface Sample {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

async function metricsOf(service: ServiceName): Promise<Sample[]> {
  const text = await (await fetch(platform.metricsUrl(service))).text();
  return text.split('\n').flatMap((line) => {
    const match = /^([a-z_:]+[a-z0-9_:]*)(?:\{(.*)\})? (\S+)$/i.exec(line);
    if (match === null) return [];
    const [, metric = '', labels = '', value] = match;
    const pairs = [...labels.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/g)];
    return [
      {
        metric,
        labels: Object.fromEntries(pairs.map(([, label = '', text = '']) => [label, text])),
        value: Number(value),
      },
    ];
  });
}

async function allMetrics(): Promise<Sample[]> {
  return (await Promise.all(SERVICES.map(({ name }) => metricsOf(name)))).flat();
}

async function gauge(service: ServiceName, metric: string): Promise<number | undefined> {
  return (await metricsOf(service)).find((sample) => sample.metric === metric)?.value;
}

/** The gateway's own subjects. One whose answer goes on for hours, or has not been asked for, is told of nowhere else. */
async function routes(): Promise<string[]> {
  const response = await fetch(`${platform.gatewayUrl}/api/openapi.json`);
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}

/** What Prometheus itself adds: the target's labels, and whether it answered. */
const targetLabels = ['job', 'instance'];

describe('every metric that a rule or a dashboard asks for', () => {
  it('is told, with each label by which it is picked or grouped, and each subject that is named', async () => {
    await eventually(async () => {
      const samples = await allMetrics();
      const labelsOf = (metric: string): string[] => [
        ...targetLabels,
        ...new Set(samples.filter((one) => one.metric === metric).flatMap((one) => Object.keys(one.labels))),
      ];
      const told = new Set(samples.map(({ metric }) => metric));
      const subjects = new Set([...samples.map(({ labels }) => labels['subject']), ...(await routes())]);
      const problems = everythingAsked().flatMap(({ where, expr, labelsNamed }) => {
        const { selectors, groupedBy } = readPromQl(expr);
        const matchers = selectors.flatMap((one) => one.matchers.map((matcher) => ({ ...one, ...matcher })));
        const known = selectors.flatMap(({ metric }) => labelsOf(metric));
        return [
          ...selectors
            .filter(({ metric }) => metric !== 'up' && !told.has(metric))
            .map(({ metric }) => metric),
          ...matchers
            .filter(({ metric, label }) => !labelsOf(metric).includes(label))
            .map(({ label }) => label),
          ...[...groupedBy, ...labelsNamed].filter((label) => !known.includes(label)),
          ...matchers
            .filter(({ label, value }) => label === 'subject' && !subjects.has(value))
            .map(({ value }) => value),
        ].map((missing) => `${where}: ${missing}`);
      });
      expect(problems).toEqual([]);
    }, measuredWithinMs);
  });

  it('shows nothing wrong where nothing is', async () => {
    const samples = await allMetrics();
    const valuesOf = (metric: string): number[] =>
      samples.filter((one) => one.metric === metric).map(({ value }) => value);
    // Six services reach their database and NATS, the gateway NATS, and evaluation its directory of keys.
    expect(valuesOf('gongxiang_ready')).toEqual(Array.from({ length: 14 }, () => 1));
    expect(valuesOf('gongxiang_audit_broken')).toEqual(SERVICES.map(() => 0));
    expect(valuesOf('gongxiang_dead_letters')).toEqual(SERVICES.map(() => 0));
    expect(valuesOf('gongxiang_ledger_imbalance_fen')).toEqual([0]);
    expect(valuesOf('gongxiang_oversold_seats')).toEqual([0]);
  });
});

describe('what must never be is told when it is', () => {
  /** Behind the back of every trigger and key, as only the administrator can. */
  const tamper = (sql: string): Promise<unknown> =>
    withDatabase(platform, async (client) => {
      await client.query(`SET session_replication_role = replica`);
      return client.query(sql);
    });

  it('E01: a seat that is not there', async () => {
    await tamper(`UPDATE sharing.pool SET capacity = 0 WHERE activity_id = '${activityId}'`);
    await eventually(
      async () => expect(await gauge('sharing', 'gongxiang_oversold_seats')).toBe(1),
      measuredWithinMs,
    );
  });

  it('a record of the audit trail that was changed', async () => {
    await tamper(`UPDATE membership.audit_record SET origin = '10.9.9.9'`);
    await eventually(
      async () => expect(await gauge('membership', 'gongxiang_audit_broken')).toBe(1),
      measuredWithinMs,
    );
  });

  it('a posting with one side only', async () => {
    await tamper(`
      WITH one AS (
        INSERT INTO settlement.account (id, party_kind, party_id, union_id, income_kind, purpose, created_at)
        VALUES (gen_random_uuid(), 'union', gen_random_uuid(), gen_random_uuid(), 'a', 'current', now()) RETURNING id)
      INSERT INTO settlement.posting (entry_id, line, debit_account, credit_account, amount_fen, income_kind, posted_on)
      SELECT gen_random_uuid(), 1, id, gen_random_uuid(), 300, 'a', current_date FROM one`);
    // Measured every five minutes, and at the start.
    await platform.kill('settlement');
    await platform.start('settlement');
    await eventually(
      async () => expect(await gauge('settlement', 'gongxiang_ledger_imbalance_fen')).toBe(300),
      measuredWithinMs,
    );
  });

  it('a service without its NATS', async () => {
    await platform.natsServer.kill();
    await eventually(async () => {
      const checks = (await metricsOf('sharing')).filter(({ metric }) => metric === 'gongxiang_ready');
      expect(Object.fromEntries(checks.map(({ labels, value }) => [labels['check'], value]))).toEqual({
        database: 1,
        nats: 0,
      });
    }, measuredWithinMs);
  });
});
