import { OmitType, PickType } from '@nestjs/swagger';
import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../sharing/sharing-events.js';
import { type SizeClassName, sizeClasses } from '../../membership/membership-events.js';
import { attachmentBytesMax, type AttachmentKind, attachmentKinds } from '../../words/uploads.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

/** What a bulletin is about, as people filter by it. */
export const bulletinKinds = ['news', 'policy', 'knowHow', 'disclosure', 'result', 'course'] as const;
export type BulletinKind = (typeof bulletinKinds)[number];

/** Anybody; members of the union and of those below it; members of the union alone. */
export const bulletinAudiences = ['public', 'members', 'union'] as const;
export type BulletinAudience = (typeof bulletinAudiences)[number];

/**
 * Of a bulletin also: members of those unions of it and below whose enterprise has a size class; members of the unions that
 * lie within a distance of it, its own among them, wherever they stand in the tree.
 */
export const bulletinTargets = [...bulletinAudiences, 'sizeClass', 'neighbours'] as const;
export type BulletinTarget = (typeof bulletinTargets)[number];

/** The greatest distance within which unions are neighbours. */
export const neighbourKmMax = 50;

/**
 * Being written; waiting for the union above because its own has three strikes; shown from its time until its end;
 * hidden after reports; taken back, with a reason that stays.
 */
export const bulletinStates = ['draft', 'waiting', 'published', 'hidden', 'withdrawn'] as const;
export type BulletinState = (typeof bulletinStates)[number];

/** Whether readers may comment: each comment is shown at once; each waits to be checked; none is taken. */
export const bulletinCommentings = ['open', 'checked', 'off'] as const;
export type BulletinCommenting = (typeof bulletinCommentings)[number];

export const bulletinTextMax = 20_000;
/** The first words of a bulletin, without its marks. */
export const bulletinExcerptMax = 120;
export const bulletinRevisionsMax = 50;

export const bulletinPicturesMax = 9;
export const bulletinAttachmentsMax = 10;

/** Where something was published first, if not by the union itself. */
export class BulletinSourceDto {
  @Text({ max: 100, example: '江城日报' }) name: string;
  @Text({ optional: true, max: 500, pattern: /^https?:\/\/\S+$/, example: 'https://daily.example/5123' })
  link?: string | null;
}

/** A picture that a bulletin shows; the first stands for it in lists. */
export class BulletinPictureDto {
  @Uuid({ description: 'As it was added for bulletins of the union' }) fileId: string;
  @Text({ max: 200, description: 'What it shows, for who does not see it', example: '车间里的饮水点' })
  alt: string;
}

export class BulletinAttachmentDto {
  @Uuid({ description: 'As it was added for bulletins of the union' }) fileId: string;
  @Text({ max: 100, description: 'What it is called in the list', example: '作业时间表' }) title: string;
}

/** What a bulletin says and shows. */
export class BulletinWords {
  @Text({ max: 100, example: '关于做好高温天气劳动保护的通知' }) title: string;
  @Text({ max: bulletinTextMax, description: 'Markdown; HTML in it is shown as it is written' }) text: string;
  @OneOf(bulletinKinds, { name: 'BulletinKind' }) kind: BulletinKind;
  @OneOf(unionBusinesses, {
    optional: true,
    name: 'UnionBusiness',
    description: 'To which business of unions it belongs; absent where it is not said',
  })
  business?: UnionBusiness | null;
  @OneOf(resourceFunctions, {
    optional: true,
    name: 'ResourceFunction',
    description: 'Which function of resources it is about; absent where it is not said',
  })
  function?: ResourceFunction | null;
  @Nested(() => BulletinSourceDto, {
    optional: true,
    description: 'Of what another has published; absent where the union has written it',
  })
  source?: BulletinSourceDto | null;
  @ListOf(() => BulletinPictureDto, {
    optional: true,
    max: bulletinPicturesMax,
    description: 'Beneath the text, in order; none where absent',
  })
  pictures?: BulletinPictureDto[] | null;
  @ListOf(() => BulletinAttachmentDto, {
    optional: true,
    max: bulletinAttachmentsMax,
    description: 'In order; none where absent',
  })
  attachments?: BulletinAttachmentDto[] | null;
}

export class BulletinPictureView extends BulletinPictureDto {
  @Whole({ min: 1, description: 'Pixels at its greatest; the smaller ones have the same proportions' })
  width: number;
  @Whole({ min: 1 }) height: number;
}

