/** The drawn content of a .docx: the page, and its blocks from top to bottom. Lengths are points. */
export interface DocxDocument {
  readonly page: DocxPage;
  readonly blocks: readonly DocxBlock[];
  readonly header: readonly DocxBlock[];
  readonly footer: readonly DocxBlock[];
  /** Content that is drawn differently from Word, or not at all. */
  readonly warnings: readonly DocxWarning[];
}

export const docxWarnings = [
  'textBox',
  'floatingPicture',
  'pictureFormat',
  'drawing',
  'list',
  'columns',
  'sections',
  'nestedTable',
  'footnote',
  'formula',
] as const;
export type DocxWarning = (typeof docxWarnings)[number];

export interface DocxPage {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly headerFrom: number;
  readonly footerFrom: number;
  readonly border: { readonly colour: string; readonly width: number; readonly inset: number } | null;
}

export type DocxBlock = DocxParagraph | DocxTable;

export type Alignment = 'left' | 'right' | 'center' | 'both';

export interface DocxParagraph {
  readonly kind: 'paragraph';
  readonly format: ParagraphFormat;
  readonly runs: readonly DocxRun[];
}

export interface ParagraphFormat {
  readonly align: Alignment;
  readonly before: number;
  readonly after: number;
  /** A multiple of the usual height of a line, or a height in points. */
  readonly line: { readonly times: number } | { readonly exactly: number } | { readonly atLeast: number };
  readonly left: number;
  readonly right: number;
  /** Of the first line, in addition to the others; negative for a hanging indent. */
  readonly first: number;
  readonly pageBreakBefore: boolean;
}

export interface RunFormat {
  readonly size: number;
  readonly bold: boolean;
  readonly underline: boolean;
  /** Six hex digits. */
  readonly colour: string;
  readonly hidden: boolean;
  readonly caps: boolean;
}

export type DocxRun =
  | { readonly kind: 'text'; readonly text: string; readonly format: RunFormat }
  | { readonly kind: 'tab' | 'lineBreak' | 'pageBreak'; readonly format: RunFormat }
  | { readonly kind: 'picture'; readonly bytes: Buffer; readonly width: number; readonly height: number };

export interface DocxTable {
  readonly kind: 'table';
  /** Points, from left to right. */
  readonly columns: readonly number[];
  readonly align: Alignment;
  readonly rows: readonly DocxRow[];
}

export interface DocxRow {
  readonly heightMin: number;
  readonly cells: readonly DocxCell[];
}

export interface DocxCell {
  /** How many columns it spans. */
  readonly span: number;
  readonly bordered: boolean;
  /** It continues the cell above. */
  readonly merged: boolean;
  readonly paragraphs: readonly DocxParagraph[];
}
