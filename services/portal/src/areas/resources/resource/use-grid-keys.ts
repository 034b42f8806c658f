import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { stepOfKey } from './availability.js';

interface GridKeys {
  readonly count: number;
  readonly columns: number;
  /** The place that the Tab key reaches first. */
  readonly first: number;
  /** Where a key leads beyond the grid: −1 before its beginning, 1 beyond its end. */
  readonly onLeave?: (direction: 1 | -1) => void;
}

/** Tab reaches one place of a grid; the arrows, Home and End reach the others, Page Up and Page Down another page. */
export function useGridKeys({ count, columns, first, onLeave }: GridKeys) {
  const [place, setPlace] = useState(first);
  const grid = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const at = Math.min(place, count - 1);
  // After each rendering: the place may be the same while the days in it are others.
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-place="${at}"]`)?.focus();
  });
  const move = (to: number): void => {
    wantsFocus.current = true;
    setPlace(Math.max(0, Math.min(count - 1, to)));
  };
  const leave = (direction: 1 | -1): void => {
    wantsFocus.current = true;
    onLeave?.(direction);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = target(event.key, { at, columns });
    if (to === null) return;
    event.preventDefault();
    if (typeof to === 'object') leave(to.leave);
    else if (to < 0 || to >= count) leave(to < 0 ? -1 : 1);
    else move(to);
  };
  const cell = (index: number) => ({
    'data-place': index,
    tabIndex: index === at ? 0 : -1,
    onFocus: () => setPlace(index),
  });
  return { grid, onKeyDown, cell };
}

function target(
  key: string,
  { at, columns }: { readonly at: number; readonly columns: number },
): number | { readonly leave: 1 | -1 } | null {
  if (key === 'PageUp' || key === 'PageDown') return { leave: key === 'PageUp' ? -1 : 1 };
  const row = at - (at % columns);
  if (key === 'Home') return row;
  if (key === 'End') return row + columns - 1;
  const step = stepOfKey(key, columns);
  return step === null ? null : at + step;
}
