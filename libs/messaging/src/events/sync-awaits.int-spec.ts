import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AwaitsState } from '@gongxiang/contracts/notification/awaits';
import { newId } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { type BenchTools, startTools } from '../fixture/tools.fixture.js';
import { type Await, type AwaitedThing, syncAwaits } from './index.js';

let tools: BenchTools;

beforeAll(async () => {
  tools = await startTools();
});
afterAll(() => tools.stop());

const sync = (...things: readonly AwaitedThing[]): Promise<void> =>
  tools.transactions.system(continueTrace(undefined), (tx) => syncAwaits(tx, 'sharing', 'loan', things));

/** What was told of a thing, in order. */
async function told(id: string): Promise<AwaitsState[]> {
  const rows: { data: AwaitsState }[] = await tools.dataSource.query(
    `SELECT envelope->'data' AS data FROM outbox
     WHERE subject = 'evt.sharing.awaits.changed.v1' AND envelope->>'subject' = $1 ORDER BY position`,
    [id],
  );
  return rows.map(({ data }) => data);
}

const asked = (more: Partial<Await> = {}): Await => ({
  kind: 'loanRequested',
  why: 'lends',
  personIds: ['019a9a5e-3c00-7000-8000-000000000001'],
  about: { loanId: 'loan-1' },
  ...more,
});

describe('what waits about a thing', () => {
  it('is told when it begins, when it changes and when it is done, and not when nothing changes', async () => {
    const id = newId();
    await sync({ id, awaits: [] });
    expect(await told(id)).toEqual([]);
    await sync({ id, awaits: [asked()] });
    await sync({ id, awaits: [asked()] });
    await sync({ id, awaits: [asked({ dueAt: new Date('2026-11-21T00:00:00Z') })] });
    await sync({ id, awaits: [] });
    await sync({ id, awaits: [] });
    const states = await told(id);
    expect(states.map(({ awaits }) => awaits.map(({ dueAt }) => dueAt))).toEqual([
      [null],
      ['2026-11-21T00:00:00.000Z'],
      [],
    ]);
    expect(states[0]).toMatchObject({ subject: 'loan', id, awaits: [{ kind: 'loanRequested', slot: '' }] });
    const versions = states.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });

  it('is told for many at once, each for itself', async () => {
    const [one, other, none] = [newId(), newId(), newId()];
    await sync({ id: other, awaits: [asked()] });
    await sync({ id: one, awaits: [asked()] }, { id: other, awaits: [] }, { id: none, awaits: [] });
    expect((await told(one)).map(({ awaits }) => awaits.length)).toEqual([1]);
    expect((await told(other)).map(({ awaits }) => awaits.length)).toEqual([1, 0]);
    expect(await told(none)).toEqual([]);
  });

  it('is not told where its transaction is rolled back', async () => {
    const id = newId();
    const failing = tools.transactions.system(continueTrace(undefined), async (tx) => {
      await syncAwaits(tx, 'sharing', 'loan', [{ id, awaits: [asked()] }]);
      throw new Error('it went wrong');
    });
    await expect(failing).rejects.toThrow('it went wrong');
    expect(await told(id)).toEqual([]);
    await sync({ id, awaits: [asked()] });
    expect(await told(id)).toHaveLength(1);
  });
});
