import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';

/** 工会委员会, 经费审查委员会, 女职工委员会. */
export const committeeKinds = ['union', 'audit', 'women'] as const;
export type CommitteeKind = (typeof committeeKinds)[number];

/** An organiser stands in for a whole committee where a union has fewer than 25 members. */
export const committeeOffices = ['chair', 'viceChair', 'organiser', 'member'] as const;
export type CommitteeOffice = (typeof committeeOffices)[number];

/** For how many years a committee is elected (trade union law, art. 16; constitution of the Chinese trade unions). */
export const termYears = ['3', '5'] as const;
export type TermYears = (typeof termYears)[number];

/** A whole committee for a term, or one member for what is left of it. */
export const electionForms = ['term', 'byElection'] as const;
export type ElectionForm = (typeof electionForms)[number];

export const committeeElectionStates = ['waiting', 'approved', 'refused', 'withdrawn'] as const;
export type CommitteeElectionState = (typeof committeeElectionStates)[number];

export const committeeElectionActs = ['approve', 'refuse', 'withdraw'] as const;
export type CommitteeElectionAct = (typeof committeeElectionActs)[number];

export class ElectedSeatDto {
  @Uuid({ description: 'A full member of the union or of one below it' }) personId: string;
  @OneOf(committeeOffices, { name: 'CommitteeOffice' }) office: CommitteeOffice;
}

/** When and by how many somebody was elected. */
export class ElectionFactsDto {
  @CalendarDate({ description: 'Not in the future' }) heldOn: string;
  @Whole({ min: 1, max: 10_000_000, description: 'Members or delegates who were entitled to vote' })
  entitled: number;
  @Whole({ min: 1, max: 10_000_000, description: 'Of these, how many were present' }) present: number;
}

export class FileCommitteeElection extends ElectionFactsDto {
  @Uuid() unionId: string;
  @OneOf(committeeKinds, { name: 'CommitteeKind' }) kind: CommitteeKind;
  @OneOf(termYears, { name: 'TermYears', description: 'The term, from the day of the election' })
  termYears: TermYears;
  @ListOf(() => ElectedSeatDto, { min: 1, max: 100 }) seats: ElectedSeatDto[];
}

export class FileByElection extends ElectionFactsDto {
  @Uuid() committeeId: string;
  @Uuid({ description: 'The seat that is filled anew; its office and the end of the term stay' })
  seatId: string;
  @Uuid({ description: 'A full member of the union or of one below it' }) personId: string;
}

export class CommitteeElectionId {
  @Uuid() electionId: string;
}

export class ApproveCommitteeElection extends CommitteeElectionId {
  @Text({ max: 60, example: '青工复〔2026〕18号', description: 'The number of the reply' })
  approvalNumber: string;
}

export class RefuseCommitteeElection extends CommitteeElectionId {
  @Text({ max: 500, example: '到会人数不足三分之二', description: 'No person is named' }) reason: string;
}

export class ListCommittees {
  @Uuid() unionId: string;
}

export class ListCommitteeElections extends PageRequest {
  @Uuid({ optional: true, description: 'Only of this union and those below it' }) union?: string;
  @Flag({ optional: true, description: 'Only those that wait' }) open?: boolean;
}

export class CommitteeSeatView {
  @Uuid() id: string;
  @OneOf(committeeOffices, { name: 'CommitteeOffice' }) office: CommitteeOffice;
  @Text({
    nullable: true,
    description:
      'In full for officers of the union and above, and of chair, vice chair and organiser for all; else masked. Null of a vacant seat',
  })
  name: string | null;
  @Flag({ description: 'Whoever was elected has left, and nobody else has been elected yet' })
  vacant: boolean;
  @CalendarDate({ nullable: true, description: 'Since when they hold it; null while it waits' }) fromDay:
    string | null;
}

/** A committee with the term for which it is elected, and who sits in it now. */
export class CommitteeView {
  @Uuid() id: string;
  @Uuid() unionId: string;
  @OneOf(committeeKinds, { name: 'CommitteeKind' }) kind: CommitteeKind;
  @CalendarDate() fromDay: string;
  @CalendarDate({ description: 'The last day of the term; it goes on until another one is elected' })
  toDay: string;
  @Flag({ description: 'The term ends within 60 days, or has ended' }) ending: boolean;
  @Text({ nullable: true, max: 60 }) approvalNumber: string | null;
  @ListOf(() => CommitteeSeatView, { max: 100 }) seats: CommitteeSeatView[];
}

export class CommitteesView {
  @ListOf(() => CommitteeView, { max: 3 }) items: CommitteeView[];
  @Flag({ description: 'Whether the caller may file an election' }) mayFile: boolean;
}

/** What anyone reads of it. */
export class PublicCommitteeSeatView {
  @OneOf(committeeOffices, { name: 'CommitteeOffice' }) office: CommitteeOffice;
  @Text({ description: 'In full of chair, vice chair and organiser; else masked' }) name: string;
}

