import { type Locale, locales } from '@gongxiang/domain';
import { command, pageOf, PageRequest, query, slow, versionedIn } from '../../core/contract.js';
import { Instant, ListOf, Nested, OneOf, Text, TextList, Uuid, Whole } from '../../core/fields.js';
import { PrintedFileView } from '../../words/printed-file.js';

/** How good a piece is: as it should be, worn but usable, or broken. */
export const pieceConditions = ['good', 'worn', 'damaged'] as const;
export type PieceCondition = (typeof pieceConditions)[number];
export const pieceStates = ['here', 'out', 'outOfService', 'retired'] as const;
export type PieceState = (typeof pieceStates)[number];
export const custodyActs = [
  'added',
  'handedOver',
  'returned',
  'outOfService',
  'backInService',
  'moved',
  'noted',
  'retired',
  'reinstated',
  'maintained',
  'maintenanceSkipped',
  'maintenanceReopened',
] as const;
export type CustodyAct = (typeof custodyActs)[number];

/** So many pieces one resource may have. */
export const piecesMax = 1_000;
export const piecesAtOnceMax = 200;
/** A piece is named by its id or by the code on its label, which people read out with spaces and dashes. */
export const pieceNameLength = 40;
export const pieceNamesMax = 1_000;

const labelMax = 30;
const codeMeaning = 'The code on the label, with its check character';

export class AddPiecesRequest {
  @Uuid() resourceId: string;
  @Whole({ min: 1, max: piecesAtOnceMax }) count: number;
  @Text({ max: 20, example: '投影仪', description: 'Goes before the running number on each label' })
  prefix: string;
  @TextList({
    max: piecesAtOnceMax,
    length: 60,
    optional: true,
    description: 'Serial numbers in the order of the labels, no more than pieces',
  })
  serials?: string[] | null;
  @Text({ max: 100, optional: true, description: 'Where they are kept' }) place?: string | null;
}

export class ListPiecesRequest extends PageRequest {
  @Uuid() resourceId: string;
  @Text({ max: 50, optional: true, description: 'Of label, serial number or code' }) q?: string;
  @OneOf(pieceStates, { optional: true, name: 'PieceState' }) state?: PieceState;
}

export class PieceIdRequest {
  @Uuid() resourceId: string;
  @Uuid() pieceId: string;
}

export class EditPieceRequest extends PieceIdRequest {
  @OneOf(pieceConditions, { optional: true, name: 'PieceCondition' }) condition?: PieceCondition;
  @Text({ max: 500, optional: true, description: 'What is the matter with it' }) note?: string | null;
  @Text({ max: 60, optional: true }) serial?: string | null;
  @Text({ max: 100, optional: true, description: 'Where it is kept' }) place?: string | null;
}

export class ListCustodyRequest extends PageRequest {
  @Uuid() resourceId: string;
  @Uuid() pieceId: string;
}

export class FindPieceRequest {
  @Text({ max: pieceNameLength, description: codeMeaning, example: 'K7WD-M3PX' }) code: string;
}

/** How the labels of a resource are asked for over REST. */
export class DownloadLabelsRequest {
  @Uuid() resourceId: string;
  @Uuid({ optional: true, description: 'One piece; all that are not retired where absent' }) pieceId?: string;
  @OneOf(locales, { optional: true, name: 'LabelLanguage', description: "The reader's own where absent" })
  lang?: Locale;
}

export class RenderLabelsRequest extends DownloadLabelsRequest {
  @Text({ max: 300, description: 'Where the platform is reached, such as https://union.example' })
  origin: string;
}

/** In whose hand a piece is. */
export class PieceHolder {
  @Uuid() loanId: string;
  @Text() borrowerUnionName: string;
  @Instant() since: string;
  @Instant({ description: 'When the loan ends' }) dueAt: string;
}

export class PieceView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() resourceId: string;
  @Text({ description: codeMeaning }) code: string;
  @Text({ max: labelMax }) label: string;
  @Text({ nullable: true }) serial: string | null;
  @OneOf(pieceConditions, { name: 'PieceCondition' }) condition: PieceCondition;
  @Text({ nullable: true, max: 500 }) note: string | null;
  @Text({ nullable: true }) place: string | null;
  @OneOf(pieceStates, { name: 'PieceState' }) state: PieceState;
  @Nested(() => PieceHolder, { nullable: true, description: 'Null where it is in nobody’s hand' })
  holder: PieceHolder | null;
}

