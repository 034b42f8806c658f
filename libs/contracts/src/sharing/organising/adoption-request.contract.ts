import { command, pageOf, PageRequest, query, versionedIn } from '../../core/contract.js';
import { Instant, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { NamedPartyView } from '../activities/activity-parts.js';

export const adoptionRequestStates = ['requested', 'approved', 'refused'] as const;
export type AdoptionRequestState = (typeof adoptionRequestStates)[number];

export class AskAdoptionRequest {
  @Uuid() brandId: string;
  @Uuid({ description: 'The union that would hold editions' }) unionId: string;
  @Text({ optional: true, max: 1_000, example: '想在暑期办一场' }) note?: string | null;
}

export class ListAdoptionRequestsRequest extends PageRequest {
  @Uuid() brandId: string;
  @OneOf(adoptionRequestStates, { optional: true, name: 'AdoptionRequestState' })
  state?: AdoptionRequestState;
}

export class AdoptionRequestIdRequest {
  @Uuid() brandId: string;
  @Uuid() requestId: string;
}

export class RefuseAdoptionRequest extends AdoptionRequestIdRequest {
  @Text({ max: 500, description: 'Shown to the person who asked', example: '请先派人来看一次' })
  reason: string;
}

/** A union asks to hold editions of a brand; once approved it may, as often as it likes. */
export class AdoptionRequestView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() brandId: string;
  @Nested(() => NamedPartyView) union: NamedPartyView;
  @Text({ nullable: true, max: 1_000 }) note: string | null;
  @OneOf(adoptionRequestStates, { name: 'AdoptionRequestState' }) state: AdoptionRequestState;
  @Text({ nullable: true, max: 500, description: 'Why it was refused' }) reason: string | null;
  @Instant() askedAt: string;
  @Instant({ nullable: true }) decidedAt: string | null;
}

const shown = query(
  'sharing.adoption-request.list',
  ListAdoptionRequestsRequest,
  pageOf(AdoptionRequestView),
  {
    http: 'GET brands/:brandId/adoption-requests',
    tag: 'brands',
    summary: 'Lists who asked: all for the founder, their own for others',
  },
);

export const adoptionRequestContract = {
  ask: command('sharing.adoption-request.ask', AskAdoptionRequest, AdoptionRequestView, {
    http: 'POST brands/:brandId/adoption-requests',
    tag: 'brands',
    summary: 'Asks the founder for a union that would hold editions',
    example: { unionId: '019a0000-0000-7000-8000-000000000001', note: '想在暑期办一场' },
  }),
  approve: versionedIn(
    command('sharing.adoption-request.approve', AdoptionRequestIdRequest, AdoptionRequestView, {
      http: 'POST brands/:brandId/adoption-requests/:requestId/approve',
      tag: 'brands',
      summary: 'Lets a union hold editions, as often as it likes',
      status: 200,
      example: {},
    }),
    shown,
  ),
  refuse: versionedIn(
    command('sharing.adoption-request.refuse', RefuseAdoptionRequest, AdoptionRequestView, {
      http: 'POST brands/:brandId/adoption-requests/:requestId/refuse',
      tag: 'brands',
      summary: 'Refuses, with the reason, which the union is told',
      status: 200,
      example: { reason: '请先派人来看一次' },
    }),
    shown,
  ),
  list: shown,
};
