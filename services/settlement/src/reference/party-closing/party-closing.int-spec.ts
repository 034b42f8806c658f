import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { settlementClosing } from '@gongxiang/contracts/words/party-closing';
import type { Actor } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { approvedPool, holder, knownActivity, knownNetwork, submittedPool } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let a: UnionState, b: UnionState, c: UnionState;
const rule = { kind: 'equal' };

beforeAll(async () => {
  settlement = await startSettlement();
  [a, b, c] = (await knownNetwork(settlement, 3)).unions as [UnionState, UnionState, UnionState];
});

afterAll(() => settlement.stop());

const findings = ({ id }: UnionState, actor: Actor | null) =>
  settlement.ask(settlementClosing.findings, { kind: 'union', id }, actor);

describe('what a party that is to be closed owes or is owed', () => {
  it('is counted for officers of the union behind it, and for nobody else', async () => {
    expect(await findings(a, holder('officer', a))).toEqual({ findings: [] });
    // A paid 2.00 for A and B, so B owes A 1.00; another bill of A waits for its approval.
    await approvedPool(settlement, { parties: [a, b], rule, bills: [{ payer: a, fen: 200n }] });
    const activityId = await knownActivity(settlement, { parties: [a, b], rule });
    await submittedPool(settlement, activityId, [{ payer: a, fen: 300n }], a);
    const one = (finding: string) => ({ finding, count: 1, blocks: false });
    expect(await findings(a, holder('officer', a))).toEqual({ findings: [one('bills'), one('balances')] });
    expect(await findings(c, holder('officer', c))).toEqual({ findings: [] });
    for (const actor of [holder('officer', b), holder('finance', a)])
      await expect(findings(a, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(findings(a, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });
});
