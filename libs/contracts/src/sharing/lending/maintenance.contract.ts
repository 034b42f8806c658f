import { command, pageOf, PageRequest, query, versioned, versionedIn } from '../../core/contract.js';
import {
  AlwaysTrue,
  CalendarDate,
  Flag,
  Instant,
  Nested,
  OneOf,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { type PieceCondition, pieceConditions } from './piece.contract.js';

/** What a plan counts: days, months of the calendar, or loans that came back. */
export const maintenanceUnits = ['day', 'month', 'loan'] as const;
export type MaintenanceUnit = (typeof maintenanceUnits)[number];
export const maintenanceStates = ['open', 'done', 'skipped'] as const;
export type MaintenanceState = (typeof maintenanceStates)[number];

/** So many plans one resource may have, also those that have ended. */
export const maintenancePlansMax = 50;
export const maintenanceEveryMax = 1_000;
export const blockHoursMax = 720;

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
const titleMax = 100;
const blockText = 'So many hours it is out of service each time, and cannot be lent; null: it can be';
const blockFromText = 'When on the due day that begins, on the clock of China';

export class CreateMaintenancePlanRequest {
  @Uuid() resourceId: string;
  @Uuid({ optional: true, description: 'One piece alone; the whole resource where absent' }) pieceId?:
    string | null;
  @Text({ max: titleMax, example: '更换滤网', description: 'What is to be done' }) title: string;
  @Whole({ min: 1, max: maintenanceEveryMax, example: 3 }) every: number;
  @OneOf(maintenanceUnits, { name: 'MaintenanceUnit' }) unit: MaintenanceUnit;
  @CalendarDate({
    optional: true,
    example: '2026-12-31',
    description: 'When it is due first, for day and month; a month that is shorter has it on its last day',
  })
  firstOn?: string | null;
  @Text({ max: titleMax, optional: true, example: '设备科 王师傅', description: 'Who does it' }) byWhom?:
    string | null;
  @Whole({ optional: true, min: 1, max: blockHoursMax, description: blockText }) blockHours?: number | null;
  @Text({
    optional: true,
    min: 5,
    max: 5,
    pattern: clock,
    example: '09:00',
    description: `${blockFromText}; 09:00 where absent`,
  })
  blockFrom?: string;
}

export class MaintenancePlanIdRequest {
  @Uuid() resourceId: string;
  @Uuid() planId: string;
}

export class EditMaintenancePlanRequest extends MaintenancePlanIdRequest {
  @Text({ max: titleMax, optional: true }) title?: string;
  @Whole({ min: 1, max: maintenanceEveryMax, optional: true, description: 'From the next time on' })
  every?: number;
  @Text({ max: titleMax, optional: true }) byWhom?: string | null;
  @Whole({ optional: true, min: 1, max: blockHoursMax, description: blockText }) blockHours?: number | null;
  @Text({ optional: true, min: 5, max: 5, pattern: clock, description: blockFromText }) blockFrom?: string;
}

export class ListMaintenancePlansRequest extends PageRequest {
  @Uuid() resourceId: string;
}

export class ListMaintenanceTasksRequest extends PageRequest {
  @Uuid({ optional: true, description: 'Of one resource; of all that the caller keeps where absent' })
  resourceId?: string;
  @Uuid({ optional: true, description: 'Of one piece' }) pieceId?: string;
  @OneOf(maintenanceStates, {
    optional: true,
    name: 'MaintenanceState',
    description: 'Open where absent: the next to fall due first; else the latest first',
  })
  state?: MaintenanceState;
  @AlwaysTrue({ optional: true, description: 'Only those whose day has passed' }) overdue?: true;
  @Text({ max: 50, optional: true, description: 'Of what is to be done, of the resource or the label' })
  q?: string;
}

export class MaintenanceTaskIdRequest {
  @Uuid() taskId: string;
}

export class CompleteMaintenanceTaskRequest extends MaintenanceTaskIdRequest {
  @CalendarDate({ optional: true, description: 'When it was done; today where absent' }) doneOn?:
    string | null;
  @Text({ max: 500, optional: true, example: '滤网已换，运行正常' }) note?: string | null;
  @Nested(() => Money, { optional: true, description: 'What it cost; not below zero' }) cost?: Money | null;
  @OneOf(pieceConditions, {
    optional: true,
    name: 'PieceCondition',
    description: 'How the piece is after it, where it is about one',
  })
  condition?: PieceCondition | null;
}

export class SkipMaintenanceTaskRequest extends MaintenanceTaskIdRequest {
  @Text({ max: 500, example: '刚大修过，本次免做' }) reason: string;
}

export class RescheduleMaintenanceTaskRequest extends MaintenanceTaskIdRequest {
  @CalendarDate({ example: '2027-01-08', description: 'Today or later' }) dueOn: string;
}

/** One time that a plan falls due. */
export class MaintenanceTaskView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() planId: string;
  @Uuid() resourceId: string;
  @Text() resourceTitle: string;
  @Uuid({ nullable: true }) pieceId: string | null;
  @Text({ nullable: true }) pieceLabel: string | null;
  @Text({ max: titleMax }) title: string;
  @Text({ nullable: true, max: titleMax }) byWhom: string | null;
  @OneOf(maintenanceStates, { name: 'MaintenanceState' }) state: MaintenanceState;
  @CalendarDate({ nullable: true, description: 'Null where the loans are still counted' }) dueOn:
    string | null;
  @Flag({ description: 'Open, and its day has passed' }) overdue: boolean;
  @Whole({ nullable: true, description: 'So many loans until it is due; null where it has a day' })
  loansLeft: number | null;
  @Flag({ description: 'Its plan keeps the thing from being lent meanwhile' }) blocks: boolean;
  @Instant({ nullable: true, description: 'From when it is out of service; null where no time is taken' })
  blockedFrom: string | null;
  @Instant({ nullable: true }) blockedUntil: string | null;
  @CalendarDate({ nullable: true }) doneOn: string | null;
  @Text({ nullable: true, max: 500, description: 'What was found, or why it was left out' }) note:
    string | null;
  @Nested(() => Money, { nullable: true }) cost: Money | null;
  @Uuid({ nullable: true, description: 'The person who said so' }) closedBy: string | null;
  @Instant({ nullable: true }) closedAt: string | null;
}

