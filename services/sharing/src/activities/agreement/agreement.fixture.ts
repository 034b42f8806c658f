import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import type {
  ActivityView,
  CreateActivityRequest,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import {
  agreementContract,
  type AgreementView,
  type ProposeAgreementRequest,
} from '@gongxiang/contracts/sharing/activities/agreement.contract';
import { coHostContract, type CoHostView } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import type { Actor } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { expect } from '@jest/globals';
import { draftOf, type TestUnion } from '../activity/activity.fixture.js';

export type Terms = Omit<ProposeAgreementRequest, 'activityId'>;

const plainTerms: Terms = { rule: { kind: 'equal' }, fundCategory: 'allotment', expenseCode: '1.2' };

/**
 * A draft of the first union that the others have accepted to co-host. @returns it with their invitations, in order
 */
export async function hostedBy(
  sharing: ServiceFixture,
  [organiser, ...others]: readonly [TestUnion, ...TestUnion[]],
  fields: Partial<CreateActivityRequest> = {},
): Promise<{ activity: ActivityView; coHosts: CoHostView[] }> {
  const activity = await draftOf(sharing, organiser, fields);
  const coHosts: CoHostView[] = [];
  for (const { id, officer } of others) {
    const invite = { activityId: activity.id, party: { kind: 'union' as const, id } };
    const { id: invitationId } = await sharing.ask(coHostContract.invite, invite, organiser.officer);
    coHosts.push(await sharing.ask(coHostContract.accept, { invitationId }, officer));
  }
  return { activity, coHosts };
}

/** A version that settlement has accepted and that waits for signatures. */
export async function openVersion(
  sharing: ServiceFixture,
  activityId: string,
  proposer: Actor,
  terms: Partial<Terms> = {},
): Promise<AgreementView> {
  const request = { activityId, ...plainTerms, ...terms };
  const { id: agreementId, hash } = await sharing.ask(agreementContract.propose, request, proposer);
  const verdict = { agreementId, activityId, hash, accepted: true, problems: [] };
  await sharing.emit(settlementEvents.agreementJudged, verdict);
  return eventually(async () => {
    const row = await sharing.ask(agreementContract.get, { agreementId }, proposer);
    expect(row.state).toBe('open');
    return row;
  });
}

/** A version proposed by the first of these unions and signed by all. */
export async function versionInForce(
  sharing: ServiceFixture,
  activityId: string,
  unions: readonly [TestUnion, ...TestUnion[]],
  terms: Partial<Terms> = {},
): Promise<AgreementView> {
  const version = await openVersion(sharing, activityId, unions[0].officer, terms);
  let signed = version;
  for (const { officer } of unions) {
    const request = { agreementId: version.id, hash: version.hash };
    signed = await sharing.ask(agreementContract.sign, request, officer);
  }
  expect(signed.state).toBe('inForce');
  return signed;
}
