import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessTables } from './access-tables.js';
import { type AccessWorld, askRow, makeAccessWorld } from './access-world.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

/** No version is ever as high. */
const neverSeen = 999_999;

let platform: TestPlatform;
let world: AccessWorld;

beforeAll(async () => {
  // One person asks for more in a minute than people do: each decision is looked at before.
  platform = await startTestPlatform({}, { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '1000000' });
  world = await makeAccessWorld(platform);
});

afterAll(() => platform?.stop());

async function routesOfDocument(): Promise<string[]> {
  const response = await fetch(`${platform.gatewayUrl}/api/openapi.json`);
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  );
}

describe('the route table', () => {
  it('has a row for every route of the OpenAPI document, and no other', async () => {
    const rows = new Set(accessTables.flatMap(([, table]) => table.map((row) => row.route)));
    const routes = await routesOfDocument();
    expect(routes.length).toBeGreaterThan(100);
    expect({
      withoutRow: routes.filter((route) => !rows.has(route)),
      withoutRoute: [...rows].filter((route) => !routes.includes(route)),
    }).toEqual({ withoutRow: [], withoutRoute: [] });
  });

  it('says why, wherever the right person is refused', () => {
    const unexplained = accessTables.flatMap(([, table]) =>
      table.filter((row) => row.expected[3] >= 400 && row.why === undefined),
    );
    expect(unexplained).toEqual([]);
  });
});

describe.each(accessTables)('%s', (_name, table) => {
  it.each(table)(
    '$route answers $expected to nobody, member, other officer and the right person',
    async (row) => {
      await row.before?.(world);
      const { member, other } = world.people;
      const right = world.people[row.right ?? 'keeper'];
      if (world.versioned.has(row.route) && row.expected[3] < 300) {
        const unseen = [null, neverSeen].map((ifMatch) => askRow(world, row, right, { ifMatch }));
        const refused = (await Promise.all(unseen)).map(({ status, body }) => [status, body.code]);
        expect(refused).toEqual([
          [428, 'VERSION_REQUIRED'],
          [412, 'VERSION_STALE'],
        ]);
      }
      const askers = [null, member, other, right];
      const answers = [];
      for (const person of askers) answers.push(await askRow(world, row, person));
      const seen = answers.map(({ status, body }, index) =>
        status === row.expected[index]
          ? status
          : { status, code: body.code, detail: body.detail, errors: body.errors },
      );
      expect(seen).toEqual(row.expected);
      const last = answers[3]?.body ?? {};
      if (row.keep !== undefined && last.id !== undefined) world.ids.set(row.keep, last.id);
      row.after?.(world, last);
    },
  );
});
