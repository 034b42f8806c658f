import type { ParagraphFormat, RunFormat } from './docx-blocks.js';
import {
  attribute,
  descendants,
  type Element,
  elementsOf,
  find,
  flagOf,
  numberOf,
  points,
  valueOf,
} from './docx-xml.js';

const aligned: Readonly<Record<string, ParagraphFormat['align']>> = {
  left: 'left',
  start: 'left',
  right: 'right',
  end: 'right',
  center: 'center',
  both: 'both',
  distribute: 'both',
  thaiDistribute: 'both',
};

const plainParagraph: ParagraphFormat = {
  align: 'left',
  before: 0,
  after: 0,
  line: { times: 1 },
  left: 0,
  right: 0,
  first: 0,
  pageBreakBefore: false,
};
const plainRun: RunFormat = {
  size: 10.5,
  bold: false,
  underline: false,
  colour: '000000',
  hidden: false,
  caps: false,
};

interface Style {
  readonly id: string;
  readonly basedOn: string | undefined;
  readonly isDefault: boolean;
  readonly kind: string | undefined;
  readonly element: Element;
}

/** The limit of inherited styles; more are a cycle. */
const depthMax = 12;

/** Default text formats. */
export class DocxStyles {
  private readonly styles: ReadonlyMap<string, Style>;
  private readonly defaults: Element | undefined;
  private readonly usual: string | undefined;

  /** @param root of `word/styles.xml`; a document may have none */
  constructor(root: Element | undefined) {
    const styles = descendants(root, 'w:style').map((element): Style => ({
      id: attribute(element, 'w:styleId') ?? '',
      basedOn: valueOf(element, 'w:basedOn'),
      element,
      kind: attribute(element, 'w:type'),
      isDefault: attribute(element, 'w:default') === '1',
    }));
    this.styles = new Map(styles.map((style) => [style.id, style]));
    this.defaults = find(root, 'w:docDefaults');
    this.usual = styles.find(({ isDefault, kind }) => isDefault && kind === 'paragraph')?.id;
  }

  paragraph(properties: Element | undefined): ParagraphFormat {
    const chain = this.chainOf(valueOf(properties, 'w:pStyle') ?? this.usual);
    const layers = [
      find(this.defaults, 'w:pPrDefault', 'w:pPr'),
      ...chain.map((style) => find(style, 'w:pPr')),
      properties,
    ];
    return layers.reduce<ParagraphFormat>(
      (format, layer) =>
        layer === undefined ? format : { ...format, ...paragraphLayer(layer, this.sizeOf(chain)) },
      plainParagraph,
    );
  }

  /** @param ofParagraph the properties of the surrounding paragraph */
  run(properties: Element | undefined, ofParagraph: Element | undefined): RunFormat {
    const layers = [
      find(this.defaults, 'w:rPrDefault', 'w:rPr'),
      ...this.chainOf(valueOf(ofParagraph, 'w:pStyle') ?? this.usual).map((style) => find(style, 'w:rPr')),
      ...this.chainOf(valueOf(properties, 'w:rStyle')).map((style) => find(style, 'w:rPr')),
      properties,
    ];
    return layers.reduce<RunFormat>(
      (format, layer) => (layer === undefined ? format : { ...format, ...runLayer(layer) }),
      plainRun,
    );
  }

  /** Whether a table style draws borders. */
  hasBorders(styleId: string | undefined): boolean {
    return this.chainOf(styleId).some((style) => bordersIn(find(style, 'w:tblPr', 'w:tblBorders')) === true);
  }

  private sizeOf(chain: readonly Element[]): number {
    const sizes = [find(this.defaults, 'w:rPrDefault'), ...chain].map((one) => valueOf(one, 'w:rPr', 'w:sz'));
    return Number(sizes.findLast((size) => size !== undefined) ?? 21) / 2;
  }

  /** From the base style to the style itself. */
  private chainOf(id: string | undefined): Element[] {
    const chain: Element[] = [];
    let style = this.styles.get(id ?? '');
    for (let depth = 0; style !== undefined && depth < depthMax; depth += 1) {
      chain.unshift(style.element);
      style = this.styles.get(style.basedOn ?? '');
    }
    return chain;
  }
}

/** Whether borders are drawn; undefined if unstated. */
export function bordersIn(borders: Element | undefined): boolean | undefined {
  if (borders === undefined) return undefined;
  return elementsOf(borders).some((side) => !['nil', 'none', undefined].includes(attribute(side, 'w:val')));
}

function paragraphLayer(layer: Element, size: number): Partial<ParagraphFormat> {
  const align = aligned[valueOf(layer, 'w:jc') ?? ''];
  const pageBreakBefore = flagOf(layer, 'w:pageBreakBefore');
  return {
    ...(align === undefined ? {} : { align }),
    ...(pageBreakBefore === undefined ? {} : { pageBreakBefore }),
    ...spacingOf(find(layer, 'w:spacing'), size),
    ...indentOf(find(layer, 'w:ind'), size),
  };
}

function spacingOf(spacing: Element | undefined, size: number): Partial<ParagraphFormat> {
  const lines = (count: number | undefined): number | undefined =>
    count === undefined ? undefined : (count / 100) * size * 1.3;
  const before = lines(numberOf(spacing, 'w:beforeLines')) ?? points(numberOf(spacing, 'w:before'));
  const after = lines(numberOf(spacing, 'w:afterLines')) ?? points(numberOf(spacing, 'w:after'));
  const line = numberOf(spacing, 'w:line');
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(line === undefined ? {} : { line: lineOf(line, attribute(spacing, 'w:lineRule')) }),
  };
}

function lineOf(line: number, rule: string | undefined): ParagraphFormat['line'] {
  if (rule === 'exact') return { exactly: line / 20 };
  return rule === 'atLeast' ? { atLeast: line / 20 } : { times: line / 240 };
}

/** Chinese documents indent by characters (hundredths of one), others by length. */
function indentOf(indent: Element | undefined, size: number): Partial<ParagraphFormat> {
  const characters = (name: string): number | undefined => {
    const count = numberOf(indent, name);
    return count === undefined || count === 0 ? undefined : (count / 100) * size;
  };
  const length = (...names: readonly string[]): number | undefined => points(numberOf(indent, ...names));
  const left = characters('w:leftChars') ?? length('w:left', 'w:start');
  const right = characters('w:rightChars') ?? length('w:right', 'w:end');
  const hanging = characters('w:hangingChars') ?? length('w:hanging');
  const first =
    characters('w:firstLineChars') ?? length('w:firstLine') ?? (hanging === undefined ? undefined : -hanging);
  return {
    ...(left === undefined ? {} : { left }),
    ...(right === undefined ? {} : { right }),
    ...(first === undefined ? {} : { first }),
  };
}

function runLayer(layer: Element): Partial<RunFormat> {
  const size = Number(valueOf(layer, 'w:sz'));
  const colour = valueOf(layer, 'w:color');
  const underline = valueOf(layer, 'w:u');
  const flags = {
    bold: flagOf(layer, 'w:b'),
    hidden: flagOf(layer, 'w:vanish'),
    caps: flagOf(layer, 'w:caps'),
  };
  return {
    ...Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined)),
    ...(size > 0 && size <= 800 ? { size: size / 2 } : {}),
    ...(colour !== undefined && /^[0-9a-f]{6}$/i.test(colour) ? { colour } : {}),
    ...(underline === undefined ? {} : { underline: underline !== 'none' }),
  };
}
