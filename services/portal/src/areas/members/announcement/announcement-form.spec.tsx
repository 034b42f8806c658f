import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, personId, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { NewAnnouncementPage } from './new-announcement-page.js';

const show = pageTests();

const known: Answers = {
  'GET /me': {
    personId,
    name: 'Li Na',
    maskedName: 'Li *',
    account: 'lina',
    unionId: 'union-mill',
    unionName: 'Mill union',
    employmentKind: 'regular',
    roles: [{ role: 'officer', unionId: 'union-mill', path: '/mill/' }],
    locale: 'en',
    secondFactorDueAt: null,
  },
  'GET /unions/union-mill': { id: 'union-mill', path: '/mill/', name: 'Mill union', active: true },
  'GET /unions?limit=200': { items: [], nextCursor: null },
  'GET /clubs?q=Hill&limit=10': { items: [{ id: 'club-hill', name: 'Hill walkers', active: true }] },
  'POST /announcements/preview': ({ body }) => ({
    recipients: JSON.stringify(body).includes('club-hill') ? 12 : 340,
  }),
};

const page = (answers: Answers = {}, at = '/') =>
  show(<NewAnnouncementPage />, {
    answers: { ...known, ...answers },
    texts: ['announcement', 'groupPicker'],
    at,
  });

const written = (sent: Parameters<typeof commandsOf>[0]) =>
  commandsOf(sent).filter(({ path }) => path === '/announcements');

describe('writing an announcement', () => {
  it('says how many people it reaches, also where another part of them is chosen', async () => {
    const { user, sent } = await page({ 'POST /announcements': { id: 'announcement-1' } });
    expect(await screen.findByText('It reaches 340 people now.')).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('To whom'), 'club');
    await user.type(screen.getByRole('searchbox', { name: 'Which club' }), 'Hill');
    await user.click(await screen.findByRole('button', { name: 'Hill walkers' }));
    expect(await screen.findByText('It reaches 12 people now.')).toBeTruthy();
    await user.type(screen.getByLabelText('Title'), 'Winter walk');
    await user.type(screen.getByLabelText('Text'), 'Bring a warm coat.');
    await press(user, 'Send to 12 people');
    await waitFor(() => expect(written(sent)).toHaveLength(1));
    expect(written(sent)[0]?.body).toEqual({
      unionId: 'union-mill',
      audience: { kind: 'club', id: 'club-hill' },
      title: 'Winter walk',
      text: 'Bring a warm coat.',
      urgency: 'soon',
      release: 'now',
    });
  });

  it('goes to a group of the union that writes', async () => {
    const groups = [
      { id: 'group-night', name: 'Night shift', active: true },
      { id: 'group-old', name: 'Old shift', active: false },
    ];
    const { user, sent } = await page({
      'GET /unions/union-mill/groups?limit=200': { items: groups, nextCursor: null },
      'POST /announcements': { id: 'announcement-1' },
    });
    await user.selectOptions(await screen.findByLabelText('To whom'), 'group');
    const choice = await screen.findByRole('combobox', { name: 'Which group' });
    expect(choice.textContent).not.toContain('Old shift');
    await user.selectOptions(choice, 'Night shift');
    await user.type(screen.getByLabelText('Title'), 'Late bus');
    await user.type(screen.getByLabelText('Text'), 'It leaves at eleven.');
    await press(user, 'Send to 340 people');
    await waitFor(() => expect(written(sent)).toHaveLength(1));
    expect(written(sent)[0]?.body).toMatchObject({ audience: { kind: 'group', id: 'group-night' } });
  });

  it('is written in the name of a club to its own members, where its page has led here', async () => {
    const { user, sent } = await page(
      { 'POST /announcements': { id: 'announcement-1' } },
      '/?by=club&id=club-hill&name=Hill+walkers&union=union-hill',
    );
    expect(
      await screen.findByText('In the name of “Hill walkers”, to the members of the club.'),
    ).toBeTruthy();
    expect(screen.queryByLabelText('To whom')).toBeNull();
    expect(await screen.findByText('It reaches 12 people now.')).toBeTruthy();
    await user.type(screen.getByLabelText('Title'), 'Winter walk');
    await user.type(screen.getByLabelText('Text'), 'Bring a warm coat.');
    await press(user, 'Send to 12 people');
    await waitFor(() => expect(written(sent)).toHaveLength(1));
    expect(written(sent)[0]?.body).toMatchObject({
      unionId: 'union-hill',
      writer: 'club',
      audience: { kind: 'club', id: 'club-hill' },
    });
  });

  it('begins with those who came to an activity where the address says so', async () => {
    await page({}, '/?to=attended&id=activity-1&name=Walk');
    expect(await screen.findByText('Walk')).toBeTruthy();
    expect(screen.getByLabelText<HTMLSelectElement>('To whom').value).toBe('attended');
  });

  it('asks for what is missing, and says a refusal at its field', async () => {
    const refused = () => refusal(422, 'SEND_TIME_PAST', '/sendAt');
    const { user, sent } = await page({ 'POST /announcements': refused });
    await user.selectOptions(await screen.findByLabelText('When'), 'later');
    await press(user, 'Schedule');
    expect(await screen.findByText('Please choose a time')).toBeTruthy();
    expect(written(sent)).toEqual([]);
    await user.type(screen.getByLabelText('Title'), 'Winter walk');
    await user.type(screen.getByLabelText('Text'), 'Bring a warm coat.');
    await user.type(screen.getByLabelText('Time of sending'), '2020-01-01T09:00');
    await press(user, 'Schedule');
    expect(await screen.findByText('SEND_TIME_PAST in words')).toBeTruthy();
  });
});