export class MaintenancePlanView {
  @Uuid() id: string;
  @Whole({ description: 'For If-Match' }) version: number;
  @Uuid() resourceId: string;
  @Uuid({ nullable: true }) pieceId: string | null;
  @Text({ nullable: true }) pieceLabel: string | null;
  @Text({ max: titleMax }) title: string;
  @Whole() every: number;
  @OneOf(maintenanceUnits, { name: 'MaintenanceUnit' }) unit: MaintenanceUnit;
  @CalendarDate({ nullable: true }) firstOn: string | null;
  @Text({ nullable: true, max: titleMax }) byWhom: string | null;
  @Whole({ nullable: true, description: blockText }) blockHours: number | null;
  @Text({ description: blockFromText }) blockFrom: string;
  @Instant({ nullable: true, description: 'Nothing falls due from then on; null while it is in force' })
  endedAt: string | null;
  @Nested(() => MaintenanceTaskView, { nullable: true, description: 'The next time; null once it has ended' })
  next: MaintenanceTaskView | null;
}

const plans = query(
  'sharing.maintenance-plan.list',
  ListMaintenancePlansRequest,
  pageOf(MaintenancePlanView),
  {
    http: 'GET resources/:resourceId/maintenance-plans',
    tag: 'resources',
    summary: 'Lists the plans of a resource with what is due next, to whoever keeps it',
  },
);

