import { command, NoRequest, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { CalendarDate, Flag, Instant, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

/** `mended`: the member paid or took part, and was warned again later; `withdrawn`: the union has dropped it; `ended`: it was decided. */
export const lapseWarningStates = ['open', 'mended', 'withdrawn', 'ended'] as const;
export type LapseWarningState = (typeof lapseWarningStates)[number];

export class LapseWarningId {
  @Uuid() warningId: string;
}

export class LapseWarningView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() memberId: string;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(lapseWarningStates, { name: 'LapseWarningState' }) state: LapseWarningState;
  @Instant() warnedAt: string;
  @CalendarDate({ description: 'The first day on which the union may decide that the membership has lapsed' })
  endableFrom: string;
  @Whole({
    description: 'Months in a row that were not paid: at the warning, or at the end, if it came to that',
  })
  monthsUnpaid: number;
  @CalendarDate({ nullable: true, description: 'When the member last paid dues until then; null: never' })
  lastPaidOn: string | null;
  @CalendarDate({
    nullable: true,
    description: 'When the member last came to an activity until then; null: never',
  })
  lastPartOn: string | null;
  @Flag({
    description:
      'Whether it has lost its ground: the member has paid or taken part since, or owes no dues any more',
  })
  mended: boolean;
  @Text({
    nullable: true,
    max: 1_000,
    description: 'What the member has answered; told to themselves and to officers alone',
  })
  answer: string | null;
  @Instant({ nullable: true }) answeredAt: string | null;
  @Instant({ nullable: true, description: 'When it was over; null while it is open' }) closedAt:
    string | null;
  @Text({ nullable: true, description: 'Number or day of the decision by which the membership lapsed' })
  decision: string | null;
  @Uuid({ nullable: true, description: 'The union above, which an appeal goes to' }) unionAboveId:
    string | null;
  @Text({ nullable: true }) unionAboveName: string | null;
}

/** A member who has paid no dues and taken no part for six months, or was warned because of that. */
export class LapseView {
  @Uuid() memberId: string;
  @Uuid() personId: string;
  @Text({ description: 'Masked, but for officers of the union' }) memberName: string;
  @CalendarDate() validFrom: string;
  @Whole() monthsUnpaid: number;
  @CalendarDate({ nullable: true }) lastPaidOn: string | null;
  @CalendarDate({ nullable: true }) lastPartOn: string | null;
  @Flag({ description: 'Whether six months have passed without dues and part' }) isDue: boolean;
  @Nested(() => LapseWarningView, { nullable: true, description: 'The open one' })
  warning: LapseWarningView | null;
}

export class ListLapses extends PageRequest {
  @Uuid({ description: 'Members of this union itself' }) union: string;
}

export class WarnOfLapse {
  @Uuid() memberId: string;
}

export class OwnLapseWarning {
  @Nested(() => LapseWarningView, { nullable: true, description: 'The last one; null: there was none' })
  warning: LapseWarningView | null;
}

export class AnswerLapseWarning {
  @Text({ max: 1_000, description: 'Why there were no dues and no part, or what the member will do' })
  words: string;
}

const shown = query('membership.lapse.get', LapseWarningId, LapseWarningView, {
  http: 'GET lapse-warnings/:warningId',
  tag: 'members',
  summary: 'Shows the warning that a membership may lapse',
});

export const lapseContract = {
  list: query('membership.lapse.list', ListLapses, pageOf(LapseView), {
    http: 'GET lapses',
    tag: 'members',
    summary: 'Lists the members of a union who for six months have paid no dues and taken no part',
  }),
  get: shown,
  warn: command('membership.lapse.warn', WarnOfLapse, LapseWarningView, {
    http: 'POST members/:memberId/lapse-warnings',
    tag: 'members',
    summary: 'Warns a member that the membership may lapse, and when',
  }),
  withdraw: versioned(
    command('membership.lapse.withdraw', LapseWarningId, LapseWarningView, {
      http: 'POST lapse-warnings/:warningId/withdraw',
      tag: 'members',
      summary: 'Drops the warning that a membership may lapse',
      status: 200,
    }),
    shown,
  ),
  mine: query('membership.lapse.mine', NoRequest, OwnLapseWarning, {
    http: 'GET me/lapse-warning',
    tag: 'members',
    summary: 'Shows the caller the last warning that their membership may lapse, and what it rests on',
  }),
  answer: command('membership.lapse.answer', AnswerLapseWarning, LapseWarningView, {
    http: 'POST me/lapse-warning/answer',
    tag: 'members',
    summary: 'Answers the warning that the caller’s membership may lapse, once',
    status: 200,
    example: { words: '去年底住院，没能参加活动；会费本月补交。' },
  }),
};
