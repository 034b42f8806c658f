import { command, NoRequest, pageOf, PageRequest, query } from '../../core/contract.js';
import { CalendarDate, Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { type OccasionKind, occasionKinds } from './occasion-kind.js';
import { type MatterState, matterStates } from './matter.contract.js';

/** Those that nobody knows unless the member tells them. */
export const toldOccasionKinds = ['wedding', 'birth', 'hospital'] as const satisfies readonly OccasionKind[];
export type ToldOccasionKind = (typeof toldOccasionKinds)[number];

/** Somebody has yet to be visited; a matter was opened for it; an officer has said that no visit is needed. */
export const occasionStates = ['due', 'opened', 'skipped'] as const;
export type OccasionState = (typeof occasionStates)[number];

/** Days ahead for which something may be told: a wedding has its day. */
export const occasionDaysAhead = 60;
/** Occasions of one person that are told in a year. */
export const toldOccasionsMax = 20;
const monthPattern = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const reasonMax = 500;

export class ListOccasions extends PageRequest {
  @Uuid({ description: 'The very union whose officer the caller is' }) unionId: string;
  @Text({
    optional: true,
    max: 7,
    pattern: monthPattern,
    example: '2026-11',
    description: 'Of which month; the present one where absent',
  })
  month?: string;
  @Flag({
    optional: true,
    description:
      'What members have told and nothing else, on whichever day it is; no month is looked at then',
  })
  told?: boolean;
  @OneOf(occasionStates, { optional: true, name: 'OccasionState' }) state?: OccasionState;
}

/** Which line of the list: it has to be there. */
class OccasionLine {
  @Uuid() unionId: string;
  @Uuid() personId: string;
  @OneOf(occasionKinds, { name: 'OccasionKind' }) kind: OccasionKind;
  @CalendarDate({ description: 'Its day, as the list has it', example: '2026-11-12' }) on: string;
}

export class OpenOccasion extends OccasionLine {}

export class SkipOccasion extends OccasionLine {
  @Text({ max: reasonMax, example: '本人已调离，由新单位慰问', description: 'The person may read it' })
  reason: string;
}

/** What was done for the person in the same year. */
export class OccasionVisitView {
  @OneOf(occasionKinds, { name: 'OccasionKind' }) kind: OccasionKind;
  @CalendarDate() on: string;
  @OneOf(matterStates, { name: 'MatterState', description: 'Of the matter that was opened for it' })
  matterState: MatterState;
}

export class OccasionView {
  @Uuid() personId: string;
  @Text({ description: 'Masked, unless the caller may see the name' }) personName: string;
  @OneOf(occasionKinds, { name: 'OccasionKind' }) kind: OccasionKind;
  @CalendarDate({ description: 'Its day in this year; a birthday is known without its year' }) on: string;
  @OneOf(occasionStates, { name: 'OccasionState' }) state: OccasionState;
  @Text({ nullable: true, max: 60, description: 'The service under which a matter would be opened' })
  serviceName: string | null;
  @Uuid({ nullable: true, description: 'The matter that was opened for it; read by whoever has it in hand' })
  matterId: string | null;
  @Text({ nullable: true, max: reasonMax, description: 'Why no visit is needed' }) reason: string | null;
  @Uuid({ nullable: true, description: 'Whoever opened or skipped it' }) doneBy: string | null;
  @Text({ nullable: true, description: 'That person, masked' }) doneByName: string | null;
  @Instant({ nullable: true }) doneAt: string | null;
  @Flag({ description: 'The caller may open a matter for it' }) openable: boolean;
  @ListOf(() => OccasionVisitView, { max: 100, description: 'Matters that were opened from this list' })
  visits: OccasionVisitView[];
  @Whole({
    description:
      'Matters of such a service that the person has brought themselves in the year; what they are about is read by whoever has them',
  })
  ownMatters: number;
}

/** With what only other services know. */
export class ListedOccasionView extends OccasionView {
  @Nested(() => Money, {
    nullable: true,
    description:
      'A hint: what the fund rules in force leave for one member and year, all visits together; null where none says so',
  })
  bound: Money | null;
  @Text({ nullable: true, max: 100, description: 'The set of rules that says so' }) boundSource:
    string | null;
}

export class TellOccasion {
  @OneOf(toldOccasionKinds, { name: 'ToldOccasionKind' }) kind: ToldOccasionKind;
  @CalendarDate({ description: `Within the last year, at most ${occasionDaysAhead} days ahead` }) on: string;
}

export class OccasionId {
  @Uuid() occasionId: string;
}

export class MyOccasionView {
  @Uuid() id: string;
  @OneOf(toldOccasionKinds, { name: 'ToldOccasionKind' }) kind: ToldOccasionKind;
  @CalendarDate() on: string;
  @OneOf(occasionStates, { name: 'OccasionState' }) state: OccasionState;
  @Uuid({ nullable: true }) matterId: string | null;
  @Text({ nullable: true, max: reasonMax }) reason: string | null;
}

/** What the union knows by the member's record, and whether they are visited for it. */
class RecordOccasionsView {
  @Flag({ description: 'The member has not switched it off' }) inUse: boolean;
  @Text({ nullable: true, max: 5, example: '11-12', description: 'Month and day of birth, as kept here' })
  birthday: string | null;
  @CalendarDate({ nullable: true }) retiredOn: string | null;
}

export class MyOccasionsView {
  @ListOf(() => MyOccasionView, { max: 100, description: 'Told by the caller, the newest first' })
  items: MyOccasionView[];
  @Nested(() => RecordOccasionsView) record: RecordOccasionsView;
}

const tag = 'matters';
const line = {
  personId: '019a0000-0000-7000-8000-000000000002',
  kind: 'birthday',
  on: '2026-11-12',
};

export const occasionContract = {
  /** The gateway has the route, and adds names and what may be spent. */
  list: query('affairs.occasion.list', ListOccasions, pageOf(OccasionView)),
  open: command('affairs.occasion.open', OpenOccasion, OccasionView, {
    http: 'POST unions/:unionId/occasions/matters',
    tag,
    summary: 'Opens the matter for a line of the list, filled in and in the hands of the caller',
    example: line,
  }),
  skip: command('affairs.occasion.skip', SkipOccasion, OccasionView, {
    http: 'POST unions/:unionId/occasions/skips',
    tag,
    summary: 'Says that no visit is needed, with a reason; a matter can still be opened later',
    status: 200,
    example: { ...line, reason: '本人已调离，由新单位慰问' },
  }),
  tell: command('affairs.occasion.tell', TellOccasion, MyOccasionsView, {
    http: 'POST me/occasions',
    tag,
    summary: 'The member tells of a wedding, a birth or a stay in hospital, for officers of their own union',
    example: { kind: 'wedding', on: '2026-11-20' },
  }),
  listMine: query('affairs.occasion.list-mine', NoRequest, MyOccasionsView, {
    http: 'GET me/occasions',
    tag,
    summary: 'What the caller has told, and for which days of their record they are visited',
  }),
  takeBack: command('affairs.occasion.take-back', OccasionId, MyOccasionsView, {
    http: 'DELETE me/occasions/:occasionId',
    tag,
    summary: 'Takes back what was told, as long as nothing was done for it; nothing of it is kept',
  }),
};
