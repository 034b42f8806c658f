/**
 * Signing out, or somebody else's signing in, empties what a door kept on this device. Hardly any device is one: the vault
 * is loaded only where this mark says that something was put into it.
 */
const mark = 'gongxiang.door-kept';
/** The same for one's own seats, which are kept in the vault as well. */
const seatsMark = 'gongxiang.seats-kept';
/** The name of the vault's database. */
export const doorDatabase = 'gongxiang-door';

/** Said before anything is kept. */
export function markKeptDoors(): void {
  localStorage.setItem(mark, 'yes');
}

export function mayKeepDoors(): boolean {
  return localStorage.getItem(mark) !== null;
}

/** Said before the first seat is kept. */
export function markKeptSeats(): void {
  localStorage.setItem(seatsMark, 'yes');
}

export function mayKeepSeats(): boolean {
  return localStorage.getItem(seatsMark) !== null;
}

/** @param personId as of the vault's `tidyDoors` */
export async function tidyKeptDoors(personId: string | null): Promise<void> {
  if (!mayKeepDoors() && !mayKeepSeats()) return;
  try {
    const { hasKeptDoors, tidyDoors } = await import('./door-vault.js');
    await tidyDoors(personId);
    if (await hasKeptDoors()) return;
    localStorage.removeItem(mark);
    localStorage.removeItem(seatsMark);
  } catch {
    // The vault's own code is not to be had without a network: whoever signs out leaves nothing behind all the same.
    if (personId === null) indexedDB.deleteDatabase(doorDatabase);
  }
}