export const maintenancePlanContract = {
  create: command('sharing.maintenance-plan.create', CreateMaintenancePlanRequest, MaintenancePlanView, {
    http: 'POST resources/:resourceId/maintenance-plans',
    tag: 'resources',
    summary:
      'Plans what is to be done to a resource, or to one piece, every so many days, months or loans; the time that it takes cannot be lent',
    example: {
      title: '更换滤网',
      every: 3,
      unit: 'month',
      firstOn: '2026-12-31',
      byWhom: '设备科 王师傅',
      blockHours: 4,
      blockFrom: '09:00',
    },
  }),
  list: plans,
  edit: command('sharing.maintenance-plan.edit', EditMaintenancePlanRequest, MaintenancePlanView, {
    http: 'PATCH resources/:resourceId/maintenance-plans/:planId',
    tag: 'resources',
    summary: 'Changes a plan from the next time on; what is left out stays, null goes',
    ifMatch: true,
    example: { every: 6, blockHours: null },
  }),
  end: versionedIn(
    command('sharing.maintenance-plan.end', MaintenancePlanIdRequest, MaintenancePlanView, {
      http: 'POST resources/:resourceId/maintenance-plans/:planId/end',
      tag: 'resources',
      summary: 'Ends a plan until it is resumed; what was kept free for it can be lent',
      status: 200,
    }),
    plans,
  ),
  resume: versionedIn(
    command('sharing.maintenance-plan.resume', MaintenancePlanIdRequest, MaintenancePlanView, {
      http: 'POST resources/:resourceId/maintenance-plans/:planId/resume',
      tag: 'resources',
      summary: 'Resumes a plan that was ended',
      status: 200,
    }),
    plans,
  ),
};

const shownTask = query('sharing.maintenance-task.get', MaintenanceTaskIdRequest, MaintenanceTaskView, {
  http: 'GET maintenance-tasks/:taskId',
  tag: 'resources',
  summary: 'Shows one time that a plan falls due, to whoever keeps the thing',
});

export const maintenanceTaskContract = {
  get: shownTask,
  list: query('sharing.maintenance-task.list', ListMaintenanceTasksRequest, pageOf(MaintenanceTaskView), {
    http: 'GET maintenance-tasks',
    tag: 'resources',
    summary:
      'What is to be done to what the caller keeps, the next to fall due first; or what was done or skipped, the latest first',
  }),
  complete: versioned(
    command('sharing.maintenance-task.complete', CompleteMaintenanceTaskRequest, MaintenanceTaskView, {
      http: 'POST maintenance-tasks/:taskId/complete',
      tag: 'resources',
      summary: 'Says that it is done, with what was found and what it cost; the next one is planned',
      status: 200,
      example: { note: '滤网已换，运行正常', cost: { amount: '12000', currency: 'CNY' } },
    }),
    shownTask,
  ),
  skip: versioned(
    command('sharing.maintenance-task.skip', SkipMaintenanceTaskRequest, MaintenanceTaskView, {
      http: 'POST maintenance-tasks/:taskId/skip',
      tag: 'resources',
      summary: 'Leaves it out this time, and says why; the next one is planned',
      status: 200,
      example: { reason: '刚大修过，本次免做' },
    }),
    shownTask,
  ),
  reschedule: versioned(
    command('sharing.maintenance-task.reschedule', RescheduleMaintenanceTaskRequest, MaintenanceTaskView, {
      http: 'POST maintenance-tasks/:taskId/reschedule',
      tag: 'resources',
      summary: 'Puts it on another day with the time that it takes; the rhythm stays',
      status: 200,
      example: { dueOn: '2027-01-08' },
    }),
    shownTask,
  ),
  reopen: versioned(
    command('sharing.maintenance-task.reopen', MaintenanceTaskIdRequest, MaintenanceTaskView, {
      http: 'POST maintenance-tasks/:taskId/reopen',
      tag: 'resources',
      summary: 'Undoes the latest one that was done or skipped: it is open again',
      status: 200,
    }),
    shownTask,
  ),
};
