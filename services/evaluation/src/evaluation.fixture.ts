import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import {
  type SubmitResponseRequest,
  surveyContract,
  type SurveyView,
} from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import {
  type IndicatorNode,
  indicatorSystemContract,
  type IndicatorSystemView,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import {
  membershipEvents,
  type SizeClassName,
  type UnionState,
} from '@gongxiang/contracts/membership/membership-events';
import {
  type ActivityStateData,
  type AttendanceFact,
  sharingEvents,
} from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, startService, unionState } from '@gongxiang/testing';
import { ActivityCloseRef, ActivityRef, AttendanceRef } from './reference/activity/activity.entity.js';
import type { EvaluationConfig } from './config/config.js';
import { EvaluationModule } from './evaluation.module.js';
import { migrations } from './migrations/index.js';
import { UnionRef } from './reference/reference.entity.js';

/** This service, for its own integration tests. */
export async function startEvaluation(
  options: {
    readonly replicas?: number;
    readonly sealingDirectory?: string;
    readonly postgresUrl?: string;
  } = {},
): Promise<ServiceFixture> {
  const { sealingDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-sealing-')), ...given } = options;
  const fixture = await startService({
    name: 'evaluation',
    migrations,
    module: (config, clock) => EvaluationModule.with(config as EvaluationConfig, clock),
    config: { dataKey: randomBytes(32).toString('base64'), sealingDirectory },
    ...given,
  });
  return {
    ...fixture,
    stop: async () => {
      await fixture.stop();
      rmSync(sealingDirectory, { recursive: true, force: true });
    },
  };
}

/** Publishes a union, as membership would, and waits until the copy has arrived. */
export async function knownUnion(
  evaluation: ServiceFixture,
  path: string,
  sizeClass: SizeClassName | null = 'small',
): Promise<UnionState> {
  const union = unionState(path, { sizeClass });
  await evaluation.emit(membershipEvents.unionChanged, union);
  await eventually(
    async () => void (await evaluation.dataSource.manager.findOneByOrFail(UnionRef, { id: union.id })),
  );
  return union;
}

export interface KnownActivity {
  readonly id: string;
  /** All attendees. */
  readonly personIds: readonly string[];
}

/** Publishes an ended activity, its attendance facts and its close, and waits until the copies have arrived. */
export async function knownActivity(
  evaluation: ServiceFixture,
  union: UnionState,
  people: number,
  change: { readonly missingFacts?: number; readonly title?: string; readonly guests?: number } = {},
): Promise<KnownActivity> {
  const activity = activityOf(union, evaluation.clock.now(), change.title ?? '亲子工厂开放日');
  const facts = factsOf(activity, people, change.guests ?? 0);
  const published = facts.slice(change.missingFacts ?? 0);
  await evaluation.emit(sharingEvents.activityChanged, activity);
  await evaluation.emit(sharingEvents.attendanceRecorded, {
    activityId: activity.id,
    pageNumber: 0,
    facts: published,
  });
  await evaluation.emit(sharingEvents.activityClosed, {
    activityId: activity.id,
    version: activity.version,
    factCount: facts.length,
    factsHash: hashOf(facts),
    registeredHeads: people * 2,
    capacity: people * 4,
    closedAt: activity.endsAt,
  });
  const { manager } = evaluation.dataSource;
  await eventually(async () => {
    await manager.findOneByOrFail(ActivityRef, { id: activity.id });
    await manager.findOneByOrFail(ActivityCloseRef, { activityId: activity.id });
    const known = await manager.countBy(AttendanceRef, { activityId: activity.id });
    if (known < published.length) throw new Error('facts are on their way');
  });
  return { id: activity.id, personIds: facts.map(({ personId }) => personId) };
}

const asked = {
  kind: 'survey',
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max',
  function: 'service',
  business: 'culture',
} as const;

/** Two questions and a fact: 满意度 and 认同感, 到场率. */
export const indicatorNodes: IndicatorNode[] = [
  { key: 'people', name: '参与方评价', parentKey: null, leaf: null },
  { key: 'liked', name: '满意度', parentKey: 'people', leaf: asked },
  { key: 'ours', name: '认同感', parentKey: 'people', leaf: { ...asked, function: 'information' } },
  {
    key: 'came',
    name: '到场率',
    parentKey: null,
    leaf: { ...asked, kind: 'fact', fact: 'attendanceRate', scaleMin: 0, scaleMax: 1 },
  },
];

export async function publishedSystem(
  evaluation: ServiceFixture,
  unionId: string,
  evaluator: Actor,
): Promise<string> {
  const request = { unionId, name: '共建共享效能评价', nodes: indicatorNodes };
  const system = await evaluation.ask(indicatorSystemContract.create, request, evaluator);
  await publishSystem(evaluation, system, evaluator);
  return system.id;
}

/** Has a draft reviewed by somebody else of the same roles, and publishes it. */
export async function publishSystem(
  evaluation: ServiceFixture,
  { id: systemId, version }: Pick<IndicatorSystemView, 'id' | 'version'>,
  evaluator: Actor,
): Promise<IndicatorSystemView> {
  const reviewer = { ...evaluator, personId: newId() };
  await evaluation.ask(indicatorSystemContract.review, { systemId }, reviewer, { ifMatch: version });
  return evaluation.ask(indicatorSystemContract.publish, { systemId }, evaluator);
}

const suite = RSABSSA.SHA384.PSS.Deterministic();

/** The state a client stores between blinding a token and using it. */
export interface BlindedToken {
  readonly blindedToken: string;
  readonly finalise: (
    blindSignature: string,
  ) => Promise<{ readonly token: string; readonly signature: string }>;
}

/** Does what a browser does with the public key of a survey. */
/** @param asking by whose key tokens are signed */
export async function blindToken(asking: Pick<SurveyView, 'publicKey'>): Promise<BlindedToken> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const key = await webcrypto.subtle.importKey('jwk', asking.publicKey, algorithm, true, ['verify']);
  const token = randomBytes(32);
  const { blindedMsg, inv } = await suite.blind(key, suite.prepare(token));
  return {
    blindedToken: Buffer.from(blindedMsg).toString('base64'),
    finalise: async (blindSignature) => {
      const signature = await suite.finalize(key, token, Buffer.from(blindSignature, 'base64'), inv);
      return { token: token.toString('base64'), signature: Buffer.from(signature).toString('base64') };
    },
  };
}

