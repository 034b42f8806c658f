import { afterEach, describe, expect, it } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { themeFor, useThemeChoice, useThemedDocument } from './appearance.js';

const { matchMedia } = globalThis;
afterEach(() => {
  globalThis.matchMedia = matchMedia;
  localStorage.clear();
});

/** A device that says so of itself, and whose mind can be changed. */
function device(query: string, isSo: boolean) {
  const media = Object.assign(new EventTarget(), { matches: isSo });
  globalThis.matchMedia = (asked) =>
    (asked === query ? media : Object.assign(new EventTarget(), { matches: false })) as MediaQueryList;
  return (isNow: boolean) => {
    media.matches = isNow;
    media.dispatchEvent(new Event('change'));
  };
}

const dark = '(prefers-color-scheme: dark)';
const shown = () => document.documentElement.dataset['theme'];

describe('the theme', () => {
  it.each([
    ['moves', false, true],
    ['stands still for whoever asks their system for less motion', true, false],
  ])('%s', (_case, isStill, motion) => {
    device('(prefers-reduced-motion: reduce)', isStill);
    expect(themeFor('standard', 'light').token?.motion).toBe(motion);
  });

  it('is that of the device, also when it changes', () => {
    const turn = device(dark, true);
    renderHook(() => useThemedDocument());
    expect(shown()).toBe('dark');
    act(() => turn(false));
    expect(shown()).toBe('light');
  });

  it('is the one that was chosen, until that of the device is chosen again', () => {
    device(dark, false);
    const { result } = renderHook(() => ({ theme: useThemedDocument(), ...useThemeChoice() }));
    act(() => result.current.chooseTheme('dark'));
    expect([shown(), localStorage.getItem('gongxiang.theme')]).toEqual(['dark', 'dark']);
    act(() => result.current.chooseTheme('system'));
    expect([shown(), localStorage.getItem('gongxiang.theme')]).toEqual(['light', null]);
  });

  it('is also what is chosen in another tab', () => {
    device(dark, false);
    renderHook(() => useThemedDocument());
    act(() => {
      localStorage.setItem('gongxiang.theme', 'dark');
      dispatchEvent(new StorageEvent('storage'));
    });
    expect(shown()).toBe('dark');
  });

  it('is light on paper', () => {
    device(dark, true);
    renderHook(() => useThemedDocument());
    act(() => void dispatchEvent(new Event('beforeprint')));
    expect(shown()).toBe('light');
    act(() => void dispatchEvent(new Event('afterprint')));
    expect(shown()).toBe('dark');
  });
});
