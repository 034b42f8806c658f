import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

/** `attended`: the attendance was corrected since, and shows that they came. `excused` and `attended` count for nothing. */
export const noShowStates = ['counted', 'appealed', 'excused', 'upheld', 'attended'] as const;
export type NoShowState = (typeof noShowStates)[number];

export class AppealNoShowRequest {
  @Uuid() noShowId: string;
  @Text({
    max: 500,
    description: 'Why they did not come, or that they did',
    example: '当天临时加班，没来得及取消。',
  })
  text: string;
}

export class NoShowIdRequest {
  @Uuid() noShowId: string;
}

export class DecideNoShowRequest extends NoShowIdRequest {
  @Flag({ description: 'Excused, where true: it counts for nothing' }) excused: boolean;
  @Text({ max: 500, description: 'Shown to the member', example: '班组长已证实当天加班。' }) reason: string;
}

export class MyNoShowsRequest extends PageRequest {}

export class ListNoShowsRequest extends PageRequest {
  @Uuid() activityId: string;
  @OneOf(noShowStates, { optional: true, name: 'NoShowState' }) state?: NoShowState;
}

export class NoShowsByActivityRequest extends PageRequest {
  @Uuid() unionId: string;
}

/** A seat that somebody had, did not give back and did not use. */
class NoShowFacts {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @Instant({ description: 'When the activity began' }) occurredAt: string;
  @OneOf(noShowStates, { name: 'NoShowState' }) state: NoShowState;
  @Text({ nullable: true, max: 500 }) appealText: string | null;
  @Instant({ nullable: true }) appealedAt: string | null;
  @Text({ nullable: true, max: 500 }) decisionReason: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
}

export class MyNoShowView extends NoShowFacts {
  @Text() activityTitle: string;
}

/** A line of the list that officers see: names are masked. */
export class NoShowLineView extends NoShowFacts {
  @Uuid() personId: string;
  @Text() maskedName: string;
  @Text({ nullable: true }) unionName: string | null;
}

/** How many of those with a seat did not come to an activity. */
export class NoShowCountView {
  @Uuid() activityId: string;
  @Text() activityTitle: string;
  @Instant() startsAt: string;
  @Whole({ description: 'Registrations with a seat at the close' }) registered: number;
  @Whole({ description: 'Those of them who did not come' }) noShows: number;
  @Whole({ description: 'Those of the no-shows that count for nothing: excused, or corrected' })
  excused: number;
}

const shown = query('sharing.no-show.get', NoShowIdRequest, NoShowLineView, {
  http: 'GET no-shows/:noShowId',
  tag: 'registrations',
  summary: "Shows one no-show; for officers of the organiser's union",
});

export const noShowContract = {
  get: shown,
  mine: query('sharing.no-show.mine', MyNoShowsRequest, pageOf(MyNoShowView), {
    http: 'GET me/no-shows',
    tag: 'registrations',
    summary: "Lists the caller's own no-shows, the latest first",
  }),
  list: query('sharing.no-show.list', ListNoShowsRequest, pageOf(NoShowLineView), {
    http: 'GET activities/:activityId/no-shows',
    tag: 'registrations',
    summary: "Lists who had a seat in a closed activity and did not come; for the organiser's officers",
  }),
  byActivity: query('sharing.no-show.byActivity', NoShowsByActivityRequest, pageOf(NoShowCountView), {
    http: 'GET unions/:unionId/no-shows',
    tag: 'registrations',
    summary: 'Counts the no-shows of the closed activities of a union, the latest first',
  }),
  appeal: command('sharing.no-show.appeal', AppealNoShowRequest, MyNoShowView, {
    http: 'POST me/no-shows/:noShowId/appeal',
    tag: 'registrations',
    summary: 'Says why a seat of the caller stayed empty, once; an officer of the organiser decides',
    status: 200,
    example: { text: '当天临时加班，没来得及取消。' },
  }),
  decide: versioned(
    command('sharing.no-show.decide', DecideNoShowRequest, NoShowLineView, {
      http: 'POST no-shows/:noShowId/decision',
      tag: 'registrations',
      summary: "Excuses a no-show or upholds it, for a reason; for officers of the organiser's union",
      status: 200,
      example: { excused: true, reason: '班组长已证实当天加班。' },
    }),
    shown,
  ),
};
