import { session } from '../../../api/platform.js';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { loadTexts } from '../../../i18n/index.js';
import { keepLoaded } from '../../../kit/keep-shell.js';
import { mayKeepSeats } from '../../../session/vault/kept-doors.js';
import { type KeptSeats, keptUntil, seatsToKeep } from './kept-seats.model.js';

/** One's own seats are stored in the vault of the doors, sealed and per person, beside the lists of doors. */
const vaultName = 'seats';
const limit = 50;

/** Stores the codes of the next activities on the phone, for a door without a network. */
export async function keepSeats(
  items: readonly components['schemas']['MyRegistrationView'][],
): Promise<void> {
  const now = new Date();
  const seats = seatsToKeep(items, now);
  if (session.personId() === '' || (seats.length === 0 && !mayKeepSeats())) return;
  try {
    const { canSeal, vaultOf } = await import('../../../session/vault/vault-of.js');
    if (!canSeal()) return;
    const vault = vaultOf(vaultName);
    if (seats.length === 0) {
      await vault.forget();
      return;
    }
    vault.begin();
    const kept: KeptSeats = { asOf: now.toISOString(), seats };
    await vault.write('seats', kept, keptUntil(seats));
    await readyKeptSeats();
  } catch {
    return; // no room, or a browser that stores nothing: with a network the codes are there as before
  }
}

/** The same after somebody has signed up or cancelled. */
export async function keepSeatsAnew(): Promise<void> {
  try {
    const { items } = await request('get', '/me/registrations', { limit }, {});
    await keepSeats(items);
  } catch {
    return; // the next page that shows them stores them
  }
}

/** Null where nothing is stored. */
export async function readKeptSeats(): Promise<KeptSeats | null> {
  const { canSeal, vaultOf } = await import('../../../session/vault/vault-of.js');
  return canSeal() ? vaultOf(vaultName).read<KeptSeats>('seats') : null;
}

/** Loads the page that shows them: without a network nothing more can be loaded. */
export async function readyKeptSeats(): Promise<void> {
  await Promise.all([
    import('./kept-seats-panel.js'),
    import('../../../session/vault/vault-of.js'),
    loadTexts('activity', 'mine'),
  ]);
  await keepLoaded();
}