export class PublicCommitteeView {
  @OneOf(committeeKinds, { name: 'CommitteeKind' }) kind: CommitteeKind;
  @CalendarDate() fromDay: string;
  @CalendarDate() toDay: string;
  @ListOf(() => PublicCommitteeSeatView, { max: 100 }) seats: PublicCommitteeSeatView[];
}

export class PublicCommitteesView {
  @ListOf(() => PublicCommitteeView, { max: 3 }) items: PublicCommitteeView[];
}

/** The result of an election that was filed with the union above, and what came of it. */
export class CommitteeElectionView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(committeeElectionStates, { name: 'CommitteeElectionState' }) state: CommitteeElectionState;
  @OneOf(electionForms, { name: 'ElectionForm' }) form: ElectionForm;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(committeeKinds, { name: 'CommitteeKind' }) kind: CommitteeKind;
  @CalendarDate() heldOn: string;
  @Whole() entitled: number;
  @Whole() present: number;
  @CalendarDate({ description: 'The last day of the term' }) toDay: string;
  @ListOf(() => CommitteeSeatView, { max: 100 }) seats: CommitteeSeatView[];
  @Nested(() => CommitteeSeatView, {
    nullable: true,
    description: 'Of a by-election: the seat as it was held before',
  })
  replaces: CommitteeSeatView | null;
  @Instant() proposedAt: string;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Text({ nullable: true, max: 60 }) approvalNumber: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was refused' }) refusal: string | null;
  @SomeOf(committeeElectionActs, { description: 'What the caller may do now' }) acts: CommitteeElectionAct[];
}

const id = '019a0000-0000-7000-8000-000000000001';
const facts = { heldOn: '2026-11-16', entitled: 120, present: 96 };

const shown = query('membership.committee-election.get', CommitteeElectionId, CommitteeElectionView, {
  http: 'GET committee-elections/:electionId',
  tag: 'unions',
  summary: 'Shows the filed result of an election, to officers of the union and above',
});

export const committeeContract = {
  file: command('membership.committee-election.file', FileCommitteeElection, CommitteeElectionView, {
    http: 'POST unions/:unionId/committee-elections',
    tag: 'unions',
    summary:
      'Files that a committee has been elected for a term; another officer of the union above approves it',
    freshRoles: true,
    example: { ...facts, kind: 'union', termYears: '5', seats: [{ personId: id, office: 'chair' }] },
  }),
  fileByElection: command('membership.committee-election.file-by', FileByElection, CommitteeElectionView, {
    http: 'POST committees/:committeeId/by-elections',
    tag: 'unions',
    summary: 'Files that one member of a committee has been elected anew, for what is left of the term',
    freshRoles: true,
    example: { ...facts, seatId: id, personId: id },
  }),
  approve: versioned(
    command('membership.committee-election.approve', ApproveCommitteeElection, CommitteeElectionView, {
      http: 'POST committee-elections/:electionId/approve',
      tag: 'unions',
      summary: 'Approves it, by another officer of the union above: whoever was elected holds office',
      status: 200,
      freshRoles: true,
      example: { approvalNumber: '青工复〔2026〕18号' },
    }),
    shown,
  ),
  refuse: versioned(
    command('membership.committee-election.refuse', RefuseCommitteeElection, CommitteeElectionView, {
      http: 'POST committee-elections/:electionId/refuse',
      tag: 'unions',
      summary: 'Refuses it, by another officer of the union above',
      status: 200,
      freshRoles: true,
      example: { reason: '到会人数不足三分之二' },
    }),
    shown,
  ),
  withdraw: versioned(
    command('membership.committee-election.withdraw', CommitteeElectionId, CommitteeElectionView, {
      http: 'POST committee-elections/:electionId/withdraw',
      tag: 'unions',
      summary: 'Withdraws it, by whoever has filed it',
      status: 200,
    }),
    shown,
  ),
  get: shown,
  listElections: query(
    'membership.committee-election.list',
    ListCommitteeElections,
    pageOf(CommitteeElectionView),
    {
      http: 'GET committee-elections',
      tag: 'unions',
      summary: 'Lists filed results of elections, newest first',
    },
  ),
  list: query('membership.committee.list', ListCommittees, CommitteesView, {
    http: 'GET unions/:unionId/committees',
    tag: 'unions',
    summary: 'The committees of a union that are in office, with their terms and who sits in them',
  }),
  listPublic: query('membership.committee.list-public', ListCommittees, PublicCommitteesView, {
    http: 'GET public/unions/:unionId/committees',
    tag: 'public',
    summary: 'Shows anyone the committees of a union; only chair, vice chair and organiser by name',
    public: true,
    cacheSeconds: 10,
    remembered: true,
  }),
};
