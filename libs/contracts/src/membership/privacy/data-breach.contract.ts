import { command, NoRequest, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, SomeOf, Text, Uuid, UuidList, Whole } from '../../core/fields.js';
import { type DataKind, dataKinds } from '../../words/person-data.js';

/**
 * `waiting`: for a second person; `notifying`: those affected are notified, some at a time; `notified`: all of them are;
 * `filed`: confirmed, and nobody is notified, as harm is effectively avoided (PIPL 57).
 */
export const dataBreachStates = [
  'waiting',
  'notifying',
  'notified',
  'filed',
  'refused',
  'withdrawn',
] as const;
export type DataBreachState = (typeof dataBreachStates)[number];

/** Whose data it was: everybody's, that of a union with all below it, or that of named people. */
export const dataBreachAudiences = ['everybody', 'union', 'named'] as const;
export type DataBreachAudience = (typeof dataBreachAudiences)[number];

export const dataBreachActs = ['confirm', 'refuse', 'withdraw', 'correct', 'handOver'] as const;
export type DataBreachAct = (typeof dataBreachActs)[number];

/** People that can be named in one request. Where there are more, it is a union's. */
export const breachNamedMax = 10_000;
/** Entries on the report to the authority: one, and what corrects it. */
export const breachHandoversMax = 20;
const textMax = 1_000;
/** The newest notices of a person that are listed. */
export const ownBreachesShown = 50;

/** What article 57 of the Personal Information Protection Law wants to be said, to the authority and to the people. */
class DataBreachFacts {
  @Instant({ description: 'When it was noticed' }) noticedAt: string;
  @Instant({ nullable: true, description: 'When it happened; null where that is not known' })
  happenedAt: string | null;
  @SomeOf(dataKinds, { min: 1, description: 'What was, or may have been, leaked, altered or lost' })
  kinds: DataKind[];
  @Text({ max: textMax, description: 'The cause; no person is named', example: '备份文件误设为公开访问' })
  cause: string;
  @Text({ max: textMax, description: 'The harm that may come of it', example: '可能收到冒充工会的诈骗电话' })
  harm: string;
  @Text({ max: textMax, description: 'What was done', example: '已关闭公开访问并更换密钥' })
  measures: string;
  @Text({ max: textMax, description: 'What people can do for themselves', example: '请尽快修改密码' })
  advice: string;
  @Text({ max: 100, description: 'Whom to ask', example: '区总工会网络工作部' }) contactName: string;
  @Text({ max: 30, figures: true, description: 'Under which phone', example: '027-85770000' })
  contactPhone: string;
}

class DataBreachContent extends DataBreachFacts {
  @OneOf(dataBreachAudiences, { name: 'DataBreachAudience' }) audience: DataBreachAudience;
  @Uuid({ nullable: true, description: 'The union whose people it concerns, with all below it' })
  unionId: string | null;
  @Flag({ description: 'The people are notified; false where measures effectively avoid harm' })
  isTold: boolean;
  @Text({ nullable: true, max: textMax, description: 'Why they are not; null where they are' })
  notToldReason: string | null;
  @Uuid({ nullable: true, description: 'The record that this one corrects' }) correctsId: string | null;
  @Text({ nullable: true, max: textMax, description: 'What the correction changes; null for a first record' })
  changes: string | null;
}

export class RecordDataBreach extends DataBreachContent {
  @UuidList({ max: breachNamedMax, description: 'The people, where they are named; otherwise empty' })
  personIds: string[];
}

export class DataBreachId {
  @Uuid() dataBreachId: string;
}

/** That the report was handed over to the authority. */
class HandoverFacts {
  @Instant({ description: 'When it was handed over' }) handedOverAt: string;
  @Text({ max: 100, description: 'To which authority', example: '市网信办' }) authority: string;
  @Text({ max: 100, description: 'Which office handed it over', example: '区总工会网络工作部' })
  handedOverBy: string;
  @Text({ nullable: true, max: 100, description: 'The number under which the authority has it' })
  reference: string | null;
  @Text({
    nullable: true,
    max: textMax,
    description: 'What the entry corrects in the one before; null for the first',
  })
  changes: string | null;
}

export class HandOverBreachReport extends HandoverFacts {
  @Uuid() dataBreachId: string;
}

export class BreachHandoverView extends HandoverFacts {
  @Whole({ min: 1, description: 'From 1; the last one counts' }) number: number;
  @Instant() recordedAt: string;
}

export class RefuseDataBreach extends DataBreachId {
  @Text({ max: 500, example: '涉及的信息种类有误' }) reason: string;
}

export class ListDataBreaches extends PageRequest {
  @OneOf(dataBreachStates, { optional: true, name: 'DataBreachState' }) state?: DataBreachState;
}

