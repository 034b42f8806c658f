/** What the buttons above a text do to it. */
export const marks = ['bold', 'heading', 'list', 'link'] as const;
export type Mark = (typeof marks)[number];

/** A text and what is selected in it, as offsets. */
export interface Marked {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The text with a mark at what is selected: put there, or taken away where it is there already, as with any other editor.
 * @param sample stands for the words where nothing is selected, and is selected then, so that typing replaces it
 */
export function marked(before: Marked, mark: Mark, sample: string): Marked {
  if (mark === 'heading') return lineMarked(before, '## ');
  if (mark === 'list') return lineMarked(before, '- ');
  return mark === 'bold' ? wrapped(before, '**', '**', sample) : linked(before, sample);
}

/** Each line of the selection begins with the mark; where all do, none does any more. */
function lineMarked({ text, from, to }: Marked, mark: string): Marked {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const nextBreak = text.indexOf('\n', Math.max(from, to - 1));
  const end = nextBreak === -1 ? text.length : nextBreak;
  const lines = text.slice(start, end).split('\n');
  const hasAll = lines.every((line) => line.startsWith(mark));
  const changed = lines.map((line) => (hasAll ? line.slice(mark.length) : withMark(line, mark))).join('\n');
  return {
    text: text.slice(0, start) + changed + text.slice(end),
    from: start + changed.length,
    to: start + changed.length,
  };
}

/** A heading that becomes a line of a list is no heading any more. */
function withMark(line: string, mark: string): string {
  return mark + line.replace(/^(?:#{1,6} |- )/u, '');
}

function wrapped({ text, from, to }: Marked, open: string, close: string, sample: string): Marked {
  const isWrapped = text.slice(0, from).endsWith(open) && text.slice(to).startsWith(close);
  if (isWrapped) {
    const start = from - open.length;
    const words = text.slice(from, to);
    return {
      text: text.slice(0, start) + words + text.slice(to + close.length),
      from: start,
      to: start + words.length,
    };
  }
  const words = text.slice(from, to) || sample;
  const start = from + open.length;
  return {
    text: text.slice(0, from) + open + words + close + text.slice(to),
    from: start,
    to: start + words.length,
  };
}

/** The address is what is still to be written, so it is selected: also where an address was selected to begin with. */
function linked({ text, from, to }: Marked, sample: string): Marked {
  const selected = text.slice(from, to).trim();
  const isAddress = /^https?:\/\/\S+$/u.test(selected);
  const words = isAddress || selected === '' ? sample : selected;
  const address = isAddress ? selected : 'https://';
  const opened = `[${words}](`;
  const link = `${text.slice(0, from)}${opened}${address})`;
  const wordsAt = from + 1;
  const addressAt = from + opened.length;
  const [start, end] = isAddress
    ? [wordsAt, wordsAt + words.length]
    : [addressAt, addressAt + address.length];
  return { text: link + text.slice(to), from: start, to: end };
}