export class BulletinAttachmentView extends BulletinAttachmentDto {
  @OneOf(attachmentKinds, { name: 'AttachmentKind' }) kind: AttachmentKind;
  @Whole({ min: 1, max: attachmentBytesMax, description: 'Bytes' }) size: number;
}

/** All that an officer says about a bulletin. */
export class BulletinDefinition extends BulletinWords {
  @OneOf(bulletinTargets, { name: 'BulletinTarget' }) audience: BulletinTarget;
  @OneOf(sizeClasses, {
    optional: true,
    name: 'SizeClass',
    description: 'For `sizeClass`: of which size the enterprises are; ignored for others',
  })
  sizeClass?: SizeClassName | null;
  @Whole({
    optional: true,
    min: 1,
    max: neighbourKmMax,
    description: 'For `neighbours`: within how many kilometres of the union; ignored for others',
  })
  neighbourKm?: number | null;
  @Flag({
    description: 'Members of the union, and of those below it unless it is for the union alone, confirm it',
  })
  mustRead: boolean;
  @Flag({ description: 'Stands before the others' }) pinned: boolean;
  @Instant({ optional: true, description: 'When it is shown; at once where absent' }) from?: string | null;
  @Instant({ optional: true, description: 'Until when it is shown; without end where absent' })
  until?: string | null;
  @Uuid({
    optional: true,
    description: 'A published bulletin that is shown with it, which everybody for whom this one is may read',
  })
  citesId?: string | null;
  @OneOf(bulletinCommentings, {
    optional: true,
    name: 'BulletinCommenting',
    description: 'Whether members for whom it is may comment; off where absent',
  })
  commenting?: BulletinCommenting | null;
}

export class CreateBulletin extends BulletinDefinition {
  @Uuid({ description: 'The union that publishes it' }) unionId: string;
}

export class ChangeBulletin extends BulletinDefinition {
  @Uuid() bulletinId: string;
}

/** Whom it is for, whether it must be read and from when it is shown stay as they were published. */
export class CorrectBulletin extends BulletinWords {
  @Uuid() bulletinId: string;
  @Flag({ description: 'Stands before the others' }) pinned: boolean;
  @Instant({ optional: true, description: 'Until when it is shown; without end where absent' })
  until?: string | null;
  @Text({ max: 500, description: 'What is different, for readers', example: '更正了报名的截止日期' })
  note: string;
}

export class BulletinId {
  @Uuid() bulletinId: string;
}

export class WithdrawBulletin {
  @Uuid() bulletinId: string;
  @Text({ max: 500, description: 'Shown to whoever looks for it', example: '会议改期，另行通知' })
  reason: string;
}

export class SetBulletinCommenting extends BulletinId {
  @OneOf(bulletinCommentings, { name: 'BulletinCommenting' }) commenting: BulletinCommenting;
}

export class BulletinRevisionId {
  @Uuid() bulletinId: string;
  @Whole({ min: 1, max: bulletinRevisionsMax + 1 }) number: number;
}

export class ListPublicBulletins extends PageRequest {
  @OneOf(bulletinKinds, { optional: true, name: 'BulletinKind' }) kind?: BulletinKind;
  @OneOf(unionBusinesses, { optional: true, name: 'UnionBusiness' }) business?: UnionBusiness;
  @OneOf(resourceFunctions, { optional: true, name: 'ResourceFunction' }) function?: ResourceFunction;
  @Text({ optional: true, max: 60, description: 'A part of the title, or its pinyin' }) q?: string;
}

export class ListBulletins extends ListPublicBulletins {
  @OneOf(bulletinStates, {
    optional: true,
    name: 'BulletinState',
    description:
      'Those of the unions whose officer the caller is, newest first; what is for the caller where absent',
  })
  state?: BulletinState;
  @Uuid({ optional: true, description: 'With a state: those of this union alone' }) unionId?: string;
  @Flag({ optional: true, description: 'Without a state: what the caller follows alone' }) followed?: boolean;
}

