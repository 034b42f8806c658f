import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '@gongxiang/domain';
import { createLogger, createMetrics, type Metrics } from '@gongxiang/observability';
import { eventually } from '@gongxiang/testing';
import type { DataSource } from 'typeorm';
import { Measures } from '../events/measures.js';
import { startBench } from '../fixture/bench.fixture.js';
import { Watch } from './watch.js';

class Things {
  asked = 0;

  @Measures({ name: 'gongxiang_test_broken', help: 'Cannot be measured', everySeconds: 3_600 })
  async broken(sql: DataSource): Promise<number> {
    return sql.query('SELECT 1 FROM no_such_table');
  }

  @Measures({ name: 'gongxiang_test_things', help: 'Things', everySeconds: 3_600 })
  async count(sql: DataSource): Promise<number> {
    this.asked += 1;
    const [row] = (await sql.query('SELECT 7 AS things')) as [{ things: number }];
    return row.things;
  }
}

let bench: Awaited<ReturnType<typeof startBench>>;
let metrics: Metrics;
const things = new Things();

beforeAll(async () => {
  bench = await startBench({ replicas: 1 });
});
afterAll(() => bench.stop());

function watchOver(instances: object[]): Watch {
  metrics = createMetrics('test');
  const logger = createLogger({ service: 'test', level: 'silent' });
  return new Watch(instances, { dataSource: bench.dataSource, metrics, logger }, systemClock);
}

async function gaugeValue(name: string): Promise<number | undefined> {
  const { values } = (await metrics.registry.getSingleMetric(name)?.get()) ?? { values: [] };
  return values[0]?.value;
}

describe('the watch', () => {
  it('tells what a feature measures, as seldom as it says, and goes on where another cannot be measured', async () => {
    const watch = watchOver([things, {}]);
    await watch.run();
    await eventually(async () =>
      expect([await gaugeValue('gongxiang_test_things'), await gaugeValue('gongxiang_test_broken')]).toEqual([
        7, 0,
      ]),
    );
    await watch.run();
    await watch.stop();
    expect(things.asked).toBe(1);
  });

  it('measures nothing more once it is stopped', async () => {
    const watch = watchOver([things]);
    const asked = things.asked;
    await watch.run();
    await watch.stop();
    await watch.run();
    await watch.stop();
    expect(things.asked).toBe(asked);
  });

  it('tells how late due work is', async () => {
    const watch = watchOver([]);
    await watch.run();
    expect(await gaugeValue('gongxiang_due_overdue_seconds')).toBe(0);
    const at = new Date(Date.now() - 90_000);
    // This kind has no handler, so it stays due.
    await bench.dataSource.query(
      `INSERT INTO due (kind, key, due_at, payload) VALUES ('nobody''s', 'x', $1, '{}')`,
      [at],
    );
    await watch.run();
    const late = (await gaugeValue('gongxiang_due_overdue_seconds')) ?? 0;
    expect(late).toBeGreaterThanOrEqual(90);
  });

  it('keeps telling of a broken trail until a whole round has found it mended', async () => {
    const watch = watchOver([]);
    await bench.dataSource.query(
      `INSERT INTO audit_seal (number, at, row_count, hash) VALUES (1, now(), 1, 'not the hash of anything')`,
    );
    await watch.run();
    await watch.run();
    expect(await gaugeValue('gongxiang_audit_broken')).toBe(1);
  });
});
