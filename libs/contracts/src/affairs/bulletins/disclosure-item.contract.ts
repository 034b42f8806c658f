import { OmitType } from '@nestjs/swagger';
import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { CalendarDate, Flag, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

/** To be disclosed, and not any more. */
export const disclosureItemStates = ['active', 'ended'] as const;
export type DisclosureItemState = (typeof disclosureItemStates)[number];

/** Who has to disclose it: the enterprise (厂务公开) or the union itself (会务公开). */
export const disclosureOwers = ['enterprise', 'union'] as const;
export type DisclosureOwer = (typeof disclosureOwers)[number];

export const disclosureRhythms = ['once', 'monthly', 'quarterly', 'halfYearly', 'yearly'] as const;
export type DisclosureRhythm = (typeof disclosureRhythms)[number];

/** Of one occasion: far off, due within 14 days, past its day without a bulletin, disclosed in time, disclosed after its day. */
export const disclosureOccasionStates = ['upcoming', 'near', 'missing', 'met', 'metLate'] as const;
export type DisclosureOccasionState = (typeof disclosureOccasionStates)[number];

export const disclosureItemsMax = 100;
/** Of one thing in one year. */
export const occasionsMax = 12;
const titleMax = 100;
const textMax = 500;

/** What an officer says about something that must be disclosed. */
export class DisclosureItemContent {
  @Text({ max: titleMax, example: '职工教育经费提取和使用情况' }) title: string;
  @OneOf(disclosureOwers, { name: 'DisclosureOwer' }) owedBy: DisclosureOwer;
  @Text({
    optional: true,
    max: titleMax,
    description: 'The department of the enterprise that answers for it; absent where the union owes it',
    example: '人力资源部',
  })
  department?: string | null;
  @Text({ max: textMax, description: 'By which rule', example: '《企业民主管理规定》' }) basis: string;
  @OneOf(disclosureRhythms, { name: 'DisclosureRhythm' }) rhythm: DisclosureRhythm;
  @CalendarDate({
    description:
      'The day by which it is to be disclosed first. Where that is the last of its month, the later ones are too',
    example: '2099-03-31',
  })
  firstDueOn: string;
}

export class CreateDisclosureItem extends DisclosureItemContent {
  @Uuid({ description: 'The union whose workers are to be told' }) unionId: string;
}

export class ChangeDisclosureItem extends DisclosureItemContent {
  @Uuid() itemId: string;
}

export class EndDisclosureItem {
  @Uuid() itemId: string;
  @Text({ max: textMax, example: '并入另一项公开' }) reason: string;
}

export class MeetDisclosureOccasion {
  @Uuid() itemId: string;
  @CalendarDate({ description: 'The day by which it is due' }) on: string;
  @Uuid({ description: 'A published bulletin of the union, of the kind `disclosure`' }) bulletinId: string;
}

export class UnlinkDisclosureOccasion {
  @Uuid() itemId: string;
  @CalendarDate({ description: 'The day by which it is due' }) on: string;
  @Text({ max: textMax, example: '关联错了信息' }) reason: string;
}

export class ListMyDisclosureItems extends PageRequest {
  @Whole({ optional: true, min: 2000, max: 2100, description: 'This year where absent' }) year?: number;
}

export class ListDisclosureItems extends ListMyDisclosureItems {
  @Uuid() unionId: string;
}

/** One time at which something is to be disclosed. */
export class DisclosureOccasionView {
  @CalendarDate({ description: 'The day by which it is due' }) on: string;
  @Text({
    nullable: true,
    max: 10,
    description: 'The month, quarter, half or whole of a year; null of what is disclosed once',
    example: '2026-Q3',
  })
  period: string | null;
  @OneOf(disclosureOccasionStates, { name: 'DisclosureOccasionState' }) state: DisclosureOccasionState;
  @Uuid({ nullable: true, description: 'The bulletin; null also where the caller may not read it' })
  bulletinId: string | null;
  @Text({ nullable: true, max: 100 }) bulletinTitle: string | null;
  @CalendarDate({ nullable: true, description: 'Since when the bulletin is shown' }) disclosedOn:
    string | null;
}

export class DisclosureItemView extends OmitType(DisclosureItemContent, ['department']) {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(disclosureItemStates, { name: 'DisclosureItemState' }) state: DisclosureItemState;
  @Text({ nullable: true, max: titleMax }) department: string | null;
  @CalendarDate({ nullable: true, description: 'What is due from this day on is not owed' }) endedOn:
    string | null;
  @Text({ nullable: true, max: textMax }) endReason: string | null;
  @ListOf(() => DisclosureOccasionView, { max: occasionsMax, description: 'Of the year that was asked for' })
  occasions: DisclosureOccasionView[];
  @Flag({ description: 'The caller may change it' }) changeable: boolean;
}

/** Of the unions on a board: those that miss something of the year, or those that plan nothing. */
export const disclosureBoardFilters = ['missing', 'unplanned'] as const;
export type DisclosureBoardFilter = (typeof disclosureBoardFilters)[number];

export class ListDisclosureBoard extends ListDisclosureItems {
  @OneOf(disclosureBoardFilters, { optional: true, name: 'DisclosureBoardFilter' })
  only?: DisclosureBoardFilter;
}

/** How one union stands with what it discloses in a year. */
export class DisclosureBoardLine {
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Whole({ description: 'Things that are to be disclosed' }) items: number;
  @Whole({ description: 'Times at which they are, in the year' }) owed: number;
  @Whole({ description: 'Of these, disclosed in time' }) met: number;
  @Whole({ description: 'Disclosed after the day' }) metLate: number;
  @Whole({ description: 'Past the day without a bulletin' }) missing: number;
}

const example = {
  title: '职工教育经费提取和使用情况',
  owedBy: 'enterprise',
  department: '人力资源部',
  basis: '《企业民主管理规定》',
  rhythm: 'quarterly',
  firstDueOn: '2099-03-31',
};

export const disclosureItemContract = {
  create: command('affairs.disclosure-item.create', CreateDisclosureItem, DisclosureItemView, {
    http: 'POST disclosure-items',
    tag: 'bulletins',
    summary: 'Plans something that the enterprise or the union has to disclose to its workers',
    example: { ...example, unionId: '019a0000-0000-7000-8000-000000000001' },
  }),
  change: command('affairs.disclosure-item.change', ChangeDisclosureItem, DisclosureItemView, {
    http: 'PUT disclosure-items/:itemId',
    tag: 'bulletins',
    summary: 'Changes what is planned; once it has been due or disclosed, its rhythm and first day stay',
    ifMatch: true,
    example,
  }),
  end: command('affairs.disclosure-item.end', EndDisclosureItem, DisclosureItemView, {
    http: 'POST disclosure-items/:itemId/end',
    tag: 'bulletins',
    summary: 'Ends it from today: what was missing stays on the board, and nothing more is owed',
    status: 200,
    ifMatch: true,
    example: { reason: '并入另一项公开' },
  }),
  list: query('affairs.disclosure-item.list', ListDisclosureItems, pageOf(DisclosureItemView), {
    http: 'GET disclosure-items',
    tag: 'bulletins',
    summary: 'What a union plans to disclose, with its occasions of a year, for officers and auditors',
  }),
  listMine: query('affairs.disclosure-item.list-mine', ListMyDisclosureItems, pageOf(DisclosureItemView), {
    http: 'GET me/disclosure-items',
    tag: 'bulletins',
    summary: 'What the caller’s own union has to disclose, what is there and what is missing',
  }),
  meet: command('affairs.disclosure-item.meet', MeetDisclosureOccasion, DisclosureItemView, {
    http: 'POST disclosure-items/:itemId/occasions/:on/meet',
    tag: 'bulletins',
    summary: 'Links the bulletin by which it was disclosed; one that is withdrawn later counts no more',
    status: 200,
    example: { bulletinId: '019a0000-0000-7000-8000-000000000001' },
  }),
  unlink: command('affairs.disclosure-item.unlink', UnlinkDisclosureOccasion, DisclosureItemView, {
    http: 'POST disclosure-items/:itemId/occasions/:on/unlink',
    tag: 'bulletins',
    summary: 'Takes the link to a bulletin back, with the reason in the audit trail',
    status: 200,
    example: { reason: '关联错了信息' },
  }),
  board: query('affairs.disclosure-item.board', ListDisclosureBoard, pageOf(DisclosureBoardLine), {
    http: 'GET disclosure-board',
    tag: 'bulletins',
    summary: 'How a union and those below it stand with what they have to disclose in a year',
  }),
};