export class BulletinSummary {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(bulletinStates, { name: 'BulletinState' }) state: BulletinState;
  @Text({ max: 100 }) title: string;
  @Text({ max: bulletinExcerptMax, description: 'The first words, without marks' }) excerpt: string;
  @OneOf(bulletinKinds, { name: 'BulletinKind' }) kind: BulletinKind;
  @OneOf(unionBusinesses, { nullable: true, name: 'UnionBusiness' }) business: UnionBusiness | null;
  @OneOf(resourceFunctions, { nullable: true, name: 'ResourceFunction' }) function: ResourceFunction | null;
  @Uuid({ description: 'The union that publishes it' }) unionId: string;
  @Text() unionName: string;
  @Text({ nullable: true, max: 100, description: 'Who has published it first, if not the union' })
  sourceName: string | null;
  @OneOf(bulletinTargets, { name: 'BulletinTarget' }) audience: BulletinTarget;
  @Flag() pinned: boolean;
  @Flag() mustRead: boolean;
  @Instant({ nullable: true, description: 'Since when it is shown; null of a draft without a time' })
  shownFrom: string | null;
  @Instant({ nullable: true }) shownUntil: string | null;
  @Flag({ description: 'The caller has to confirm it, and has not' }) toConfirm: boolean;
  @Nested(() => BulletinPictureDto, {
    nullable: true,
    description: 'The picture that stands for it; null for readers once it was withdrawn',
  })
  cover: BulletinPictureDto | null;
}

/** What must be read and one person has not confirmed is listed up to this number. */
export const bulletinsToConfirmMax = 100;

export class ListBulletinsToConfirm {}

/** What the caller has to confirm, and has not. */
export class BulletinToConfirm extends PickType(BulletinSummary, ['id', 'title', 'unionName', 'shownUntil']) {
  @Instant({ description: 'Since when it is shown' }) shownFrom: string;
}

export class BulletinsToConfirmView {
  @ListOf(() => BulletinToConfirm, { max: bulletinsToConfirmMax, description: 'What is shown longest first' })
  items: BulletinToConfirm[];
}

export class BulletinRevisionSummary {
  @Whole() number: number;
  @Instant() at: string;
  @Text({ nullable: true, max: 500, description: 'What is different; null of the first' }) note:
    string | null;
}

/** A bulletin that another one cites. */
export class CitedBulletinView {
  @Uuid() id: string;
  @Text({ max: 100 }) title: string;
  @Text({ description: 'The union that has published it' }) unionName: string;
  @OneOf(bulletinStates, { name: 'BulletinState' }) state: BulletinState;
  @Text({ nullable: true, max: bulletinExcerptMax, description: 'Null once it was withdrawn' })
  excerpt: string | null;
  @Instant({ nullable: true }) shownFrom: string | null;
}

export class BulletinView extends OmitType(BulletinSummary, ['excerpt', 'sourceName', 'cover']) {
  @Text({
    nullable: true,
    max: bulletinTextMax,
    description: 'Markdown; null for readers once it was withdrawn',
  })
  text: string | null;
  @ListOf(() => BulletinPictureView, { max: bulletinPicturesMax, description: 'In order' })
  pictures: BulletinPictureView[];
  @ListOf(() => BulletinAttachmentView, { max: bulletinAttachmentsMax, description: 'In order' })
  attachments: BulletinAttachmentView[];
  @Nested(() => BulletinSourceDto, { nullable: true }) source: BulletinSourceDto | null;
  @Nested(() => CitedBulletinView, {
    nullable: true,
    description: 'What it cites; null where it cites nothing, or nothing that is still shown to the caller',
  })
  cites: CitedBulletinView | null;
  @Whole({ description: 'Other unions whose published bulletins cite it' }) citedByUnions: number;
  @ListOf(() => BulletinRevisionSummary, {
    max: bulletinRevisionsMax + 1,
    description: 'The newest first; the first of them is what is shown',
  })
  revisions: BulletinRevisionSummary[];
  @Text({ nullable: true, max: 500 }) withdrawReason: string | null;
  @Text({ nullable: true, max: 500, description: 'Why the union above has sent it back; for its officers' })
  sentBackReason: string | null;
  @Flag({ description: 'It waits for the union above, and the caller may release it or send it back' })
  releasable: boolean;
  @Instant({ nullable: true, description: 'When the caller confirmed it' }) confirmedAt: string | null;
  @Flag({ description: 'The caller may change it' }) changeable: boolean;
  @Instant({ nullable: true, description: 'When those who have not read it were reminded last' })
  remindedAt: string | null;
  @OneOf(sizeClasses, { nullable: true, name: 'SizeClass' }) sizeClass: SizeClassName | null;
  @Whole({ nullable: true, min: 1, max: neighbourKmMax }) neighbourKm: number | null;
  @OneOf(bulletinCommentings, { name: 'BulletinCommenting' }) commenting: BulletinCommenting;
  @Whole({ description: 'Comments that are shown' }) commentCount: number;
  @Flag({ description: 'The caller may comment now' }) commentable: boolean;
  @Whole({ nullable: true, description: 'Comments and reports on them that wait, for its officers alone' })
  commentsWaiting: number | null;
}

