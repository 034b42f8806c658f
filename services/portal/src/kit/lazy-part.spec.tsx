import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { pageTests } from '../app/page.fixture.js';
import { lazyPart } from './lazy-part.js';

const show = pageTests();

function Tools() {
  return <p>Tools</p>;
}

const Part = lazyPart('Tools', async () => ({ Tools: Tools as () => React.ReactElement }), { rows: 0 });

function Page() {
  const Shown = Part as unknown as (props: { readonly meanwhile: React.ReactNode }) => React.ReactElement;
  return (
    <main>
      <h1>Payments</h1>
      <Shown meanwhile={<input aria-label="Bank reference" />} />
    </main>
  );
}

const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600));

describe('a part that comes after the page', () => {
  it('takes no place in which somebody is typing, and comes once they have left it', async () => {
    await show(<Page />, { answers: {}, texts: [] });
    const field = await screen.findByRole('textbox', { name: 'Bank reference' });
    field.focus();
    await aWhile();
    expect(screen.queryByText('Tools')).toBeNull();
    field.blur();
    expect(await screen.findByText('Tools')).toBeTruthy();
  });
});