/** A breach as those see it who answer for it. A record never changes, and is never deleted: another one corrects it. */
export class DataBreachView extends DataBreachContent {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(dataBreachStates, { name: 'DataBreachState' }) state: DataBreachState;
  @Text({ nullable: true }) unionName: string | null;
  @Uuid({
    nullable: true,
    description: 'The record that corrects this one, unless it was refused or withdrawn',
  })
  correctedById: string | null;
  @Whole({
    description: 'Whom it affects: until it is confirmed as counted now, then as counted at that time',
  })
  affected: number;
  @Whole({ description: 'Who has been notified' }) notified: number;
  @Instant() recordedAt: string;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Instant({ nullable: true, description: 'When the last of them was notified' }) finishedAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was refused' }) refusal: string | null;
  @ListOf(() => BreachHandoverView, {
    max: breachHandoversMax,
    description:
      'That the report was handed over to the authority, and what corrects that, the first one first',
  })
  handovers: BreachHandoverView[];
  @SomeOf(dataBreachActs, { description: 'What the caller may do now' }) acts: DataBreachAct[];
}

/** A breach as the person reads it whose data it was. */
export class OwnDataBreachView extends DataBreachFacts {
  @Uuid() id: string;
  @Instant({ description: 'When they were notified' }) notifiedAt: string;
  @Text({ nullable: true, max: textMax, description: 'What this notice corrects in an earlier one' })
  changes: string | null;
  @Uuid({ nullable: true, description: 'The earlier notice, if they have had it' }) correctsId: string | null;
  @Uuid({ nullable: true, description: 'The later notice that corrects this one' }) correctedById:
    string | null;
}

export class OwnDataBreachesView {
  @ListOf(() => OwnDataBreachView, { max: ownBreachesShown, description: 'The newest first' })
  items: OwnDataBreachView[];
}

const shown = query('membership.data-breach.get', DataBreachId, DataBreachView, {
  http: 'GET data-breaches/:dataBreachId',
  tag: 'privacy',
  summary: 'Shows a breach of personal information with how many people were notified',
});

export const dataBreachContract = {
  record: command('membership.data-breach.record', RecordDataBreach, DataBreachView, {
    http: 'POST data-breaches',
    tag: 'privacy',
    summary: 'Records a breach of personal information, or corrects one; a second person confirms it',
    freshRoles: true,
    example: {
      noticedAt: '2026-11-20T09:00:00+08:00',
      happenedAt: null,
      kinds: ['record'],
      cause: '备份文件误设为公开访问',
      harm: '可能收到冒充工会的诈骗电话',
      measures: '已关闭公开访问并更换密钥',
      advice: '请尽快修改密码',
      contactName: '区总工会网络工作部',
      contactPhone: '027-85770000',
      audience: 'everybody',
      unionId: null,
      isTold: true,
      notToldReason: null,
      correctsId: null,
      changes: null,
      personIds: [],
    },
  }),
  confirm: versioned(
    command('membership.data-breach.confirm', DataBreachId, DataBreachView, {
      http: 'POST data-breaches/:dataBreachId/confirm',
      tag: 'privacy',
      summary: 'Confirms it, by another person than has recorded it: the people affected are notified',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  refuse: versioned(
    command('membership.data-breach.refuse', RefuseDataBreach, DataBreachView, {
      http: 'POST data-breaches/:dataBreachId/refuse',
      tag: 'privacy',
      summary: 'Refuses it, by another person than has recorded it: nobody is notified',
      status: 200,
      freshRoles: true,
      example: { reason: '涉及的信息种类有误' },
    }),
    shown,
  ),
  withdraw: versioned(
    command('membership.data-breach.withdraw', DataBreachId, DataBreachView, {
      http: 'POST data-breaches/:dataBreachId/withdraw',
      tag: 'privacy',
      summary: 'Withdraws it while it waits, by whoever has recorded it',
      status: 200,
    }),
    shown,
  ),
  handOver: versioned(
    command('membership.data-breach.hand-over', HandOverBreachReport, DataBreachView, {
      http: 'POST data-breaches/:dataBreachId/handovers',
      tag: 'privacy',
      summary:
        'Records that the report was handed over to the authority, or corrects what was recorded of that',
      freshRoles: true,
      example: {
        handedOverAt: '2026-11-20T15:00:00+08:00',
        authority: '市网信办',
        handedOverBy: '区总工会网络工作部',
        reference: '网信收〔2026〕118号',
        changes: null,
      },
    }),
    shown,
  ),
  get: shown,
  list: query('membership.data-breach.list', ListDataBreaches, pageOf(DataBreachView), {
    http: 'GET data-breaches',
    tag: 'privacy',
    summary: 'Lists breaches of personal information, newest first, with how many people were notified',
  }),
  listOwn: query('membership.data-breach.list-own', NoRequest, OwnDataBreachesView, {
    http: 'GET me/data-breaches',
    tag: 'privacy',
    summary: 'The breaches of which I was notified, newest first',
  }),
  getOwn: query('membership.data-breach.get-own', DataBreachId, OwnDataBreachView, {
    http: 'GET me/data-breaches/:dataBreachId',
    tag: 'privacy',
    summary:
      'One breach of which I was notified: what was leaked, why, what may come of it, and what I can do',
  }),
};
