/** How a list is shown: as cards, where it has them, or as a table with much room or little. */
export const displays = ['cards', 'table', 'compact'] as const;
export type Display = (typeof displays)[number];

/** What somebody has chosen for a list. */
export interface ListLook {
  readonly display: Display | null;
  /** The columns that are not shown. */
  readonly hidden: readonly string[];
}

/** A named way to look at a list: its filters and its order, as they stand in the address, and its look. */
export interface ListView extends ListLook {
  readonly name: string;
  readonly search: string;
}

export const viewsMax = 20;
export const viewNameMax = 30;

/** As words, which a device keeps: `compact`, then a `-` before each column that is hidden. */
export function wordsOf({ display, hidden }: ListLook): string[] {
  return [display ?? '', ...hidden.map((key) => `-${key}`)];
}

export function lookOf([display, ...others]: readonly string[]): ListLook {
  return {
    display: displays.find((one) => one === display) ?? null,
    hidden: others.filter((word) => word.startsWith('-')).map((word) => word.slice(1)),
  };
}

export function textOfView({ name, search, ...look }: ListView): string {
  return JSON.stringify([name, search, ...wordsOf(look)]);
}

/** The views that a device has kept; what it cannot read, it leaves out. */
export function viewsOf(texts: readonly string[]): ListView[] {
  return texts.flatMap((text) => {
    const words = wordsIn(text);
    const [name, search, ...look] = words;
    return name === undefined || search === undefined ? [] : [{ name, search, ...lookOf(look) }];
  });
}

function wordsIn(text: string): string[] {
  try {
    const words: unknown = JSON.parse(text);
    return Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [];
  } catch {
    return []; // written by hand
  }
}

/** The views with this one, in place of one of the same name. */
export function withView(views: readonly ListView[], view: ListView): ListView[] {
  return [...views.filter(({ name }) => name !== view.name), view].slice(-viewsMax);
}

/** The list that an address shows, whichever thing it belongs to. */
export function listNameOf(pathname: string): string {
  return pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '*');
}
