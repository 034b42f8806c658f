import type { WorkView } from '@gongxiang/contracts/affairs/works/work.contract';
import { workContract } from '@gongxiang/contracts/affairs/works/work.contract';
import {
  worksCallContract,
  type WorksCallDefinition,
  type WorksCallView,
} from '@gongxiang/contracts/affairs/works/works-call.contract';
import { type Actor, dayMs } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';

/** Nine days for works from a moment on, judged and voted on from the eleventh to the nineteenth, unless told otherwise. */
export function worksCallOf(from: Date, changes: Partial<WorksCallDefinition> = {}): WorksCallDefinition {
  const day = (number: number): string => new Date(from.getTime() + number * dayMs).toISOString();
  return {
    title: '“劳动最美”摄影作品征集',
    text: '用镜头记录身边的劳动者。',
    audience: 'members',
    submitFrom: day(0),
    submitUntil: day(9),
    judgeFrom: day(11),
    judgeUntil: day(19),
    worksPerPerson: 2,
    fileKinds: ['picture'],
    criteria: [
      { name: '立意', weight: 6_000 },
      { name: '技法', weight: 4_000 },
    ],
    votesPerPerson: 2,
    voteShare: 3_000,
    awards: [{ name: '一等奖', count: 1 }],
    ...changes,
  };
}

/** A call that is open, with its jury. */
export async function openWorksCall(
  affairs: ServiceFixture,
  {
    unionId,
    officer,
    jurors,
  }: { readonly unionId: string; readonly officer: Actor; readonly jurors: readonly Actor[] },
  changes: Partial<WorksCallDefinition> = {},
): Promise<WorksCallView> {
  const definition = worksCallOf(affairs.clock.now(), changes);
  const { id: worksCallId } = await affairs.ask(
    worksCallContract.create,
    { ...definition, unionId },
    officer,
  );
  const personIds = jurors.map(({ personId }) => personId);
  await affairs.ask(worksCallContract.nameJurors, { worksCallId, personIds }, officer, { ifMatch: 1 });
  return affairs.ask(worksCallContract.publish, { worksCallId }, officer, { ifMatch: 2 });
}

export function sendWork(
  affairs: ServiceFixture,
  worksCallId: string,
  author: Actor,
  changes: { readonly title?: string; readonly showName?: boolean } = {},
): Promise<WorkView> {
  const words = {
    title: '炉火旁的老班长',
    text: '凌晨四点的车间。',
    showName: true,
    name: '张小三',
    ...changes,
  };
  return affairs.ask(workContract.send, { worksCallId, ...words }, author);
}

/** A work that takes part. */
export async function admittedWork(
  affairs: ServiceFixture,
  worksCallId: string,
  people: { readonly author: Actor; readonly officer: Actor },
  changes: { readonly title?: string; readonly showName?: boolean } = {},
): Promise<WorkView> {
  const { id: workId, version } = await sendWork(affairs, worksCallId, people.author, changes);
  return affairs.ask(workContract.admit, { workId }, people.officer, { ifMatch: version });
}
