import { inflateSync } from 'node:zlib';

/** A PDF as its reader sees it: the texts of each page, in the order in which they were drawn. */
export interface ReadPaper {
  readonly pages: readonly (readonly string[])[];
  readonly fontNames: readonly string[];
}

/**
 * Reads a PDF as pdfkit writes it: objects in the open, streams deflated, text as glyphs of fonts that carry their own
 * table of characters. It is that table that a reader searches and copies by.
 */
export function readPaper(bytes: Buffer): ReadPaper {
  const objects = objectsOf(bytes);
  const object = (id: string | undefined): string => objects.get(id ?? '') ?? '';
  const [, kids = ''] = /\/Type \/Pages[^]*?\/Kids \[([^\]]*)\]/.exec(bytes.toString('latin1')) ?? [];
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const page = object(id);
    const fonts = fontsOf(object(/\/Resources (\d+) 0 R/.exec(page)?.[1]), object);
    return textsOf(inflated(object(/\/Contents (\d+) 0 R/.exec(page)?.[1])), fonts);
  });
  const names = [...bytes.toString('latin1').matchAll(/\/FontName \/(\S+)/g)].map(([, name = '']) => name);
  return { pages, fontNames: names };
}

function objectsOf(bytes: Buffer): Map<string, string> {
  const text = bytes.toString('latin1');
  return new Map(
    [...text.matchAll(/^(\d+) 0 obj\n([^]*?)\nendobj$/gm)].map(([, id = '', body = '']) => [id, body]),
  );
}

function inflated(object: string): string {
  const [, stream = ''] = /stream\n([^]*)\nendstream/.exec(object) ?? [];
  return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
}

type Characters = ReadonlyMap<number, string>;

function fontsOf(resources: string, object: (id: string | undefined) => string): Map<string, Characters> {
  const [, fonts = ''] = /\/Font <<([^>]*)>>/.exec(resources) ?? [];
  return new Map(
    [...fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => {
      const table = inflated(object(/\/ToUnicode (\d+) 0 R/.exec(object(id))?.[1]));
      return [name, charactersOf(table)];
    }),
  );
}

function charactersOf(table: string): Characters {
  const found = new Map<number, string>();
  for (const [, first = '', list = ''] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    const start = Number.parseInt(first, 16);
    for (const [index, [, code = '']] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
      const units = code.split(' ').map((unit) => Number.parseInt(unit, 16));
      found.set(start + index, String.fromCharCode(...units));
    }
  }
  return found;
}

function textsOf(content: string, fonts: ReadonlyMap<string, Characters>): string[] {
  return [...content.matchAll(/\/(F\d+) \S+ Tf[^]*?\[([^\]]*)\] TJ/g)].map(([, font = '', shown = '']) =>
    [...shown.matchAll(/<([0-9a-f]*)>/g)]
      .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      .map((glyph) => fonts.get(font)?.get(Number.parseInt(glyph, 16)) ?? '\uFFFD')
      .join(''),
  );
}