/** Has a token signed for an attendee and prepares an untraceable answer. */
export async function preparedResponse(
  evaluation: ServiceFixture,
  survey: SurveyView,
  personId: string,
  answers: Record<string, number | string>,
): Promise<SubmitResponseRequest> {
  const blinded = await blindToken(survey);
  const { blindedToken } = blinded;
  const request = { surveyId: survey.id, blindedToken };
  const { blindSignature } = await evaluation.ask(
    surveyContract.issueToken,
    request,
    actorWith({ personId }),
  );
  const receipt = randomBytes(32).toString('base64');
  return { surveyId: survey.id, ...(await blinded.finalise(blindSignature)), receipt, answers };
}

/** Ends a survey and waits until its answers are counted. */
export async function closeSurvey(
  evaluation: ServiceFixture,
  surveyId: string,
  holder: Actor,
): Promise<SurveyView> {
  await evaluation.ask(surveyContract.close, { surveyId }, holder);
  return countedSurvey(evaluation, surveyId, holder);
}

/** Waits until the answers of an ended survey are counted. */
export function countedSurvey(
  evaluation: ServiceFixture,
  surveyId: string,
  reader: Actor,
): Promise<SurveyView> {
  return eventually(async () => {
    const survey = await evaluation.ask(surveyContract.get, { surveyId }, reader);
    if (survey.state !== 'closed') throw new Error(`the survey is ${survey.state}`);
    return survey;
  });
}

function activityOf(union: UnionState, now: Date, title: string): ActivityStateData {
  return {
    id: newId(),
    version: 3,
    title,
    function: 'service',
    business: 'culture',
    state: 'closed',
    organiser: { kind: 'union', id: union.id },
    unionId: union.id,
    coHosts: [],
    startsAt: new Date(now.getTime() - 7_200_000).toISOString(),
    endsAt: new Date(now.getTime() - 3_600_000).toISOString(),
    agreementId: null,
  };
}

/** @param guests so many of them came for another union */
function factsOf(activity: ActivityStateData, people: number, guests: number): AttendanceFact[] {
  const elsewhere = newId();
  return Array.from({ length: people }, (_, index) => ({
    activityId: activity.id,
    personId: newId(),
    unionId: index < guests ? elsewhere : activity.unionId,
    heads: 1,
    walkIn: false,
    checkedInAt: activity.startsAt,
  }));
}

function hashOf(facts: readonly AttendanceFact[]): string {
  const lines = [...facts].sort((a, b) => (a.personId < b.personId ? -1 : 1));
  const hash = createHash('sha256');
  for (const { personId, unionId, heads } of lines) hash.update(`${personId}:${unionId}:${heads}\n`);
  return hash.digest('hex');
}
