import { basisPoints } from '@gongxiang/domain';
import { OmitType } from '@nestjs/swagger';
import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Instant, ListOf, OneOf, SomeOf, Text, Uuid, UuidList, Whole } from '../../core/fields.js';
import { type BulletinAudience, bulletinAudiences } from '../bulletins/bulletin.contract.js';

/**
 * Being written; open for works; judged and voted on; its time is over and its union closes it; its result stands;
 * called off, with a reason.
 */
export const worksCallStates = ['draft', 'open', 'judging', 'closing', 'awarded', 'cancelled'] as const;
export type WorksCallState = (typeof worksCallStates)[number];

/** What the caller may do with a call now. */
export const worksCallActs = [
  'change',
  'publish',
  'nameJurors',
  'cancel',
  'seeWorks',
  'seeResult',
  'close',
  'send',
  'judge',
  'vote',
] as const;
export type WorksCallAct = (typeof worksCallActs)[number];

/** Photographs and scans; PDF; MP4 and MOV; MP3 and M4A. */
export const workFileKinds = ['picture', 'document', 'video', 'audio'] as const;
export type WorkFileKind = (typeof workFileKinds)[number];

export const worksCallTitleMax = 100;
export const worksCallTextMax = 20_000;
export const worksPerPersonMax = 10;
export const worksPerCallMax = 500;
export const worksCriteriaMax = 10;
export const worksAwardsMax = 10;
export const worksJurorsMax = 30;
/** What a juror gives for a criterion at most. */
export const workPointsMax = 100;
/** The highest score, in hundredths. */
export const workScoreMax = 10_000;
const reasonMax = 500;

export class WorksCriterion {
  @Text({ max: 40, example: '立意' }) name: string;
  @Whole({ min: 1, max: basisPoints, description: 'Of all criteria together 10,000', example: 4_000 })
  weight: number;
}

export class WorksAward {
  @Text({ max: 40, example: '一等奖' }) name: string;
  @Whole({ min: 1, max: worksPerCallMax, description: 'How many works; those of one place all have it' })
  count: number;
}

/** All that an officer says about a call. */
export class WorksCallDefinition {
  @Text({ max: worksCallTitleMax, example: '“劳动最美”职工摄影作品征集' }) title: string;
  @Text({ max: worksCallTextMax, description: 'Markdown; HTML in it is shown as it is written' })
  text: string;
  @OneOf(bulletinAudiences, { name: 'BulletinAudience', description: 'Who may send works and vote' })
  audience: BulletinAudience;
  @Instant({ description: 'From when works are taken' }) submitFrom: string;
  @Instant({ description: 'Until when works are taken' }) submitUntil: string;
  @Instant({ description: 'From when jurors score and members vote' }) judgeFrom: string;
  @Instant({ description: 'Until when members vote, and jurors are to have scored' }) judgeUntil: string;
  @Whole({ min: 1, max: worksPerPersonMax }) worksPerPerson: number;
  @SomeOf(workFileKinds, { description: 'Which files come with a work; none where empty' })
  fileKinds: WorkFileKind[];
  @ListOf(() => WorksCriterion, {
    max: worksCriteriaMax,
    description: 'By which the jury scores; there is no jury where empty',
  })
  criteria: WorksCriterion[];
  @Whole({
    max: worksPerPersonMax,
    description: 'How many works each voter may choose; 0 where nobody votes',
  })
  votesPerPerson: number;
  @Whole({
    max: basisPoints,
    description: 'What votes count in the result, of 10,000; the jury has the rest',
  })
  voteShare: number;
  @ListOf(() => WorksAward, { max: worksAwardsMax, description: 'From the first place on' })
  awards: WorksAward[];
}

export class CreateWorksCall extends WorksCallDefinition {
  @Uuid({ description: 'The union that calls for works' }) unionId: string;
}

export class ChangeWorksCall extends WorksCallDefinition {
  @Uuid() worksCallId: string;
}

export class WorksCallId {
  @Uuid() worksCallId: string;
}

export class CancelWorksCall {
  @Uuid() worksCallId: string;
  @Text({ max: reasonMax, description: 'For everybody', example: '与市里的活动合并举办' }) reason: string;
}

