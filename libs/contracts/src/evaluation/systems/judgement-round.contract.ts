import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  Flag,
  Fraction,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Rows,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { NumberList } from './number-list.js';
import {
  type AhpSolverName,
  ahpSolverNames,
  isJudgementCell,
  judgementCell,
  JudgementMending,
  JudgementPlace,
  type RandomIndexName,
  randomIndexTables,
} from './preview.contract.js';
import { NodeWeighing, WeightVersionView } from './weight-version.contract.js';

export const judgementRoundStates = ['open', 'closed'] as const;
export type JudgementRoundState = (typeof judgementRoundStates)[number];

/** Judges of one round. */
export const judgesMax = 50;

export class JudgedNode {
  @Text({ nullable: true, max: 40, description: 'Those below it are compared; null for those at the top' })
  parentKey: string | null;
}

export class CreateJudgementRoundRequest {
  @Uuid() indicatorSystemId: string;
  @Text({ max: 100, example: '2026 年专家赋权' }) name: string;
  @ListOf(() => JudgedNode, {
    optional: true,
    min: 1,
    max: 200,
    description: 'Where absent, every node with two to nine below it',
  })
  nodes?: JudgedNode[];
  @Instant({ description: 'When it ends by itself; within a year' }) closesAt: string;
}

export class JudgementRoundIdRequest {
  @Uuid() judgementRoundId: string;
}

export class ChangeJudgementRoundRequest extends JudgementRoundIdRequest {
  @Instant({ description: 'Sooner or later than before; from now on, within a year' }) closesAt: string;
}

export class ListJudgementRoundsRequest extends PageRequest {
  @Uuid({ optional: true }) indicatorSystemId?: string;
  @OneOf(judgementRoundStates, { optional: true }) state?: JudgementRoundState;
}

export class InviteJudgeRequest extends JudgementRoundIdRequest {
  @Text({
    max: 60,
    description: 'Whom the evaluators know by this name; no account is needed',
    example: '王工',
  })
  name: string;
}

export class JudgeIdRequest extends JudgementRoundIdRequest {
  @Uuid() judgeId: string;
}

/** A judge, and their progress. */
export class JudgeView {
  @Uuid() id: string;
  @Text({ max: 60 }) name: string;
  @Whole({ description: 'Pairs judged' }) judged: number;
  @Instant() invitedAt: string;
  @Instant({ nullable: true, description: 'When the judge last saved' }) savedAt: string | null;
  @Instant({ nullable: true, description: 'Since when the link is revoked and the judge does not count' })
  revokedAt: string | null;
}

export class InvitedJudgeView extends JudgeView {
  @Text({
    nullable: true,
    description:
      'The judge’s page, on this host. Anybody who has the address judges in their name: shown this once, null in a repeated answer',
    example: '/judge/0Fv3cXJmV1m8kqk3r1T0b2n5wH6y7u8i9o0pAsDfGhJ',
  })
  address: string | null;
}

/** Siblings that are compared in pairs. */
export class JudgedGroup {
  @Text({ nullable: true, max: 40 }) parentKey: string | null;
  @TextList({ min: 2, max: 9, length: 40, description: 'Keys of the indicators' }) items: string[];
}

export class JudgementRoundView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() indicatorSystemId: string;
  @Text() indicatorSystemName: string;
  @Whole({ min: 1 }) indicatorSystemVersion: number;
  @Text({ max: 100 }) name: string;
  @OneOf(judgementRoundStates) state: JudgementRoundState;
  @ListOf(() => JudgedGroup, { max: 200 }) groups: JudgedGroup[];
  @Whole({ description: 'Pairs that each judge is asked for' }) pairs: number;
  @ListOf(() => JudgeView, { max: judgesMax, description: 'In the order of their invitation' })
  judges: JudgeView[];
  @Instant() closesAt: string;
  @Instant({ nullable: true }) closedAt: string | null;
  @Instant() createdAt: string;
}

/** How far judgements agree with each other; null where they do not relate all items yet. */
export class JudgementConsistency {
  @Fraction({ nullable: true, description: 'Null as long as the judgements leave items unrelated' })
  consistencyRatio: number | null;
  @Flag({ nullable: true, description: 'Consistency ratio at most 0.10' }) acceptable: boolean | null;
  @Nested(() => JudgementPlace, { nullable: true }) worst: JudgementPlace | null;
  @Nested(() => JudgementMending, { nullable: true }) mend: JudgementMending | null;
}

/** What one judge said of one group. */
export class JudgeOfGroup extends JudgementConsistency {
  @Uuid() judgeId: string;
  @Text({ max: 60 }) name: string;
  @Rows(judgementCell, isJudgementCell, { maxRows: 8, maxColumns: 8, description: 'The upper triangle' })
  upper: (string | null)[][];
}

const spreadCell = { type: 'number', nullable: true };
const isSpreadCell = (value: unknown): boolean => value === null || typeof value === 'number';

