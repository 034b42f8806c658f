import { useSyncExternalStore } from 'react';

let isOn = false;

export function isPrinting(): boolean {
  return isOn;
}

/** Tells of the beginning and the end of printing; what is changed in between must stand at once. */
export function watchPrinting(listener: () => void): () => void {
  const turn = (on: boolean) => () => {
    isOn = on;
    listener();
  };
  const [begin, end] = [turn(true), turn(false)];
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
  };
}

export function usePrinting(): boolean {
  return useSyncExternalStore(watchPrinting, isPrinting);
}

/** Once for the document: what is folded is printed open, and the page says of which day it is. */
export function preparePrints(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const fold of opened) fold.open = true;
    const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long' }).format(
      new Date(),
    );
    document.getElementById('content')?.setAttribute('data-printed', `${document.title} · ${day}`);
  });
  addEventListener('afterprint', () => {
    for (const fold of opened) fold.open = false;
    opened = [];
  });
}
