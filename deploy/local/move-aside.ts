import { existsSync, renameSync } from 'node:fs';
import { resolve } from 'node:path';
import { dataDirectoryFor } from '@gongxiang/testing/servers';
import type { Paths } from './paths.js';

/** Something that was there, and where it is now. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What takes the place of the present data: their directory and, where they lie elsewhere, PostgreSQL's own. */
export interface Successor {
  readonly home: string;
  readonly secrets: string;
  readonly postgres: string;
}

/**
 * Moves the present data and secrets aside and puts others in their place. Only names change, so that it takes no time
 * and needs no room.
 *
 * @returns what was moved aside; nothing where there were no data
 */
export function changePlaces(successor: Successor, paths: Paths): Move[] {
  const suffix = `.before-${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}`;
  const pairs: (readonly [successor: string, place: string])[] = [
    [successor.home, paths.data],
    [successor.secrets, paths.secrets],
  ];
  const present = elsewhere(paths.postgresData, paths.data);
  const next = elsewhere(successor.postgres, successor.home);
  const moves = [...pairs.map(([, place]) => place), ...(present === null ? [] : [present])]
    .filter((place) => existsSync(place))
    .map((place) => ({ from: place, to: `${place}${suffix}` }));
  for (const { from, to } of moves) renameSync(from, to);
  for (const [from, to] of pairs) renameSync(from, to);
  if (next === null) return moves;
  // Only now: it also corrects the note of where PostgreSQL's data lie, which came along with the rest.
  const place = dataDirectoryFor(paths.postgresData);
  // Those of a checkout whose own directory was lost: nothing there told of them.
  const lost = existsSync(place) ? [{ from: place, to: `${place}${suffix}` }] : [];
  for (const { from, to } of lost) renameSync(from, to);
  renameSync(next, place);
  return [...moves, ...lost];
}

/** Where PostgreSQL's data really lie, if that is not among the others. */
function elsewhere(postgres: string, data: string): string | null {
  if (!existsSync(data)) return null;
  const real = dataDirectoryFor(postgres);
  return real === resolve(postgres) ? null : real;
}