export class NameWorksJurors {
  @Uuid() worksCallId: string;
  @UuidList({ max: worksJurorsMax, description: 'All of them' }) personIds: string[];
}

export class CastWorksBallot {
  @Uuid() worksCallId: string;
  @UuidList({ max: worksPerPersonMax, description: 'All that the caller chooses; nothing where empty' })
  workIds: string[];
}

export class ListPublicWorksCalls extends PageRequest {
  @Text({ optional: true, max: 60, description: 'A part of the title, or its pinyin' }) q?: string;
}

export class ListWorksCalls extends PageRequest {
  @OneOf(worksCallStates, {
    optional: true,
    name: 'WorksCallState',
    description: 'Those of the unions whose officer the caller is; what is for the caller where absent',
  })
  state?: WorksCallState;
  @Text({ optional: true, max: 60, description: 'A part of the title, or its pinyin' }) q?: string;
}

export class WorksCallLine {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(worksCallStates, { name: 'WorksCallState' }) state: WorksCallState;
  @Text({ max: worksCallTitleMax }) title: string;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(bulletinAudiences, { name: 'BulletinAudience' }) audience: BulletinAudience;
  @Instant() submitFrom: string;
  @Instant() submitUntil: string;
  @Instant() judgeFrom: string;
  @Instant() judgeUntil: string;
  @Whole({ description: 'How many works each voter may choose; 0 where nobody votes' })
  votesPerPerson: number;
}

export class WorksJurorView {
  @Uuid() personId: string;
  @Text({ description: 'Masked', example: '张*' }) name: string;
}

export class WorksCallActView {
  @OneOf(worksCallActs, { name: 'WorksCallAct' }) act: WorksCallAct;
}

export class WorksCallView extends OmitType(WorksCallLine, []) {
  @Text({ max: worksCallTextMax, description: 'Markdown' }) text: string;
  @Whole() worksPerPerson: number;
  @SomeOf(workFileKinds) fileKinds: WorkFileKind[];
  @ListOf(() => WorksCriterion, { max: worksCriteriaMax }) criteria: WorksCriterion[];
  @Whole({ max: basisPoints }) voteShare: number;
  @ListOf(() => WorksAward, { max: worksAwardsMax }) awards: WorksAward[];
  @Text({ nullable: true, max: reasonMax }) cancelReason: string | null;
  @Whole({ description: 'How many jurors there are' }) jurorCount: number;
  @ListOf(() => WorksJurorView, { max: worksJurorsMax, description: 'For officers alone; empty for others' })
  jurors: WorksJurorView[];
  @Whole({ nullable: true, description: 'Works that are neither admitted nor refused, for officers alone' })
  toAdmitCount: number | null;
  @UuidList({ max: worksPerPersonMax, description: 'What the caller has chosen; counts stay sealed' })
  chosenIds: string[];
  @ListOf(() => WorksCallActView, { max: worksCallActs.length }) acts: WorksCallActView[];
}

/** What became of one work. */
export class WorkResultLine {
  @Uuid() workId: string;
  @Text({ max: worksCallTitleMax }) title: string;
  @Whole({
    nullable: true,
    max: workScoreMax,
    description: 'Of the jury, in hundredths; null without a jury',
  })
  juryScore: number | null;
  @Whole({ description: 'Votes' }) votes: number;
  @Whole({ max: workScoreMax, description: 'In hundredths' }) score: number;
  @Whole({ min: 1, description: 'Works of one score share a place' }) place: number;
  @Text({ nullable: true, max: 40 }) award: string | null;
}

export class WorksResultView {
  @Whole({ description: 'People who have voted' }) voters: number;
  @ListOf(() => WorkResultLine, { max: worksPerCallMax, description: 'From the first place on' })
  works: WorkResultLine[];
}

const example = {
  title: '“劳动最美”职工摄影作品征集',
  text: '用镜头记录身边的劳动者。每件作品附 **一张** 照片和一段说明。',
  audience: 'members',
  submitFrom: '2026-12-01T09:00:00+08:00',
  submitUntil: '2026-12-20T18:00:00+08:00',
  judgeFrom: '2026-12-25T09:00:00+08:00',
  judgeUntil: '2026-12-31T18:00:00+08:00',
  worksPerPerson: 2,
  fileKinds: ['picture'],
  criteria: [
    { name: '立意', weight: 6_000 },
    { name: '技法', weight: 4_000 },
  ],
  votesPerPerson: 3,
  voteShare: 3_000,
  awards: [{ name: '一等奖', count: 1 }],
};
const acting = { tag: 'works', status: 200, ifMatch: true } as const;

