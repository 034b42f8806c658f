import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, Nested, Text, Uuid, Whole } from '../../core/fields.js';
import { PartyDto } from '../../words/party.js';
import { LedgerPartyView, PersonName } from '../party-names.js';

export class FreezePartyRequest {
  @Nested(() => PartyDto, { description: 'Of whom nothing is netted or paid until it is released' })
  party: PartyDto;
  @Text({ max: 500 }) reason: string;
}

export class GetPartyFreezeRequest {
  @Uuid() partyFreezeId: string;
}

export class ReleasePartyRequest {
  @Uuid() partyFreezeId: string;
  @Text({ max: 500 }) reason: string;
}

export class ListPartyFreezesRequest extends PageRequest {
  @Flag({ optional: true, description: 'Only those that hold now, or only those that were released' })
  held?: boolean;
}

export class PartyFreezeView {
  @Uuid() id: string;
  @Whole() version: number;
  @Nested(() => LedgerPartyView) party: LedgerPartyView;
  @Text({ max: 500 }) reason: string;
  @Uuid() frozenBy: string;
  @PersonName() frozenByName: string | null;
  @Instant() frozenAt: string;
  @Uuid({ nullable: true }) releasedBy: string | null;
  @PersonName() releasedByName: string | null;
  @Instant({ nullable: true }) releasedAt: string | null;
  @Text({ nullable: true, max: 500 }) releaseReason: string | null;
  @Flag({ description: 'Whether the caller may release it now' }) mayRelease: boolean;
}

const shown = query('settlement.party-freeze.get', GetPartyFreezeRequest, PartyFreezeView, {
  http: 'GET party-freezes/:partyFreezeId',
  tag: 'netting',
  summary: 'The freeze of a party',
});

export const partyFreezeContract = {
  freeze: command('settlement.party-freeze.create', FreezePartyRequest, PartyFreezeView, {
    http: 'POST party-freezes',
    tag: 'netting',
    summary: 'Freezes a party, by an approver above it: nothing of it is netted or paid until it is released',
    freshRoles: true,
    example: {
      party: { kind: 'union', id: '01930000-0000-7000-8000-000000000001' },
      reason: '财务审计期间暂停结算',
    },
  }),
  get: shown,
  list: query('settlement.party-freeze.list', ListPartyFreezesRequest, pageOf(PartyFreezeView), {
    http: 'GET party-freezes',
    tag: 'netting',
    summary: 'Who is and was frozen among the parties of my unions, why and by whom, newest first',
  }),
  release: versioned(
    command('settlement.party-freeze.release', ReleasePartyRequest, PartyFreezeView, {
      http: 'POST party-freezes/:partyFreezeId/release',
      tag: 'netting',
      summary: 'Releases a party, by an approver above it',
      status: 200,
      freshRoles: true,
      example: { reason: '审计已结束' },
    }),
    shown,
  ),
};
