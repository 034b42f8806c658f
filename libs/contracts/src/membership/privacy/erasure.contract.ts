import { command, NoRequest, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { dataKinds, KeptDataCount } from '../../words/person-data.js';
import { ErasedDataCount, erasureObstacles, ErasureObstacleView } from '../../words/person-erasure.js';
import { mergeServices, type MergeService } from '../../words/person-merge.js';
import { CredentialProof } from '../access/credential-proof.js';

/** Days in which whoever has asked can take it back. */
export const erasureDelayDays = 7;

/** Who has asked on paper: the person, their heirs, or a court or authority. */
export const erasurePaperKinds = ['person', 'heirs', 'authority'] as const;
export type ErasurePaperKind = (typeof erasurePaperKinds)[number];

/**
 * `filed`: asked for on paper, and nobody else has confirmed it yet; `waiting`: can be taken back; `erasing`: until every service has acknowledged; `lapsed`: when the time came, something
 * was in the way, or nobody had confirmed it; `refused`: the second person has.
 */
export const erasureStates = [
  'filed',
  'waiting',
  'erasing',
  'erased',
  'withdrawn',
  'lapsed',
  'refused',
] as const;
export type ErasureState = (typeof erasureStates)[number];

/** What one service would erase, what it would keep without a name, and what is in the way. */
export class ServiceErasurePreview {
  @OneOf(mergeServices, { name: 'MergeService' }) service: MergeService;
  @Flag({ description: 'False: it could not be asked just now' }) answered: boolean;
  @ListOf(() => ErasedDataCount, { max: dataKinds.length }) erased: ErasedDataCount[];
  @ListOf(() => KeptDataCount, { max: dataKinds.length }) kept: KeptDataCount[];
  @ListOf(() => ErasureObstacleView, { max: erasureObstacles.length }) obstacles: ErasureObstacleView[];
}

export class ErasurePreviewView {
  @Flag({ description: 'Every service has answered; otherwise it cannot be asked for' }) complete: boolean;
  @Flag({ description: 'Nothing is in the way, and every service has answered' }) possible: boolean;
  @ListOf(() => ServiceErasurePreview, { max: mergeServices.length }) services: ServiceErasurePreview[];
}

export class AskErasure {
  @Nested(() => CredentialProof) proof: CredentialProof;
}

/** The request with what the gateway has just asked of every service. */
export class PreviewedErasure extends AskErasure {
  @ListOf(() => ServiceErasurePreview, { max: mergeServices.length }) preview: ServiceErasurePreview[];
}

/** How far one service is, and what it did. */
export class ErasureProgressView {
  @OneOf(mergeServices, { name: 'MergeService' }) service: MergeService;
  @Instant({ nullable: true }) doneAt: string | null;
  @ListOf(() => ErasedDataCount, { max: dataKinds.length }) erased: ErasedDataCount[];
  @ListOf(() => KeptDataCount, { max: dataKinds.length }) kept: KeptDataCount[];
}

/** What anybody with the receipt may see: no word says whose data it was. */
export class ErasureReceiptView {
  @OneOf(erasureStates, { name: 'ErasureState' }) state: ErasureState;
  @Instant() askedAt: string;
  @Instant({
    description:
      'When it begins, unless it is taken back before; while it is filed, when it lapses unless it is confirmed',
  })
  effectiveAt: string;
  @Instant({ nullable: true, description: 'When it was done, taken back, or lapsed' }) endedAt: string | null;
  @ListOf(() => ErasureProgressView, { max: mergeServices.length }) progress: ErasureProgressView[];
}

export class ErasureView extends ErasureReceiptView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(erasurePaperKinds, {
    nullable: true,
    name: 'ErasurePaperKind',
    description: 'Who has asked for it on paper, at the counter of the union; null if the person has here',
  })
  paperKind: ErasurePaperKind | null;
  @Text({
    description: 'The end of the link that shows how far it is without signing in',
    example: 'q3Zt0S2yTq2v8yYwAAbb',
  })
  receipt: string;
}

export class OwnErasureView {
  @Nested(() => ErasureView, { nullable: true, description: 'The newest request; null if there was none' })
  erasure: ErasureView | null;
}

export class ErasureReceipt {
  @Text({ min: 20, max: 20, description: 'The end of the link', example: 'q3Zt0S2yTq2v8yYwAAbb' })
  receipt: string;
}

export class ListErasures extends PageRequest {
  @OneOf(erasureStates, { optional: true, name: 'ErasureState' }) state?: ErasureState;
}

/** One erasure in the record of the unions: that it was done and with what result, and not whose data it was. */
export class ErasureRecordView extends ErasureReceiptView {
  @Uuid() id: string;
  @Text({ nullable: true, description: 'The union that the person was last a member of' }) unionName:
    string | null;
}

export const erasureContract = {
  getOwn: query('membership.erasure.get-own', NoRequest, OwnErasureView, {
    http: 'GET me/erasure',
    tag: 'privacy',
    summary: 'My request to erase my data, with how far each service is',
  }),
  ask: command('membership.erasure.ask', PreviewedErasure, ErasureView, {
    http: 'POST me/erasure',
    tag: 'privacy',
    summary: 'Asks to erase my data: begins after seven days, in which I can take it back',
    idempotent: false,
    example: { proof: { password: 'not-a-real-one' } },
  }),
  withdraw: command('membership.erasure.withdraw', NoRequest, ErasureView, {
    http: 'POST me/erasure/withdraw',
    tag: 'privacy',
    summary: 'Takes back my request while it waits',
    status: 200,
    idempotent: false,
  }),
  receipt: query('membership.erasure.receipt', ErasureReceipt, ErasureReceiptView, {
    http: 'GET public/erasures/:receipt',
    tag: 'privacy',
    summary: 'Shows by the receipt how far an erasure is, and what was erased and kept',
    public: true,
  }),
  list: query('membership.erasure.list', ListErasures, pageOf(ErasureRecordView), {
    http: 'GET erasures',
    tag: 'privacy',
    summary: 'The record of erasures of former members, newest first, without their names',
  }),
};