export class BulletinRevisionView extends OmitType(BulletinWords, ['pictures', 'attachments']) {
  @ListOf(() => BulletinPictureView, { max: bulletinPicturesMax }) pictures: BulletinPictureView[];
  @ListOf(() => BulletinAttachmentView, { max: bulletinAttachmentsMax })
  attachments: BulletinAttachmentView[];
  @Whole() number: number;
  @Instant() at: string;
  @Text({ nullable: true, max: 500 }) note: string | null;
}

export class BulletinReadingRequest {
  @Uuid() bulletinId: string;
  @Uuid({ description: 'The union of which it is asked, with those below it' }) unionId: string;
}

export const readingUnionsMax = 200;

/** How many of a union have confirmed a bulletin. */
export class UnionReadingView {
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Whole({ description: 'Those who are asked to read it' }) members: number;
  @Whole({ description: 'Those of them who have confirmed it' }) confirmed: number;
}

export class BulletinReadingView {
  @Whole() members: number;
  @Whole() confirmed: number;
  @ListOf(() => UnionReadingView, {
    max: readingUnionsMax,
    description:
      'The union itself, and each directly below it with all below that; who has read least, first',
  })
  unions: UnionReadingView[];
}

export class ListUnreadBulletin extends PageRequest {
  @Uuid() bulletinId: string;
  @Uuid({ description: 'The union whose own members they are; its own officer asks' }) unionId: string;
}

/** Somebody who has not confirmed a bulletin. */
export class BulletinUnreadView {
  @Uuid() personId: string;
  @Text({ description: 'Masked', example: '张*' }) name: string;
}

export class CountBulletinAudience {
  @Uuid({ description: 'The union that would publish it' }) unionId: string;
  @OneOf(bulletinTargets, { name: 'BulletinTarget' }) audience: BulletinTarget;
  @OneOf(sizeClasses, { optional: true, name: 'SizeClass' }) sizeClass?: SizeClassName;
  @Whole({ optional: true, min: 1, max: neighbourKmMax }) neighbourKm?: number;
}

export class BulletinAudienceView {
  @Whole({ description: 'Members whom it reaches now; of what is public those of the union and below' })
  members: number;
  @Whole({ description: 'Unions to which they belong' }) unions: number;
}

const example = {
  title: '关于做好高温天气劳动保护的通知',
  text: '气温在 **35℃** 以上时，请按下面的时间作业：\n\n- 上午 6:00–10:00\n- 下午 16:00–19:00',
  kind: 'news',
  business: 'safeguarding',
  function: 'management',
  source: null,
  pictures: [{ fileId: '019a0000-0000-7000-8000-0000000000f2', alt: '车间里的饮水点' }],
  attachments: [{ fileId: '019a0000-0000-7000-8000-0000000000f3', title: '作业时间表' }],
  audience: 'members',
  mustRead: true,
  pinned: false,
  from: null,
  until: null,
  commenting: 'open',
};

const changes = { tag: 'bulletins', status: 200, ifMatch: true } as const;

