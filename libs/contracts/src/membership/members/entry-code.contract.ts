import { command, Done } from '../../core/contract.js';
import { Instant, OneOf, Text, Uuid } from '../../core/fields.js';
import { type CodePurpose, codePurposes, type EntryPurpose, entryPurposes } from '../membership-events.js';

/** What a code lets a person do who is not signed in. */

export class RequestEntryCodeRequest {
  @OneOf(codePurposes, { name: 'CodePurpose' }) purpose: CodePurpose;
  @Text({ optional: true, max: 100, description: 'For an activation: the name, as in the roster' })
  name?: string;
  @Text({ optional: true, max: 40, description: 'For an activation: the resident identity number' })
  residentNumber?: string;
  @Text({
    optional: true,
    max: 100,
    description: 'For another password or a sign-in: what one signs in with, phone or login',
  })
  account?: string;
}

export class IssueEntryCodeRequest {
  @Uuid() memberId: string;
  @OneOf(entryPurposes, { name: 'EntryPurpose' }) purpose: EntryPurpose;
}

/** What an officer prints and hands over. */
export class EntryCodeView {
  @Uuid() id: string;
  @OneOf(entryPurposes, { name: 'EntryPurpose' }) purpose: EntryPurpose;
  @Text({
    nullable: true,
    example: 'K7MP-2XQA',
    description: 'The code itself: shown this once, null in a repeated answer',
  })
  code: string | null;
  @Text({ description: '张*' }) maskedName: string;
  @Text() unionName: string;
  @Instant({ description: 'It is taken once, until then' }) validUntil: string;
  @Uuid({
    nullable: true,
    description: 'For another password: what a second person has to confirm before the code is taken',
  })
  pendingChangeId: string | null;
}

export const entryCodeContract = {
  request: command('membership.entry-code.request', RequestEntryCodeRequest, Done, {
    http: 'POST auth/codes',
    tag: 'sign-in',
    summary: 'Asks for a code by text message; the answer is the same whether or not one is sent',
    status: 202,
    public: true,
    idempotent: false,
    example: { purpose: 'activation', residentNumber: '11010519491231002X', name: '张三' },
  }),
  issue: command('membership.entry-code.issue', IssueEntryCodeRequest, EntryCodeView, {
    http: 'POST members/:memberId/entry-codes',
    tag: 'members',
    summary: 'Makes a code to be printed, by which a member gets in; it is shown once',
    freshRoles: true,
    example: { purpose: 'activation' },
  }),
};
