import { command, pageOf, PageRequest, query, versionedIn } from '../../core/contract.js';
import {
  AlwaysTrue,
  CalendarDate,
  Flag,
  Instant,
  Nested,
  OneOf,
  ownUnionsOnly,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { PartyDto } from '../../words/party.js';
import { NamedPartyView } from './activity-parts.js';

/** `dropped`: the agreement no longer names it, its host has left, or whoever added it gave it up. */
export const activityTaskStates = ['open', 'done', 'dropped'] as const;
export type ActivityTaskState = (typeof activityTaskStates)[number];

export class AddActivityTaskRequest {
  @Uuid() activityId: string;
  @Nested(() => PartyDto, {
    optional: true,
    description: 'The host that does it; the organiser where absent',
  })
  party?: PartyDto | null;

  @Text({ max: 200, example: '准备急救箱' }) title: string;
  @CalendarDate({ optional: true, description: "On the calendar of the activity's zone" })
  dueOn?: string | null;

  @Text({ optional: true, max: 500 }) note?: string | null;
}

export class ListActivityTasksRequest extends PageRequest {
  @Uuid() activityId: string;
  @OneOf(activityTaskStates, { optional: true, name: 'ActivityTaskState' }) state?: ActivityTaskState;
}

export class ListWaitingTasksRequest extends PageRequest {
  @AlwaysTrue({ description: 'Only open ones of parties for which the caller acts' }) waitingForMe: true;
  @Flag(ownUnionsOnly) ownUnions?: boolean;
}

export class ActivityTaskIdRequest {
  @Uuid() activityId: string;
  @Uuid() taskId: string;
}

/** Every field that is absent stays as it is. Title and date of what was agreed change by a new version alone. */
export class EditActivityTaskRequest extends ActivityTaskIdRequest {
  @Text({ optional: true, max: 200 }) title?: string;
  @CalendarDate({ optional: true }) dueOn?: string | null;
  @Text({ optional: true, max: 500 }) note?: string | null;
}

export class FinishActivityTaskRequest extends ActivityTaskIdRequest {
  @Text({ optional: true, max: 500, example: '大巴已订，车牌见群公告' }) note?: string | null;
}

export class ActivityTaskView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @Nested(() => NamedPartyView, { description: 'The host that does it' }) party: NamedPartyView;
  @Text({ max: 200 }) title: string;
  @CalendarDate({ nullable: true }) dueOn: string | null;
  @OneOf(activityTaskStates, { name: 'ActivityTaskState' }) state: ActivityTaskState;
  @Text({ nullable: true, max: 500 }) note: string | null;
  @Flag({ description: 'It stands in the agreement, and not beside it' }) isAgreed: boolean;
  @Flag({ description: 'It is open, and its day is over' }) overdue: boolean;
  @Flag({ description: 'The caller acts for the host that does it' }) isMine: boolean;
  @Uuid({ nullable: true }) doneBy: string | null;
  @Instant({ nullable: true }) doneAt: string | null;
}

/** An open task in the list of what waits for somebody. */
export class WaitingTaskView {
  @Uuid() id: string;
  @Uuid() activityId: string;
  @Text() activityTitle: string;
  @Nested(() => NamedPartyView) party: NamedPartyView;
  @Text({ max: 200 }) title: string;
  @CalendarDate({ nullable: true }) dueOn: string | null;
  @Flag({ description: 'Its day is over' }) overdue: boolean;
}

const shown = query('sharing.activity-task.list', ListActivityTasksRequest, pageOf(ActivityTaskView), {
  http: 'GET activities/:activityId/tasks',
  tag: 'co-hosting',
  summary: 'Lists the tasks of all hosts by the day on which they are due',
});

export const activityTaskContract = {
  add: command('sharing.activity-task.add', AddActivityTaskRequest, ActivityTaskView, {
    http: 'POST activities/:activityId/tasks',
    tag: 'co-hosting',
    summary: 'Adds a task of one host beside the agreement, also where there are no co-hosts',
    example: { title: '准备急救箱', dueOn: '2026-11-20', note: '放在一号车' },
  }),
  list: shown,
  edit: command('sharing.activity-task.edit', EditActivityTaskRequest, ActivityTaskView, {
    http: 'PATCH activities/:activityId/tasks/:taskId',
    tag: 'co-hosting',
    summary: 'Edits a task; of one that was agreed its note alone',
    ifMatch: true,
    example: { note: '司机电话见群公告' },
  }),
  finish: command('sharing.activity-task.finish', FinishActivityTaskRequest, ActivityTaskView, {
    http: 'POST activities/:activityId/tasks/:taskId/done',
    tag: 'co-hosting',
    summary: 'Says that a task is done',
    status: 200,
    example: { note: '大巴已订' },
  }),
  reopen: command('sharing.activity-task.reopen', ActivityTaskIdRequest, ActivityTaskView, {
    http: 'POST activities/:activityId/tasks/:taskId/reopen',
    tag: 'co-hosting',
    summary: 'Says that a task is to be done after all',
    status: 200,
    example: {},
  }),
  drop: versionedIn(
    command('sharing.activity-task.drop', ActivityTaskIdRequest, ActivityTaskView, {
      http: 'POST activities/:activityId/tasks/:taskId/drop',
      tag: 'co-hosting',
      summary: 'Gives up a task beside the agreement',
      status: 200,
      example: {},
    }),
    shown,
  ),
  waiting: query('sharing.activity-task.waiting', ListWaitingTasksRequest, pageOf(WaitingTaskView), {
    http: 'GET activity-tasks',
    tag: 'co-hosting',
    summary: 'Lists the open tasks of parties for which the caller acts, by the day on which they are due',
  }),
};
