import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  subsidyApplicationContract,
  type SubsidyApplicationView,
} from '@gongxiang/contracts/settlement/funding/subsidy-application.contract';
import {
  type CreateSubsidyProgrammeRequest,
  subsidyProgrammeContract,
  type SubsidyProgrammeView,
} from '@gongxiang/contracts/settlement/funding/subsidy-programme.contract';
import { subsidyContract, type SubsidyView } from '@gongxiang/contracts/settlement/funding/subsidy.contract';
import { shanghaiDate, toWire } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { holder } from '../../network.fixture.js';

type Terms = Partial<CreateSubsidyProgrammeRequest>;

/** A standing programme by grades, without public notice, netted, unless `terms` say otherwise. */
export function programmeOf(giver: UnionState, terms: Terms = {}): CreateSubsidyProgrammeRequest {
  return {
    unionId: giver.id,
    title: '社区共建补助',
    text: '补助基层工会开展活动。',
    expenseCodes: ['1.2'],
    sizeClasses: [],
    smallFirst: true,
    budget: toWire(1_000_000n),
    basis: 'graded',
    grades: [
      { name: 'A', amount: toWire(200_000n) },
      { name: 'B', amount: toWire(100_000n) },
    ],
    noticeDays: 0,
    reportDays: 30,
    conditions: '专款专用。',
    needsReceipts: false,
    payment: 'netting',
    ...terms,
  };
}

export async function openProgramme(
  settlement: ServiceFixture,
  giver: UnionState,
  terms: Terms = {},
): Promise<SubsidyProgrammeView> {
  const officer = holder('officer', giver);
  const { id: programmeId } = await settlement.ask(
    subsidyProgrammeContract.create,
    programmeOf(giver, terms),
    officer,
  );
  return settlement.ask(subsidyProgrammeContract.open, { programmeId }, officer);
}

interface Wish {
  readonly by: UnionState;
  readonly activityId?: string;
  readonly requested?: bigint;
  readonly planned?: bigint;
}

const useMs = 100 * 86_400_000;

/** A submitted application whose money is used within a hundred days. */
export async function submitted(
  settlement: ServiceFixture,
  programme: { readonly id: string },
  { by, activityId, requested = 200_000n, planned = 400_000n }: Wish,
): Promise<SubsidyApplicationView> {
  const officer = holder('officer', by);
  const useUntil = shanghaiDate(new Date(settlement.clock.now().getTime() + useMs));
  const { id: applicationId } = await settlement.ask(
    subsidyApplicationContract.create,
    {
      programmeId: programme.id,
      unionId: by.id,
      title: '职工健步走',
      plan: '约120人。',
      useUntil,
      requested: toWire(requested),
      planned: toWire(planned),
      files: [],
      ...(activityId === undefined ? {} : { activityId }),
    },
    officer,
  );
  return settlement.ask(subsidyApplicationContract.submit, { applicationId }, officer);
}

export function award(
  settlement: ServiceFixture,
  application: { readonly id: string },
  giver: UnionState,
  grade: string | null = 'A',
): Promise<SubsidyApplicationView> {
  const request = { applicationId: application.id, outcome: 'award' as const, grade, reason: '方案完整' };
  return settlement.ask(subsidyApplicationContract.decide, request, holder('officer', giver));
}

/** A subsidy granted to one union by a separate programme, with its conditions accepted. */
export async function granted(
  settlement: ServiceFixture,
  giver: UnionState,
  { terms = {}, ...wish }: Wish & { readonly terms?: Terms },
): Promise<SubsidyView> {
  const programme = await openProgramme(settlement, giver, terms);
  const application = await submitted(settlement, programme, wish);
  const programmeId = programme.id;
  await settlement.ask(subsidyProgrammeContract.stop, { programmeId }, holder('officer', giver));
  await award(settlement, application, giver, terms.basis === 'percent' ? null : 'A');
  await settlement.ask(subsidyProgrammeContract.approve, { programmeId }, holder('approver', giver));
  const subsidyId = await subsidyIdOf(settlement, application, wish.by);
  return settlement.ask(subsidyContract.accept, { subsidyId }, holder('officer', wish.by));
}

export async function subsidyIdOf(
  settlement: ServiceFixture,
  application: { readonly id: string },
  receiver: UnionState,
): Promise<string> {
  const request = { applicationId: application.id };
  const view = await settlement.ask(subsidyApplicationContract.get, request, holder('officer', receiver));
  if (view.subsidyId === null) throw new Error(`nothing was given: ${view.state}`);
  return view.subsidyId;
}
