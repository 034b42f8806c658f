import { type PointerEvent, useEffect, useState } from 'react';
import { dropped, type DropPlace, placeAt } from './drop-place.model.js';
import type { Tree } from './indicator-tree.model.js';

interface Dragged {
  readonly key: string;
  /** Null where it would not fall anywhere. */
  readonly place: DropPlace | null;
}

/** Carries a node by its handle, with a mouse, a pen or a finger; Escape lets it go where it was. */
export function useTreeDrag(tree: Tree, onDrop: (key: string, place: DropPlace) => void) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const isDragging = dragged !== null;
  useEffect(() => {
    if (!isDragging) return undefined;
    const letGo = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setDragged(null);
    };
    window.addEventListener('keydown', letGo);
    return () => window.removeEventListener('keydown', letGo);
  }, [isDragging]);
  const handleOf = (key: string) => ({
    onPointerDown: (event: PointerEvent): void => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged({ key, place: null });
    },
    onPointerMove: (event: PointerEvent): void => {
      if (dragged?.key === key) setDragged({ key, place: placeUnder(tree, key, event) });
    },
    onPointerUp: (): void => {
      if (dragged?.key !== key) return;
      setDragged(null);
      if (dragged.place !== null) onDrop(key, dragged.place);
    },
    onPointerCancel: (): void => setDragged(null),
  });
  return { dragged, handleOf };
}

function placeUnder(tree: Tree, key: string, { clientX, clientY }: PointerEvent): DropPlace | null {
  const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-node]');
  const onto = row?.dataset['node'];
  if (row === null || row === undefined || onto === undefined) return null;
  const { top, height } = row.getBoundingClientRect();
  const place = placeAt(tree, onto, (clientY - top) / height);
  return dropped(tree, key, place) === tree ? null : place;
}
