/**
 * A sign-out, or the sign-in of another person, deletes what a door kept on this device. Few devices are used at a door, so
 * the vault is loaded only where this mark says that it holds something.
 */
const mark = 'gongxiang.door-kept';
/** The same for the person's own seats, which are kept in the vault as well. */
const seatsMark = 'gongxiang.seats-kept';
/** The same for what a helper's phone keeps: it is no person's, and goes with its link. */
const linksMark = 'gongxiang.link-kept';
/** The name of the vault's database. */
export const doorDatabase = 'gongxiang-door';

/** Called before anything is kept. */
export function markKeptDoors(): void {
  localStorage.setItem(mark, 'yes');
}

export function mayKeepDoors(): boolean {
  return localStorage.getItem(mark) !== null;
}

/** Called before the first seat is kept. */
export function markKeptSeats(): void {
  localStorage.setItem(seatsMark, 'yes');
}

export function mayKeepSeats(): boolean {
  return localStorage.getItem(seatsMark) !== null;
}

/** Called before anything is kept for the link of a helper. */
export function markKeptLinks(): void {
  localStorage.setItem(linksMark, 'yes');
}

/** Whose card this device keeps: deleting it needs no code of its vault. */
const cardMark = 'gongxiang.card-kept';
/** The name of the database of `card-vault.ts`. */
export const cardDatabase = 'gongxiang-card';

/** Called before a card is kept. */
export function markKeptCard(personId: string): void {
  localStorage.setItem(cardMark, personId);
}

function tidyKeptCard(personId: string | null): void {
  const owner = localStorage.getItem(cardMark);
  if (owner === null || personId === '' || personId === owner) return;
  localStorage.removeItem(cardMark);
  indexedDB.deleteDatabase(cardDatabase);
}

/** @param personId as of the vault's `tidyDoors` */
export async function tidyKeptDoors(personId: string | null): Promise<void> {
  tidyKeptCard(personId);
  if (!mayKeepDoors() && !mayKeepSeats()) return;
  try {
    const { hasKeptDoors, tidyDoors } = await import('./door-vault.js');
    await tidyDoors(personId);
    if (await hasKeptDoors()) return;
    localStorage.removeItem(mark);
    localStorage.removeItem(seatsMark);
    localStorage.removeItem(linksMark);
  } catch {
    // Without a network the code of the vault may not load: a sign-out leaves nothing behind all the same. On the phone of a
    // helper nobody is ever signed in, and its list is needed most without a network.
    if (personId === null && localStorage.getItem(linksMark) === null) indexedDB.deleteDatabase(doorDatabase);
  }
}
