import type { MappingAlgorithm, ThemeConfig } from 'antd';
import darkAlgorithm from 'antd/es/theme/themes/dark/index.js';
import defaultAlgorithm from 'antd/es/theme/themes/default/index.js';
import { useLayoutEffect, useSyncExternalStore } from 'react';
import { palette, type Theme } from './palette.js';
import { isPrinting, watchPrinting } from './printing.js';

/** 长辈版 is the large one: type of 18 pt, targets of 60 px. */
type Appearance = 'standard' | 'large';

/** `system`: as the device has it, also when it changes at dusk. */
export type ThemeChoice = 'system' | Theme;

const storageKey = 'gongxiang.appearance';
/** Known to `public/assets/theme-1.js` too, which reads it before the first picture. */
const themeKey = 'gongxiang.theme';
const listeners = new Set<() => void>();

export function useAppearance() {
  const appearance = useSyncExternalStore(subscribe, read);
  return { appearance, choose };
}

/** What is chosen in one tab is shown in all. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

function read(): Appearance {
  return localStorage.getItem(storageKey) === 'large' ? 'large' : 'standard';
}

function choose(appearance: Appearance): void {
  localStorage.setItem(storageKey, appearance);
  tellAll();
}

function tellAll(): void {
  for (const listener of listeners) listener();
}

export function useThemeChoice() {
  const themeChoice = useSyncExternalStore(subscribe, readThemeChoice);
  return { themeChoice, chooseTheme };
}

function readThemeChoice(): ThemeChoice {
  const kept = localStorage.getItem(themeKey);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') localStorage.removeItem(themeKey);
  else localStorage.setItem(themeKey, choice);
  tellAll();
}

/** The theme that is shown now; paper is light whatever the screen is. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribeTheme, readTheme);
}

function subscribeTheme(listener: () => void): () => void {
  const system = systemIsDark();
  system.addEventListener('change', listener);
  const ends = [subscribe(listener), watchPrinting(listener)];
  return () => {
    system.removeEventListener('change', listener);
    for (const end of ends) end();
  };
}

function readTheme(): Theme {
  if (isPrinting()) return 'light';
  const choice = readThemeChoice();
  if (choice !== 'system') return choice;
  return systemIsDark().matches ? 'dark' : 'light';
}

function systemIsDark(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}

/** Marks the document, for the stylesheets: before any effect that reads a colour from them. */
export function useThemedDocument(): Theme {
  const theme = useTheme();
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return theme;
}

/** Text keeps a contrast of 4.5 : 1 and more, placeholders and hints too. */
export function themeFor(appearance: Appearance, theme: Theme): ThemeConfig {
  const isLarge = appearance === 'large';
  const colours = palette[theme];
  return {
    algorithm: algorithms[theme],
    token: {
      // Who wants no motion gets none: a spinner that waits for the end of its own motion would otherwise stay for good.
      motion: !prefersStillness(),
      colorPrimary: colours['action-fill'],
      colorLink: colours.action,
      colorError: colours.bad,
      colorSuccess: colours.good,
      colorWarning: colours.warn,
      colorInfo: colours.action,
      colorTextBase: colours.ink,
      colorBgBase: colours.paper,
      colorTextPlaceholder: colours['ink-faint'],
      colorTextDescription: colours['ink-soft'],
      borderRadius: 8,
      fontSize: isLarge ? 24 : 16,
      controlHeight: isLarge ? 60 : 44,
      fontFamily: 'inherit',
    },
    components: {
      Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 20 },
      Input: { hoverBorderColor: colours.action, activeBorderColor: colours.action },
      Button: {
        // On the light red of the dark theme, white could not be read.
        dangerColor: colours.paper,
        defaultHoverColor: colours.action,
        defaultHoverBorderColor: colours.action,
        defaultActiveColor: colours.action,
        defaultActiveBorderColor: colours.action,
      },
    },
  };
}

/** Ant Design mixes its colours anew for each theme; those that stand beside ours are ours. */
function exactly(theme: Theme): MappingAlgorithm {
  const colours = palette[theme];
  return (seed, derived) => ({
    ...(derived ?? defaultAlgorithm(seed)),
    colorPrimary: colours['action-fill'],
    // Also under the mouse, white text can be read.
    ...(theme === 'dark' && { colorPrimaryHover: palette.light['action-fill'] }),
    colorLink: colours.action,
    colorError: colours.bad,
    colorErrorText: colours.bad,
    colorErrorBg: colours['bad-soft'],
    colorSuccess: colours.good,
    colorSuccessBg: colours['good-soft'],
    colorWarning: colours.warn,
    colorWarningBg: colours['warn-soft'],
    colorInfo: colours.action,
    colorInfoBg: colours['action-soft'],
    colorText: colours.ink,
    colorTextSecondary: colours['ink-soft'],
    colorBgContainer: colours.paper,
    colorBgElevated: colours.paper,
    colorBgLayout: colours.ground,
    colorBorder: colours['line-strong'],
    colorBorderSecondary: colours.line,
  });
}

const algorithms: Readonly<Record<Theme, MappingAlgorithm[]>> = {
  light: [defaultAlgorithm, exactly('light')],
  dark: [darkAlgorithm, exactly('dark')],
};

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