export const bulletinContract = {
  create: command('affairs.bulletin.create', CreateBulletin, BulletinView, {
    http: 'POST bulletins',
    tag: 'bulletins',
    summary: 'Begins a bulletin of a union; nobody but its officers sees it before it is published',
    example: { ...example, unionId: '019a0000-0000-7000-8000-000000000001' },
  }),
  change: command('affairs.bulletin.change', ChangeBulletin, BulletinView, {
    http: 'PUT bulletins/:bulletinId',
    tag: 'bulletins',
    summary: 'Writes a draft anew; what is published is corrected',
    ifMatch: true,
    example,
  }),
  publish: command('affairs.bulletin.publish', BulletinId, BulletinView, {
    ...changes,
    http: 'POST bulletins/:bulletinId/publish',
    summary: 'Publishes a draft: it is shown from its time on, and whoever must read it is notified then',
  }),
  correct: command('affairs.bulletin.correct', CorrectBulletin, BulletinView, {
    ...changes,
    http: 'POST bulletins/:bulletinId/correct',
    summary:
      'Makes a new revision of what is published, and says what is different; with three strikes it waits like what is new',
    example: {
      title: example.title,
      text: example.text,
      kind: 'news',
      business: example.business,
      function: example.function,
      source: null,
      pictures: example.pictures,
      attachments: example.attachments,
      pinned: false,
      until: null,
      note: '更正了下午作业的时间',
    },
  }),
  withdraw: command('affairs.bulletin.withdraw', WithdrawBulletin, BulletinView, {
    ...changes,
    http: 'POST bulletins/:bulletinId/withdraw',
    summary: 'Takes a bulletin back; whoever looks for it reads why',
    example: { reason: '会议改期，另行通知' },
  }),
  restore: command('affairs.bulletin.restore', BulletinId, BulletinView, {
    ...changes,
    http: 'POST bulletins/:bulletinId/restore',
    summary: 'Shows a bulletin again that was taken back; with three strikes it waits like what is new',
  }),
  setCommenting: command('affairs.bulletin.set-commenting', SetBulletinCommenting, BulletinView, {
    ...changes,
    http: 'PUT bulletins/:bulletinId/commenting',
    summary: 'Lets members comment on a bulletin, or not any more; what was written is still read',
    example: { commenting: 'off' },
  }),
  countAudience: query('affairs.bulletin.count-audience', CountBulletinAudience, BulletinAudienceView, {
    http: 'GET unions/:unionId/bulletin-audience',
    tag: 'bulletins',
    summary: 'Counts the members whom a bulletin of the union would reach now, for its officers',
  }),
  get: query('affairs.bulletin.get', BulletinId, BulletinView, {
    http: 'GET bulletins/:bulletinId',
    tag: 'bulletins',
    summary: 'A bulletin that is for the caller, or whose officer they are',
  }),
  getPublic: query('affairs.bulletin.get-public', BulletinId, BulletinView, {
    http: 'GET public/bulletins/:bulletinId',
    tag: 'public',
    summary: 'A bulletin that is for anybody',
    public: true,
    remembered: true,
  }),
  revision: query('affairs.bulletin.revision', BulletinRevisionId, BulletinRevisionView, {
    http: 'GET bulletins/:bulletinId/revisions/:number',
    tag: 'bulletins',
    summary: 'What a bulletin said in one of its revisions',
  }),
  list: query('affairs.bulletin.list', ListBulletins, pageOf(BulletinSummary), {
    http: 'GET bulletins',
    tag: 'bulletins',
    summary:
      'What is for the caller, pinned ones first, then the newest; or what their unions publish, by state',
  }),
  /** For the gateway, which shows it among what waits for the caller. */
  listToConfirm: query('affairs.bulletin.list-to-confirm', ListBulletinsToConfirm, BulletinsToConfirmView),
  listPublic: query('affairs.bulletin.list-public', ListPublicBulletins, pageOf(BulletinSummary), {
    http: 'GET public/bulletins',
    tag: 'public',
    summary: 'What is for anybody, pinned ones first, then the newest; as a feed at `/public/bulletins.atom`',
    public: true,
    remembered: true,
  }),
  confirm: command('affairs.bulletin.confirm', BulletinId, BulletinView, {
    http: 'POST bulletins/:bulletinId/confirm',
    tag: 'bulletins',
    summary: 'Confirms that the caller has read it; once more changes nothing',
    status: 200,
  }),
  reading: query('affairs.bulletin.reading', BulletinReadingRequest, BulletinReadingView, {
    http: 'GET bulletins/:bulletinId/reading',
    tag: 'bulletins',
    summary: 'How many of how many have confirmed it, by union below, for officers of the union asked about',
  }),
  listUnread: query('affairs.bulletin.list-unread', ListUnreadBulletin, pageOf(BulletinUnreadView), {
    http: 'GET bulletins/:bulletinId/unread',
    tag: 'bulletins',
    summary: 'Who of one union has not confirmed it, by masked names, for the officers of that very union',
  }),
  remind: command('affairs.bulletin.remind', BulletinId, BulletinView, {
    http: 'POST bulletins/:bulletinId/remind',
    tag: 'bulletins',
    summary: 'Reminds all who have not confirmed it, at most once a day',
    status: 200,
  }),
};
