import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { type MatterKind, matterKinds } from '../../words/matter.js';

/** Delegations of one matter that are neither revoked nor past their end. */
export const delegationsMax = 50;

export const delegationStates = ['active', 'ended', 'revoked'] as const;
export type DelegationState = (typeof delegationStates)[number];

/** `holder`: the person gave it back. `granter`: somebody who may delegate the matter took it back. */
export const delegationSides = ['holder', 'granter'] as const;
export type DelegationSide = (typeof delegationSides)[number];

export class CreateDelegation {
  @OneOf(matterKinds, { name: 'MatterKind' }) matterKind: MatterKind;
  @Uuid({ description: 'The activity, or the party' }) matterId: string;
  @Uuid({ description: 'Who may act then' }) personId: string;

  @Instant({
    optional: true,
    description: 'When it ends by itself, to the moment; until it is revoked where absent or null',
  })
  validTo?: string | null;

  @Flag({
    optional: true,
    description: 'Whether the person may delegate the matter to others, for no longer than they hold it',
  })
  mayDelegate?: boolean;

  @Text({ optional: true, max: 200, example: '活动当天负责签到' }) note?: string | null;
}

export class ListDelegations extends PageRequest {
  @OneOf(matterKinds, { name: 'MatterKind' }) matterKind: MatterKind;
  @Uuid() matterId: string;
}

export class ListMyDelegations extends PageRequest {}

export class DelegationId {
  @Uuid() delegationId: string;
}

export class RevokeDelegation {
  @Uuid() delegationId: string;
}

/** A person acts in one matter and in nothing else. */
export class DelegationView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(matterKinds, { name: 'MatterKind' }) matterKind: MatterKind;
  @Uuid() matterId: string;
  @Text({ description: 'The title of the activity, or the name of the party; masked where it is a person' })
  matterName: string;
  @Uuid({ nullable: true, description: 'Who may act; null for whoever does not act in the matter' })
  personId: string | null;
  @Text({ nullable: true, description: 'Who may act, by the name that others see' }) maskedName:
    string | null;
  @Flag({ description: 'Whether the reader holds it' }) isMine: boolean;
  @Flag() mayDelegate: boolean;
  @OneOf(delegationStates, { name: 'DelegationState' }) state: DelegationState;
  @Instant() createdAt: string;
  @Uuid({ nullable: true, description: 'Who has delegated it; null for whoever does not act in the matter' })
  createdById: string | null;
  @Text({ nullable: true, description: 'Who has delegated it, by the name that others see' })
  createdByName: string | null;
  @Instant({ nullable: true, description: 'When it ends by itself; null until it is revoked' })
  validTo: string | null;
  @Instant({ nullable: true, description: 'When it ended, by itself or because it was revoked' })
  endedAt: string | null;
  @OneOf(delegationSides, {
    nullable: true,
    name: 'DelegationSide',
    description: 'Which side revoked it; null if it ended by itself',
  })
  revokedBy: DelegationSide | null;
  @Uuid({ nullable: true, description: 'Who revoked it; null for whoever does not act in the matter' })
  revokedById: string | null;
  @Text({ nullable: true, description: 'Who revoked it, by the name that others see' }) revokedByName:
    string | null;
  @Text({ nullable: true, max: 200, description: 'For the person and for those who may delegate it' })
  note: string | null;
  @Flag({ description: 'Whether the reader may revoke it' }) mayRevoke: boolean;
}

/** The delegations of a matter, with what the reader may do. */
export class MatterDelegationsView {
  @ListOf(() => DelegationView, { max: 200 }) items: DelegationView[];
  @Text({ nullable: true, max: 500 }) nextCursor: string | null;
  @Flag({ description: 'Whether the reader may delegate the matter' }) mayDelegate: boolean;
}

const shown = query('sharing.delegation.get', DelegationId, DelegationView, {
  http: 'GET delegations/:delegationId',
  tag: 'delegations',
  summary: 'Shows a delegation to the person who holds it, and to those who may delegate the matter',
});

export const delegationContract = {
  create: command('sharing.delegation.create', CreateDelegation, DelegationView, {
    http: 'POST delegations',
    tag: 'delegations',
    summary:
      'Lets a person act in one activity, or for one enterprise, club, organisation or person; never in what moves money or approves',
    freshRoles: true,
    example: {
      matterKind: 'activity',
      matterId: '019a0000-0000-7000-8000-000000000001',
      personId: '019a0000-0000-7000-8000-000000000002',
      validTo: '2026-12-31T18:00:00+08:00',
      note: '活动当天负责签到',
    },
  }),
  list: query('sharing.delegation.list', ListDelegations, MatterDelegationsView, {
    http: 'GET delegations',
    tag: 'delegations',
    summary:
      'Lists who may act in a matter, newest first: those of a party to everybody who is signed in, ended ones and those of an activity to those who may delegate it',
  }),
  mine: query('sharing.delegation.mine', ListMyDelegations, pageOf(DelegationView), {
    http: 'GET me/delegations',
    tag: 'delegations',
    summary: 'Lists what is and was delegated to the caller, newest first',
  }),
  get: shown,
  revoke: versioned(
    command('sharing.delegation.revoke', RevokeDelegation, DelegationView, {
      http: 'POST delegations/:delegationId/revoke',
      tag: 'delegations',
      summary:
        'Ends a delegation, by those who may delegate the matter or by the person who holds it; it holds from the commit on, and what was done stands',
      status: 200,
      freshRoles: true,
      example: {},
    }),
    shown,
  ),
};
