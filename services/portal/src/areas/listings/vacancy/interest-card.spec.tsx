import { commandsOf, press } from '../../../app/acts.fixture.js';
import { pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { Vacancy } from './vacancy.model.js';
import { InterestCard } from './interest-card.js';

const show = pageTests();
const texts = ['vacancy'] as const;
const vacancy = {
  id: 'v1',
  publisherName: 'Mill Union',
  interest: null,
  interestPossible: true,
} as unknown as Vacancy;

async function confirm(user: { click: (element: Element) => Promise<void> }, name: string): Promise<void> {
  await user.click(within(await screen.findByRole('dialog', { hidden: true })).getByText(name));
}

describe('somebody who is interested', () => {
  it('says a phone number, is asked once, and sends it under their own name', async () => {
    const { sent, user } = await show(<InterestCard vacancy={vacancy} />, {
      answers: { 'POST /vacancies/v1/interest': [201, vacancy] },
      texts,
    });
    expect(await screen.findByText(/shown to officers of Mill Union alone/)).toBeTruthy();
    await press(user, 'I am interested');
    expect(await screen.findByText('Please say your phone number')).toBeTruthy();
    await user.type(screen.getByLabelText('Your phone'), ' 13800000000 ');
    await press(user, 'I am interested');
    await confirm(user, 'I am interested');
    await waitFor(() => expect(commandsOf(sent)).toHaveLength(1));
    expect(commandsOf(sent)[0]?.body).toEqual({ phone: '13800000000', words: null });
  });

  it('reads at the field what is wrong', async () => {
    const wrong = () => refusal(400, 'WRONG', '/phone');
    const { user } = await show(<InterestCard vacancy={vacancy} />, {
      answers: { 'POST /vacancies/v1/interest': wrong },
      texts,
    });
    await user.type(screen.getByLabelText('Your phone'), '12');
    await press(user, 'I am interested');
    await confirm(user, 'I am interested');
    expect(await screen.findByText('WRONG in words')).toBeTruthy();
  });

  it('sees what became of it, and takes it back', async () => {
    const own = { ...vacancy, interest: { state: 'contacted' }, interestPossible: false } as Vacancy;
    const { sent, user } = await show(<InterestCard vacancy={own} />, {
      answers: { 'DELETE /vacancies/v1/interest': vacancy },
      texts,
    });
    expect(await screen.findByText('The employer’s union has been in touch.')).toBeTruthy();
    await press(user, 'Take it back');
    await confirm(user, 'Take it back');
    await waitFor(() =>
      expect(commandsOf(sent).map(({ method, path }) => `${method} ${path}`)).toEqual([
        'DELETE /vacancies/v1/interest',
      ]),
    );
  });

  it('is offered nothing where it is not possible', async () => {
    await show(<InterestCard vacancy={{ ...vacancy, interestPossible: false }} />, { texts });
    expect(screen.queryByText('I am interested')).toBeNull();
  });
});
