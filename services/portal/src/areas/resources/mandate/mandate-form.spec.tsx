import { commandsOf, press } from '../../../app/acts.fixture.js';
import { meWith, union } from '../../../app/officer.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { components } from '../../../api/schema.js';
import { MandateForm } from './mandate-form.js';

const show = pageTests();
const done: string[] = [];

afterEach(() => {
  done.length = 0;
});

const mill: components['schemas']['UnionView'] = {
  ...union,
  id: 'union-mill',
  path: '/mill/',
  name: 'Mill union',
  tier: 'enterprise',
};
const me = meWith(['officer'], mill);

const known: Answers = {
  'GET /me': me,
  'GET /unions/union-mill': mill,
  'GET /unions?q=Harbour&limit=10': {
    items: [{ ...mill, id: 'union-harbour', name: 'Harbour union' }],
    nextCursor: null,
  },
};

async function form(answers: Answers = {}) {
  const part = <MandateForm onDone={() => done.push('done')} />;
  const shown = await show(part, { answers: { ...known, ...answers }, texts: ['mandate'] });
  await screen.findByRole('option', { name: 'Mill union' });
  return shown;
}

async function filled(answers: Answers) {
  const shown = await form(answers);
  const { user } = shown;
  await user.type(screen.getByRole('searchbox', { name: 'The union that acts' }), 'Harbour');
  await user.click(await screen.findByRole('button', { name: 'Harbour union' }));
  await user.click(screen.getByLabelText('Keep its books'));
  await user.type(screen.getByLabelText('Until which day (included)'), '2099-03-31');
  return shown;
}

describe('the form of a mandate', () => {
  it('begins with the own union, and sends nothing until all is said', async () => {
    const { sent, user } = await form();
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLSelectElement>('The union that mandates').value).toBe(
        'union:union-mill',
      ),
    );
    expect(screen.queryByRole('option', { name: /Li Hua/ })).toBeNull();
    await press(user, 'Mandate another union');
    // The union that acts, for what, and until when.
    await waitFor(() => expect(screen.getAllByText('Please fill this in').length).toBe(3));
    expect(commandsOf(sent)).toEqual([]);
  });

  it('gives it until the end of the last day in Beijing, with a limit in fen', async () => {
    const { sent, user } = await filled({ 'POST /mandates': {} });
    await user.type(screen.getByLabelText('Limit of one act (yuan; empty for none)'), '500.5');
    await press(user, 'Mandate another union');
    await waitFor(() => expect(done).toEqual(['done']));
    const [only, ...others] = commandsOf(sent);
    expect(others).toEqual([]);
    expect(only?.body).toEqual({
      fromUnionId: 'union-mill',
      toUnionId: 'union-harbour',
      scopes: ['bookkeeping'],
      // 500.5 yuan are 50050 fen.
      entryLimit: { amount: '50050', currency: 'CNY' },
      // The midnight after 31 March in Beijing.
      until: '2099-03-31T16:00:00.000Z',
    });
    expect(only?.key).toEqual(expect.any(String));
  });

  it('asks for the limit of bookkeeping alone, and takes no amount that is none', async () => {
    const { sent, user } = await filled({});
    await user.type(screen.getByLabelText('Limit of one act (yuan; empty for none)'), '1.234');
    await press(user, 'Mandate another union');
    expect(await screen.findByText(/^An amount with at most two decimals/)).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
    await user.click(screen.getByLabelText('Keep its books'));
    expect(screen.queryByLabelText('Limit of one act (yuan; empty for none)')).toBeNull();
  });

  it('says at the field why it is refused, and keeps what was typed', async () => {
    const refused = () => refusal(422, 'MANDATE_TOO_LONG', '/until');
    const { user } = await filled({ 'POST /mandates': refused });
    await press(user, 'Mandate another union');
    expect(await screen.findByText('MANDATE_TOO_LONG in words')).toBeTruthy();
    expect(screen.queryByText('The mandate could not be given')).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Until which day (included)').value).toBe('2099-03-31');
    expect(done).toEqual([]);
  });
});