export class PiecesView {
  @Uuid() resourceId: string;
  @ListOf(() => PieceView, { max: piecesAtOnceMax }) pieces: PieceView[];
}

/** What a scanned label says: of what it is, and to the two sides of a loan, which loan. */
export class ScannedPieceView {
  @Uuid() pieceId: string;
  @Uuid() resourceId: string;
  @Text() resourceTitle: string;
  @Text() ownerUnionName: string;
  @Text() code: string;
  @Text({ max: labelMax }) label: string;
  @OneOf(pieceStates, { name: 'PieceState' }) state: PieceState;
  @Nested(() => PieceHolder, {
    nullable: true,
    description: 'For those who keep it, and for the borrower; null for all others',
  })
  holder: PieceHolder | null;
}

/** A line of the trail of a piece, which is never changed. */
export class CustodyView {
  @Uuid() id: string;
  @OneOf(custodyActs, { name: 'CustodyAct' }) act: CustodyAct;
  @Instant() at: string;
  @Uuid({ description: 'The person who did it, or noted it' }) byPersonId: string;
  @Uuid({ nullable: true }) loanId: string | null;
  @Text({ nullable: true, description: 'The union that borrowed, for a loan' }) borrowerUnionName:
    string | null;
  @OneOf(pieceConditions, { nullable: true, name: 'PieceCondition' }) condition: PieceCondition | null;
  @Text({ nullable: true, max: 500 }) note: string | null;
}

/** A piece that went out with a loan. */
export class LoanPiece {
  @Uuid() pieceId: string;
  @Uuid() resourceId: string;
  @Text() code: string;
  @Text({ max: labelMax }) label: string;
  @Instant() outAt: string;
  @Instant({ nullable: true, description: 'Null while it is out' }) backAt: string | null;
}

const shown = query('sharing.piece.list', ListPiecesRequest, pageOf(PieceView), {
  http: 'GET resources/:resourceId/pieces',
  tag: 'resources',
  summary:
    'Lists the pieces by their labels, to whoever keeps the resource: where each is, and in whose hand',
});

export const pieceContract = {
  add: command('sharing.piece.add', AddPiecesRequest, PiecesView, {
    http: 'POST resources/:resourceId/pieces',
    tag: 'resources',
    summary: 'Adds pieces with running labels and a code each',
    example: { count: 3, prefix: '投影仪', serials: ['EB-X51-0193', 'EB-X51-0194'], place: '三楼器材室' },
  }),
  list: shown,
  edit: command('sharing.piece.edit', EditPieceRequest, PieceView, {
    http: 'PATCH resources/:resourceId/pieces/:pieceId',
    tag: 'resources',
    summary: 'Notes the condition, serial number or place of a piece; what is left out stays, null goes',
    ifMatch: true,
    example: { condition: 'worn', note: '灯泡变暗' },
  }),
  retire: versionedIn(
    command('sharing.piece.retire', PieceIdRequest, PieceView, {
      http: 'POST resources/:resourceId/pieces/:pieceId/retire',
      tag: 'resources',
      summary: 'Takes a piece out of what is lent, until it is reinstated',
      status: 200,
    }),
    shown,
  ),
  reinstate: versionedIn(
    command('sharing.piece.reinstate', PieceIdRequest, PieceView, {
      http: 'POST resources/:resourceId/pieces/:pieceId/reinstate',
      tag: 'resources',
      summary: 'Lends a piece again that was retired',
      status: 200,
    }),
    shown,
  ),
  custody: query('sharing.piece.custody', ListCustodyRequest, pageOf(CustodyView), {
    http: 'GET resources/:resourceId/pieces/:pieceId/custody',
    tag: 'resources',
    summary: 'The trail of a piece, the latest first: who had it, where it was, how it was found',
  }),
  find: query('sharing.piece.find', FindPieceRequest, ScannedPieceView, {
    http: 'GET pieces/:code',
    tag: 'resources',
    summary: 'What a scanned label says; in whose hand it is, only to the two sides of that loan',
  }),
  renderLabels: slow(
    query('sharing.piece.renderLabels', RenderLabelsRequest, PrintedFileView, {
      http: 'GET resources/:resourceId/labels',
      tag: 'resources',
      summary: 'Labels for the pieces as PDF, 24 on a sheet of A4, each with a code that leads to its page',
      files: ['application/pdf'],
      isFileOnly: true,
    }),
  ),
};