export const worksCallContract = {
  create: command('affairs.works-call.create', CreateWorksCall, WorksCallView, {
    http: 'POST works-calls',
    tag: 'works',
    summary: 'Begins a call for works; nobody but officers of the union sees it before it is published',
    example: { ...example, unionId: '019a0000-0000-7000-8000-000000000001' },
  }),
  change: command('affairs.works-call.change', ChangeWorksCall, WorksCallView, {
    http: 'PUT works-calls/:worksCallId',
    tag: 'works',
    summary: 'Writes a draft anew; what is published stays as it was announced',
    ifMatch: true,
    example,
  }),
  publish: command('affairs.works-call.publish', WorksCallId, WorksCallView, {
    ...acting,
    http: 'POST works-calls/:worksCallId/publish',
    summary: 'Announces the call to whom it is for',
  }),
  cancel: command('affairs.works-call.cancel', CancelWorksCall, WorksCallView, {
    ...acting,
    http: 'POST works-calls/:worksCallId/cancel',
    summary: 'Calls it off for good; whoever has sent a work is notified and everybody reads why',
    example: { reason: '与市里的活动合并举办' },
  }),
  nameJurors: command('affairs.works-call.name-jurors', NameWorksJurors, WorksCallView, {
    http: 'PUT works-calls/:worksCallId/jurors',
    tag: 'works',
    summary: 'Says who is on the jury, before judging begins: never the caller, nor who has sent a work',
    ifMatch: true,
    example: { personIds: ['019a0000-0000-7000-8000-000000000002'] },
  }),
  vote: command('affairs.works-call.vote', CastWorksBallot, WorksCallView, {
    http: 'PUT works-calls/:worksCallId/ballot',
    tag: 'works',
    summary: 'Chooses works of others; once more replaces what was chosen. Nobody sees counts before the end',
    example: { workIds: ['019a0000-0000-7000-8000-0000000000a1'] },
  }),
  result: query('affairs.works-call.result', WorksCallId, WorksResultView, {
    http: 'GET works-calls/:worksCallId/result',
    tag: 'works',
    summary:
      'Scores, votes and places: for officers once the time of voting is over, for others once awarded',
  }),
  close: command('affairs.works-call.close', WorksCallId, WorksCallView, {
    ...acting,
    http: 'POST works-calls/:worksCallId/close',
    summary: 'Lets the result stand, opens the gallery and notifies whoever has sent a work',
  }),
  get: query('affairs.works-call.get', WorksCallId, WorksCallView, {
    http: 'GET works-calls/:worksCallId',
    tag: 'works',
    summary: 'A call that is for the caller, on whose jury they are, or whose officer they are',
  }),
  list: query('affairs.works-call.list', ListWorksCalls, pageOf(WorksCallLine), {
    http: 'GET works-calls',
    tag: 'works',
    summary: 'Calls for the caller, or by state those of the unions whose officer they are; the newest first',
  }),
  listPublic: query('affairs.works-call.list-public', ListPublicWorksCalls, pageOf(WorksCallLine), {
    http: 'GET public/works-calls',
    tag: 'public',
    summary: 'Calls for anybody that were made, the newest first',
    public: true,
    remembered: true,
  }),
  getPublic: query('affairs.works-call.get-public', WorksCallId, WorksCallView, {
    http: 'GET public/works-calls/:worksCallId',
    tag: 'public',
    summary: 'A call for anybody',
    public: true,
    remembered: true,
  }),
  resultPublic: query('affairs.works-call.result-public', WorksCallId, WorksResultView, {
    http: 'GET public/works-calls/:worksCallId/result',
    tag: 'public',
    summary: 'The result of a call for anybody, once awarded',
    public: true,
    remembered: true,
  }),
  listToJudge: query('affairs.works-call.list-to-judge', PageRequest, pageOf(WorksCallLine), {
    http: 'GET me/judging',
    tag: 'works',
    summary: 'Calls on whose jury the caller is, the newest first',
  }),
};
