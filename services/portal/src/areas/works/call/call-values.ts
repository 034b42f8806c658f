import { instantOf, localTimeOf } from '../../../i18n/format.js';
import type { WorkFileKind } from '../work/work.model.js';
import {
  type CallAudience,
  type CallWay,
  wayOf,
  type WorksCall,
  type WorksCallDefinition,
} from './call.model.js';

export const callTitleMax = 100;
export const callTextMax = 20_000;
export const perPersonMax = 10;
export const criteriaMax = 10;
export const awardsMax = 10;
export const awardCountMax = 500;
export const nameMax = 40;

/** One percent, in which the platform counts shares. */
const basisPointsPerPercent = 100;
const whole = 10_000;

/** One of the criteria or of the awards, as typed: fields that were never touched are not there. */
export interface TypedCriterion {
  readonly name?: string;
  /** In percent. */
  readonly weight?: string;
}

interface TypedAward {
  readonly name?: string;
  readonly count?: string;
}

/** What is typed; times as they are on the clock of the network, shares in percent. */
export interface CallValues {
  readonly unionId?: string;
  readonly title: string;
  readonly text: string;
  readonly audience: CallAudience;
  readonly submitFrom?: string;
  readonly submitUntil?: string;
  readonly judgeFrom?: string;
  readonly judgeUntil?: string;
  readonly worksPerPerson: string;
  readonly fileKinds: readonly WorkFileKind[];
  readonly way: CallWay;
  readonly criteria: readonly (TypedCriterion | undefined)[];
  readonly votesPerPerson: string;
  readonly voteShare: string;
  readonly awards: readonly (TypedAward | undefined)[];
}

/** With which a new one begins. */
export const newCall: CallValues = {
  title: '',
  text: '',
  audience: 'members',
  worksPerPerson: '2',
  fileKinds: ['picture'],
  way: 'both',
  criteria: [{ weight: '100' }],
  votesPerPerson: '3',
  voteShare: '30',
  awards: [],
};

export function valuesOf(call: WorksCall): CallValues {
  const { title, text, audience, worksPerPerson, fileKinds, criteria, votesPerPerson, voteShare } = call;
  const way = wayOf(call);
  return {
    title,
    text,
    audience,
    submitFrom: localTimeOf(call.submitFrom),
    submitUntil: localTimeOf(call.submitUntil),
    judgeFrom: localTimeOf(call.judgeFrom),
    judgeUntil: localTimeOf(call.judgeUntil),
    worksPerPerson: String(worksPerPerson),
    fileKinds,
    way,
    criteria:
      way === 'votes'
        ? newCall.criteria
        : criteria.map(({ name, weight }) => ({ name, weight: percentText(weight) })),
    votesPerPerson: way === 'jury' ? newCall.votesPerPerson : String(votesPerPerson),
    voteShare: way === 'both' ? percentText(voteShare) : newCall.voteShare,
    awards: call.awards.map(({ name, count }) => ({ name, count: String(count) })),
  };
}

/** What is sent; null as long as a time is missing. Of what was typed for another way of deciding, nothing is. */
export function definitionOf(values: CallValues): WorksCallDefinition | null {
  const { title, text, audience, worksPerPerson, fileKinds, awards } = values;
  const times = timesOf(values);
  if (times === null) return null;
  return {
    title: title.trim(),
    text: text.trim(),
    audience,
    ...times,
    worksPerPerson: Number(worksPerPerson),
    fileKinds: [...fileKinds],
    ...decisionOf(values),
    awards: awards.map((award) => ({ name: (award?.name ?? '').trim(), count: Number(award?.count) })),
  };
}

type Times = Pick<WorksCallDefinition, 'submitFrom' | 'submitUntil' | 'judgeFrom' | 'judgeUntil'>;

function timesOf({ submitFrom, submitUntil, judgeFrom, judgeUntil }: CallValues): Times | null {
  if (!submitFrom || !submitUntil || !judgeFrom || !judgeUntil) return null;
  return {
    submitFrom: instantOf(submitFrom),
    submitUntil: instantOf(submitUntil),
    judgeFrom: instantOf(judgeFrom),
    judgeUntil: instantOf(judgeUntil),
  };
}

type Decision = Pick<WorksCallDefinition, 'criteria' | 'votesPerPerson' | 'voteShare'>;

/** Votes count as a whole without a jury, and nothing where nobody votes. */
function decisionOf({ way, criteria, votesPerPerson, voteShare }: CallValues): Decision {
  const judged = criteria.map((criterion) => ({
    name: (criterion?.name ?? '').trim(),
    weight: basisPointsOf(criterion?.weight),
  }));
  switch (way) {
    case 'jury':
      return { criteria: judged, votesPerPerson: 0, voteShare: 0 };
    case 'votes':
      return { criteria: [], votesPerPerson: Number(votesPerPerson), voteShare: whole };
    case 'both':
      return {
        criteria: judged,
        votesPerPerson: Number(votesPerPerson),
        voteShare: basisPointsOf(voteShare),
      };
  }
}

/** A share between nothing and the whole, with at most one place behind the point; null where it is none. */
export function percentOf(text: string | undefined): number | null {
  if (text === undefined || !/^\s*\d{1,3}(\.\d)?\s*$/.test(text)) return null;
  const percent = Number(text);
  return percent <= 100 ? percent : null;
}

/** What the weights sum up to, in percent; what is no share counts nothing. */
export function weightsOf(criteria: readonly (TypedCriterion | undefined)[]): number {
  return (
    criteria.reduce((sum, criterion) => sum + basisPointsOf(criterion?.weight), 0) / basisPointsPerPercent
  );
}

function basisPointsOf(percent: string | undefined): number {
  return Math.round((percentOf(percent) ?? 0) * basisPointsPerPercent);
}

function percentText(basisPoints: number): string {
  return String(basisPoints / basisPointsPerPercent);
}