/** What all judges together said of one group: the geometric mean, pair by pair, of those who judged the pair. */
export class JudgedGroupResult extends JudgementConsistency {
  @Text({ nullable: true, max: 40 }) parentKey: string | null;
  @TextList({ max: 9 }) items: string[];
  @NumberList({ nullable: true, max: 9, description: 'Null as long as the judgements leave items unrelated' })
  weights: number[] | null;
  @Rows(spreadCell, isSpreadCell, {
    maxRows: 8,
    maxColumns: 8,
    description:
      'How far the judges are apart: the geometric standard deviation of each pair, 1 for one voice; null below two judges',
  })
  spread: (number | null)[][];
  @ListOf(() => JudgeOfGroup, { max: judgesMax, description: 'Those who judged here and were not revoked' })
  judges: JudgeOfGroup[];
}

export class JudgementRoundResultView {
  @ListOf(() => JudgedGroupResult, { max: 200 }) groups: JudgedGroupResult[];
}

export class WeighByRoundRequest extends JudgementRoundIdRequest {
  @OneOf(ahpSolverNames, { optional: true, description: '`eigenvector` where absent' })
  solver?: AhpSolverName;
  @OneOf(randomIndexTables, { optional: true, description: '`saaty-1980` where absent' })
  randomIndex?: RandomIndexName;
  @ListOf(() => NodeWeighing, {
    optional: true,
    max: 200,
    description: 'Of the groups that the round did not ask about; else as in the version in force',
  })
  nodes?: NodeWeighing[];
}

const shown = query('evaluation.judgement-round.get', JudgementRoundIdRequest, JudgementRoundView, {
  http: 'GET judgement-rounds/:judgementRoundId',
  tag: 'indicators',
  summary: 'One judging round, with how far each judge has come',
});

export const judgementRoundContract = {
  create: command('evaluation.judgement-round.create', CreateJudgementRoundRequest, JudgementRoundView, {
    http: 'POST judgement-rounds',
    tag: 'indicators',
    summary: 'Starts a round in which invited judges compare indicators of a published system in pairs',
    example: {
      indicatorSystemId: '01936d5e-0000-7000-8000-000000000002',
      name: '2026 年专家赋权',
      nodes: [{ parentKey: null }],
      closesAt: '2026-12-05T18:00:00+08:00',
    },
  }),
  list: query('evaluation.judgement-round.list', ListJudgementRoundsRequest, pageOf(JudgementRoundView), {
    http: 'GET judgement-rounds',
    tag: 'indicators',
    summary: 'Judging rounds of the systems that the caller tends, newest first',
  }),
  get: shown,
  result: query('evaluation.judgement-round.result', JudgementRoundIdRequest, JudgementRoundResultView, {
    http: 'GET judgement-rounds/:judgementRoundId/result',
    tag: 'indicators',
    summary:
      "What the judges say, one by one and together, with each one's consistency and how far they are apart",
  }),
  change: command('evaluation.judgement-round.change', ChangeJudgementRoundRequest, JudgementRoundView, {
    http: 'PATCH judgement-rounds/:judgementRoundId',
    tag: 'indicators',
    summary: 'Moves the end of a judging round, sooner or later; what the judges have said stays',
    ifMatch: true,
    example: { closesAt: '2026-12-12T18:00:00+08:00' },
  }),
  close: versioned(
    command('evaluation.judgement-round.close', JudgementRoundIdRequest, JudgementRoundView, {
      http: 'POST judgement-rounds/:judgementRoundId/close',
      tag: 'indicators',
      summary: 'Ends a round before its time; nothing is judged after it',
      status: 200,
    }),
    shown,
  ),
  invite: command('evaluation.judgement-round.invite', InviteJudgeRequest, InvitedJudgeView, {
    http: 'POST judgement-rounds/:judgementRoundId/judges',
    tag: 'indicators',
    summary:
      'Invites a judge by a secret address, `/judge/{judgeToken}`, which is shown once; the judge needs no account',
    example: { name: '王工' },
  }),
  revoke: command('evaluation.judgement-round.revoke', JudgeIdRequest, JudgeView, {
    http: 'POST judgement-rounds/:judgementRoundId/judges/:judgeId/revoke',
    tag: 'indicators',
    summary: "Revokes a judge's address: it leads nowhere, and their judgements no longer count",
    status: 200,
  }),
  renew: command('evaluation.judgement-round.renew', JudgeIdRequest, InvitedJudgeView, {
    http: 'POST judgement-rounds/:judgementRoundId/judges/:judgeId/renew',
    tag: 'indicators',
    summary: 'Gives a judge a new address in place of the old one; their judgements go on counting',
    status: 200,
  }),
  weigh: command('evaluation.judgement-round.weigh', WeighByRoundRequest, WeightVersionView, {
    http: 'POST judgement-rounds/:judgementRoundId/weight-versions',
    tag: 'indicators',
    summary: 'Makes a weight version of what the judges of a closed round said, joined by the geometric mean',
    example: { solver: 'eigenvector', randomIndex: 'saaty-1980' },
  }),
};
