import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { CalendarDate, Flag, Instant, ListOf, OneOf, SomeOf, Text, Uuid, Whole } from '../../core/fields.js';
import { type ErasureObstacle, erasureObstacles, ErasureObstacleView } from '../../words/person-erasure.js';
import { mergeServices, type MergeService } from '../../words/person-merge.js';
import {
  type ErasurePaperKind,
  erasurePaperKinds,
  erasureStates,
  type ErasureState,
} from './erasure.contract.js';

/** Days after which a request that nobody has confirmed lapses. */
export const paperErasureDays = 30;

export const paperErasureActs = ['confirm', 'refuse', 'withdraw'] as const;
export type PaperErasureAct = (typeof paperErasureActs)[number];

export class FilePaperErasure {
  @Uuid({ description: 'The newest membership of the person whose data are to be erased' }) memberId: string;
  @OneOf(erasurePaperKinds, { name: 'ErasurePaperKind', description: 'Who has signed the paper' })
  paperKind: ErasurePaperKind;
  @CalendarDate({ description: 'The date of the paper, today at the latest' }) paperDate: string;
  @Text({
    optional: true,
    max: 200,
    description: 'Such as where the paper is filed; erased with the data',
    example: '原件存工会档案 2026-17 号',
  })
  note?: string | null;
}

export class PaperErasureId {
  @Uuid() erasureId: string;
}

/** What one service says is in the way; nothing of what it keeps. */
export class ServiceErasureObstacles {
  @OneOf(mergeServices, { name: 'MergeService' }) service: MergeService;
  @Flag() answered: boolean;
  @ListOf(() => ErasureObstacleView, { max: erasureObstacles.length }) obstacles: ErasureObstacleView[];
}

/** The confirmation with what the gateway has just asked of every service. */
export class CheckedConfirmation extends PaperErasureId {
  @ListOf(() => ServiceErasureObstacles, { max: mergeServices.length }) services: ServiceErasureObstacles[];
}

export class RefusePaperErasure extends PaperErasureId {
  @Text({ max: 200, example: '没有继承关系的证明' }) reason: string;
}

export class ListPaperErasures extends PageRequest {
  @OneOf(erasureStates, { optional: true, name: 'ErasureState' }) state?: ErasureState;
}

/** A request on paper as officers of the union see it. Nothing says what is kept of the person, here or elsewhere. */
export class PaperErasureView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(erasureStates, { name: 'ErasureState' }) state: ErasureState;
  @Uuid() personId: string;
  @Uuid({ description: 'The newest membership of the person in the union' }) memberId: string;
  @Text({ description: '张*; 已注销 once the data are erased' }) personName: string;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(erasurePaperKinds, { name: 'ErasurePaperKind' }) paperKind: ErasurePaperKind;
  @CalendarDate() paperDate: string;
  @Text({ nullable: true, max: 200 }) note: string | null;
  @Text({ description: 'Who has filed it: 张*' }) filedBy: string;
  @Uuid() filedById: string;
  @Instant() filedAt: string;
  @Text({ nullable: true, description: 'Who has confirmed or refused it: 张*' }) decidedBy: string | null;
  @Uuid({ nullable: true }) decidedById: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Text({ nullable: true, max: 200, description: 'Why it was refused' }) refusal: string | null;
  @Instant({ description: 'When it begins; while it is filed, when it lapses unless it is confirmed' })
  effectiveAt: string;
  @Instant({ nullable: true, description: 'When it was done, taken back or refused, or lapsed' })
  endedAt: string | null;
  @SomeOf(erasureObstacles, {
    description:
      'What was in the way when somebody last wanted to confirm it, or when it lapsed; not how many',
  })
  obstacles: ErasureObstacle[];
  @SomeOf(paperErasureActs, { description: 'What the caller may do now' }) acts: PaperErasureAct[];
}

const get = query('membership.paper-erasure.get', PaperErasureId, PaperErasureView, {
  http: 'GET paper-erasures/:erasureId',
  tag: 'privacy',
  summary: 'A request on paper to erase somebody’s data, for officers of their union',
});

export const paperErasureContract = {
  file: command('membership.paper-erasure.file', FilePaperErasure, PaperErasureView, {
    http: 'POST paper-erasures',
    tag: 'privacy',
    summary:
      'Files a request on paper to erase the data of a member of the union; another officer confirms it',
    freshRoles: true,
    example: {
      memberId: '019a0000-0000-7000-8000-000000000001',
      paperKind: 'heirs',
      paperDate: '2026-11-20',
      note: '原件存工会档案 2026-17 号',
    },
  }),
  get,
  list: query('membership.paper-erasure.list', ListPaperErasures, pageOf(PaperErasureView), {
    http: 'GET paper-erasures',
    tag: 'privacy',
    summary: 'Requests on paper of people of one’s unions, newest first',
  }),
  confirm: versioned(
    command('membership.paper-erasure.confirm', CheckedConfirmation, PaperErasureView, {
      http: 'POST paper-erasures/:erasureId/confirm',
      tag: 'privacy',
      summary:
        'Confirms it, by an officer who has not filed it: begins after seven days. While something is in the way it stays filed and says what',
      status: 200,
      freshRoles: true,
    }),
    get,
  ),
  refuse: versioned(
    command('membership.paper-erasure.refuse', RefusePaperErasure, PaperErasureView, {
      http: 'POST paper-erasures/:erasureId/refuse',
      tag: 'privacy',
      summary: 'Refuses it with a reason, by an officer who has not filed it',
      status: 200,
      freshRoles: true,
      example: { reason: '没有继承关系的证明' },
    }),
    get,
  ),
  withdraw: versioned(
    command('membership.paper-erasure.withdraw', PaperErasureId, PaperErasureView, {
      http: 'POST paper-erasures/:erasureId/withdraw',
      tag: 'privacy',
      summary: 'Takes it back before it begins, by any officer of the union; the person can as well',
      status: 200,
      freshRoles: true,
    }),
    get,
  ),
};
