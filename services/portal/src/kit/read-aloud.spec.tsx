import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { pageTests } from '../app/page.fixture.js';
import { ReadAloud } from './read-aloud.js';

const show = pageTests();
const spoken: { text: string; lang: string; onend: (() => void) | null }[] = [];
let cancelled = 0;

/** What a browser has, as far as the button uses it. */
class Utterance {
  lang = '';
  onend: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly text: string) {}
}

beforeEach(() => {
  spoken.length = 0;
  cancelled = 0;
  Object.assign(globalThis, {
    SpeechSynthesisUtterance: Utterance,
    speechSynthesis: { speak: (one: Utterance) => spoken.push(one), cancel: () => (cancelled += 1) },
  });
});

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'speechSynthesis');
  Reflect.deleteProperty(globalThis, 'SpeechSynthesisUtterance');
});

const page = (
  <main>
    <ReadAloud />
    <h1>Hill walk</h1>
    <p>
      Meet at <b>nine</b>. Bring water.
    </p>
    <button type="button">Sign up</button>
    <p aria-hidden="true">Ornament</p>
  </main>
);

it('reads what the page says, in the language of the reader, and nothing that is to be pressed', async () => {
  const { user } = await show(page);
  await user.click(screen.getByRole('button', { name: 'Read this page aloud' }));
  expect(spoken.map(({ text }) => text)).toEqual(['Hill walk', 'Meet at nine.', 'Bring water.']);
  expect(spoken[0]?.lang).toBe('en');
});

it('stops when asked to, when it has read all, and when the reader leaves', async () => {
  const { user, unmount } = await show(page);
  await user.click(screen.getByRole('button', { name: 'Read this page aloud' }));
  await user.click(screen.getByRole('button', { name: 'Stop reading' }));
  await user.click(screen.getByRole('button', { name: 'Read this page aloud' }));
  act(() => spoken.at(-1)?.onend?.());
  expect(screen.queryByRole('button', { name: 'Read this page aloud' })).not.toBeNull();
  const before = cancelled;
  unmount();
  expect(cancelled).toBe(before + 1);
});

it('is not offered where the browser has no voice', async () => {
  Reflect.deleteProperty(globalThis, 'speechSynthesis');
  await show(page);
  expect(screen.queryByRole('button', { name: /read/i })).toBeNull();
});
