import { commandsOf, press, question } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { FamilyPage } from './family-page.js';

const show = pageTests();
const child = { id: 'relative-1', name: 'Xiao Ming', ageBand: 'child7to13' };
const granny = { id: null, name: 'Waipo', ageBand: null };

const page = (answers: Answers = {}) =>
  show(<FamilyPage />, {
    answers: { 'GET /me/companions': { items: [child, granny] }, ...answers },
    texts: ['family', 'activity'],
  });

describe('the family that is kept for sign-ups', () => {
  it('takes somebody new, a child with the consent of the guardian alone', async () => {
    const { sent, user } = await page({ 'POST /me/companions': child });
    await user.click(await screen.findByRole('button', { name: 'Add someone' }));
    await user.type(screen.getByLabelText('Name'), ' Xiao Hong ');
    await user.selectOptions(screen.getByLabelText(/^Age/), '3–6 years');
    const [add] = screen.getAllByRole('button', { name: 'Save' });
    await user.click(add as HTMLElement);
    expect(await screen.findByText('Please confirm the guardian’s consent')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
    await user.click(screen.getByRole('checkbox'));
    await user.click(add as HTMLElement);
    await waitFor(() =>
      expect(commandsOf(sent)).toMatchObject([
        {
          method: 'POST',
          path: '/me/companions',
          body: { name: 'Xiao Hong', ageBand: 'child3to6', guardianConsent: true },
        },
      ]),
    );
  });

  it('changes and removes who is kept, after one question', async () => {
    const { sent, user } = await page({
      'PUT /me/companions/relative-1': child,
      'DELETE /me/companions/relative-1': {},
    });
    await user.click(await screen.findByRole('button', { name: 'Edit Xiao Ming' }));
    await user.selectOptions(screen.getByLabelText(/^Age/), 'Adult');
    await press(user, 'Save');
    await waitFor(() =>
      expect(commandsOf(sent)).toMatchObject([
        { path: '/me/companions/relative-1', body: { name: 'Xiao Ming', ageBand: 'adult' } },
      ]),
    );
    await user.click(await screen.findByRole('button', { name: 'Remove Xiao Ming' }));
    expect(question()).toBe(
      'Remove Xiao Ming? They will no longer be listed at sign-up; existing sign-ups are not affected.',
    );
    await press(user, 'Remove');
    await waitFor(() =>
      expect(commandsOf(sent).at(-1)).toMatchObject({
        method: 'DELETE',
        path: '/me/companions/relative-1',
      }),
    );
  });

  it('keeps who came along before, put right, and lists the old name no more', async () => {
    const { sent, user } = await page({ 'POST /me/companions': granny });
    await user.click(await screen.findByRole('button', { name: 'Save Waipo' }));
    const name = screen.getByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'Lao Waipo');
    await press(user, 'Save');
    await waitFor(() =>
      expect(commandsOf(sent)).toMatchObject([
        { path: '/me/companions', body: { name: 'Lao Waipo', ageBand: null, broughtAs: 'Waipo' } },
      ]),
    );
  });

  it('says at the field why a name is refused, and leaves what was typed', async () => {
    const { user } = await page({
      'POST /me/companions': () => refusal(409, 'RELATIVE_THERE', '/name'),
    });
    await user.click(await screen.findByRole('button', { name: 'Add someone' }));
    await user.type(screen.getByLabelText('Name'), 'Xiao Ming');
    const [add] = screen.getAllByRole('button', { name: 'Save' });
    await user.click(add as HTMLElement);
    expect(await screen.findByText('RELATIVE_THERE in words')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Xiao Ming');
  });
});
