import type { ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';

/** 长辈版 is the large one: type of 18 pt, targets of 60 px. */
type Appearance = 'standard' | 'large';

const storageKey = 'gongxiang.appearance';
const listeners = new Set<() => void>();

export function useAppearance() {
  const appearance = useSyncExternalStore(subscribe, read);
  return { appearance, choose };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): Appearance {
  return localStorage.getItem(storageKey) === 'large' ? 'large' : 'standard';
}

function choose(appearance: Appearance): void {
  localStorage.setItem(storageKey, appearance);
  for (const listener of listeners) listener();
}

/** Text keeps a contrast of 4.5 : 1 and more, placeholders and hints too. */
export function themeFor(appearance: Appearance): ThemeConfig {
  const isLarge = appearance === 'large';
  return {
    token: {
      // Who wants no motion gets none: a spinner that waits for the end of its own motion would otherwise stay for good.
      motion: !prefersStillness(),
      colorPrimary: '#0b5cad',
      colorLink: '#0b5cad',
      colorError: '#b42318',
      colorErrorText: '#b42318',
      colorTextPlaceholder: '#667085',
      colorTextDescription: '#526071',
      colorBorder: '#98a2b3',
      borderRadius: 8,
      fontSize: isLarge ? 24 : 16,
      controlHeight: isLarge ? 60 : 44,
      fontFamily: 'inherit',
    },
    components: { Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 20 } },
  };
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
