import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MemberImportView } from '@gongxiang/contracts/membership/members/member-import.contract';
import readXlsxFile from 'read-excel-file/node';
import { rosterRows, xlsxOf } from '../../bench/roster/rows.js';
import { run } from '../../bench/sql.js';
import { makeNetwork, makePerson, type Network, type Person } from '../fixtures.js';
import { startTestPlatform, type TestPlatform } from '../test-platform.js';

const startUpMs = 180_000;
const loadMs = 1_800_000;
const pollMs = 200;
const count = 100_000;
/** After so many rows each, membership dies. */
const deaths = [10_000, 40_000, 70_000];
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let platform: TestPlatform;
let network: Network;
let officer: Person;

beforeAll(async () => {
  platform = await startTestPlatform({ sharing: 0, settlement: 0, evaluation: 0 });
  network = await makeNetwork(platform);
  officer = await makePerson(platform, network, network.near, ['officer']);
}, startUpMs);

afterAll(() => platform?.stop(), startUpMs);

/** The progress of a load, also while nobody answers. */
async function progressOf(importId: string): Promise<{ readonly state: string; readonly position: number }> {
  const [row] = await run<{ state: string; position: number }>(
    platform.databaseUrl,
    'SELECT state, position FROM membership.member_import WHERE id = $1',
    [importId],
  );
  if (row === undefined) throw new Error('the import is gone');
  return row;
}

describe('a roster of 100,000 rows', () => {
  it(
    'is loaded once and whole while membership dies three times, and never goes back',
    async () => {
      const rows = rosterRows(count, 0);
      const upload = await officer.client.upload('roster.xlsx', await xlsxOf(rows), xlsxType);
      const request = { unionId: network.near.id, fileKey: upload.key };
      const { id } = await officer.client.post<MemberImportView>('/member-imports', request);
      const ahead = [...deaths];
      let reached = 0;
      for (;;) {
        const { state, position } = await progressOf(id);
        expect(position).toBeGreaterThanOrEqual(reached);
        reached = position;
        if (state === 'done' || state === 'failed') break;
        if (ahead[0] !== undefined && position >= ahead[0]) {
          ahead.shift();
          await platform.kill('membership');
          await platform.start('membership');
        }
        await setTimeout(pollMs);
      }
      expect(ahead).toEqual([]);

      const [loaded] = await run<{ people: number; members: number; reported: number }>(
        platform.databaseUrl,
        `SELECT count(DISTINCT m.person_id)::int AS people, count(*)::int AS members,
         (SELECT count(*)::int FROM membership.member_import_row r WHERE r.import_id = $2 AND r.state = 'created')
           AS reported
       FROM membership.member_import_row i JOIN membership.union_membership m ON m.person_id = i.person_id
       WHERE i.import_id = $2 AND m.union_id = $1`,
        [network.near.id, id],
      );
      expect(loaded).toEqual({ people: count, members: count, reported: count });

      const response = await fetch(`${platform.gatewayUrl}/api/v1/member-imports/${id}/file`, {
        headers: { Authorization: `Bearer ${officer.token}` },
      });
      expect(response.status).toBe(200);
      const [sheet] = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
      expect(sheet?.data).toHaveLength(count + 1);
    },
    loadMs,
  );
});
