import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  costPoolContract,
  type CostPoolView,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { newId } from '@gongxiang/domain';
import { eventually, ownerOf, type ServiceFixture } from '@gongxiang/testing';
import type { DataSource } from 'typeorm';
import { approvedPool, holder, knownActivity, knownNetwork, submittedPool } from '../network.fixture.js';
import { startSettlement } from '../settlement.fixture.js';

let settlement: ServiceFixture;
let owner: DataSource;
let a: UnionState, b: UnionState, c: UnionState;
const rule = { kind: 'equal' };

beforeAll(async () => {
  settlement = await startSettlement({ replicas: 2 });
  owner = await ownerOf(settlement);
  [a, b, c] = (await knownNetwork(settlement, 3)).unions as [UnionState, UnionState, UnionState];
  await approvedPool(settlement, { parties: [a, b], rule, bills: [{ payer: a, fen: 2n }] });
});
afterAll(async () => {
  await owner.destroy();
  await settlement.stop();
});

async function submitted(): Promise<CostPoolView> {
  const activityId = await knownActivity(settlement, { parties: [a, b, c], rule });
  return submittedPool(settlement, activityId, [{ payer: a, fen: 300n }], a);
}

async function count(sql: string): Promise<number> {
  const rows: { count: number }[] = await owner.query(`SELECT count(*)::int AS count FROM ${sql}`);
  return rows[0]?.count ?? -1;
}

const approver = () => holder('approver', a);
const approve = (costPoolId: string, actor = approver(), idempotencyKey: string = newId()) =>
  settlement.send(costPoolContract.approve, { costPoolId }, actor, { idempotencyKey });

describe('what is posted', () => {
  it('E85: is posted once, whoever repeats the same request, and answered alike', async () => {
    const { id } = await submitted();
    const [actor, key] = [approver(), newId()];
    const answers = await Promise.all(Array.from({ length: 5 }, () => approve(id, actor, key)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await count(`entry WHERE source_id = '${id}'`)).toBe(1);
  });

  it('E86: is refused under a key that stands for something else, and changes nothing', async () => {
    const { entryId } = await approvedPool(settlement, {
      parties: [a, b],
      rule,
      bills: [{ payer: a, fen: 2n }],
    });
    const call = { idempotencyKey: newId() };
    const actor = approver();
    const reverse = (reason: string) =>
      settlement.send(ledgerContract.reverse, { entryId: entryId ?? '', reason }, actor, call);
    const results = await Promise.allSettled([reverse('重复入账'), reverse('金额有误')]);
    const refused = results.filter((one) => one.status === 'rejected');
    expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect(await count(`entry WHERE reversal_of = '${entryId}'`)).toBe(1);
  });

  it('E89: has all of its legs or none, and says so loudly', async () => {
    const { id } = await submitted();
    await owner.query(`
      CREATE FUNCTION lose_a_leg() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF NEW.line = 1 THEN RAISE EXCEPTION 'the second leg is lost'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER lose_a_leg BEFORE INSERT ON posting FOR EACH ROW EXECUTE FUNCTION lose_a_leg()`);
    const [actor, key] = [approver(), newId()];
    await expect(approve(id, actor, key)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await count(`entry WHERE source_id = '${id}'`)).toBe(0);
    expect(await count(`cost_pool WHERE id = '${id}' AND state = 'submitted'`)).toBe(1);
    await owner.query('DROP TRIGGER lose_a_leg ON posting; DROP FUNCTION lose_a_leg()');
    expect((await approve(id, actor, key)).body.state).toBe('approved');
    expect(await count(`posting p JOIN entry e ON e.id = p.entry_id WHERE e.source_id = '${id}'`)).toBe(2);
  });

  it('E87: is told only after the commit: a connection that dies before it leaves neither answer nor entry', async () => {
    const { id } = await submitted();
    // The commit waits for a lock of ours: all is done, and nothing is said yet.
    await owner.query(`
      CREATE FUNCTION hold_commit() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_advisory_xact_lock_shared(87); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER hold_commit AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION hold_commit()`);
    const holding = owner.createQueryRunner();
    await holding.query('SELECT pg_advisory_lock(87)');
    const [actor, key] = [approver(), newId()];
    let isAnswered = false;
    const answer = approve(id, actor, key).finally(() => (isAnswered = true));
    const outcome = Promise.allSettled([answer]);
    const pid = await eventually(async () => {
      const rows: { pid: number }[] = await owner.query(
        `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = 87 AND NOT granted`,
      );
      expect(rows).toHaveLength(1);
      return rows[0]?.pid;
    });
    expect(isAnswered).toBe(false);
    await settlement.dataSource.query('SELECT pg_terminate_backend($1)', [pid]);
    expect((await outcome)[0]?.status).toBe('rejected');
    expect(await count(`entry WHERE source_id = '${id}'`)).toBe(0);
    await holding.query('SELECT pg_advisory_unlock(87)');
    await holding.release();
    await owner.query('DROP TRIGGER hold_commit ON entry; DROP FUNCTION hold_commit()');
    const again = await approve(id, actor, key);
    expect(again).toMatchObject({ replayed: false, body: { state: 'approved' } });
    expect(await count(`entry WHERE source_id = '${id}'`)).toBe(1);
  });
});
