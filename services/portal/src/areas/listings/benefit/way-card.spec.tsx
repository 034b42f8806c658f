import { press } from '../../../app/acts.fixture.js';
import { pageTests } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { type Benefit } from './benefit.model.js';
import { definitionOf, newValues } from './benefit-values.js';
import { WayCard } from './way-card.js';

const show = pageTests();
const texts = ['benefit'] as const;
const benefit = {
  category: 'culture',
  way: 'link',
  link: 'https://shop.example/union',
  code: null,
} as unknown as Benefit;
const warning = /Financial products carry risks; the union does not guarantee them/;

describe('how one gets a benefit', () => {
  it('of finance: the warning is there before the link is', async () => {
    const { user } = await show(<WayCard benefit={{ ...benefit, category: 'finance' }} />, { texts });
    expect(screen.queryByRole('link')).toBeNull();
    await press(user, 'Have a look');
    expect(await screen.findByText(warning)).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Go to shop.example (new window)' });
    expect(link.getAttribute('href')).toBe('https://shop.example/union');
    expect(link.getAttribute('rel')).toContain('noopener');
  });

  it('of anything else: the link without a warning', async () => {
    await show(<WayCard benefit={benefit} />, { texts });
    expect(screen.getByRole('link', { name: 'Go to shop.example (new window)' })).toBeTruthy();
    expect(screen.queryByText(warning)).toBeNull();
  });

  it('by card: with the way to the card', async () => {
    await show(<WayCard benefit={{ ...benefit, way: 'card', link: null }} />, { texts });
    expect(screen.getByRole('link', { name: 'My membership card' }).getAttribute('href')).toBe('/my/card');
  });

  it.each([
    ['家', 'Say this word to the merchant: 家'],
    [null, 'The word is shown to members alone; please sign in.'],
  ])('by a word: %s', async (code, text) => {
    await show(<WayCard benefit={{ ...benefit, way: 'code', link: null, code }} />, { texts });
    expect(screen.getByText(text)).toBeTruthy();
  });

  it('of finance is sent as a link, whatever was chosen before', () => {
    const values = { ...newValues, category: 'finance', way: 'card', link: ' https://a.example ' } as const;
    expect(definitionOf(values)).toMatchObject({ way: 'link', link: 'https://a.example', code: null });
  });
});
