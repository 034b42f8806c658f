import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { pageTests, refusal } from '../../../app/page.fixture.js';
import { JoinPage } from './join-page.js';

const show = pageTests();
const texts = ['joining', 'application', 'account'] as const;

const way = {
  steps: [
    { unionId: 's', unionName: 'Street union', tier: 'street' },
    { unionId: 'r', unionName: 'Federation', tier: 'city' },
  ],
  workLine: null,
  byPlace: null,
  workingDays: 3,
  dueAt: '2026-11-26T00:00:00+08:00',
};
const status = {
  number: '20261120-K7MP2XQA',
  state: 'waiting',
  name: '王小骑',
  maskedResidentNumber: '1101************2X',
  maskedPhone: '138****1234',
  enterpriseName: null,
  work: 'rider',
  place: 'Ganghuacun',
  employerHidden: false,
  unionName: 'Street union',
  sentAt: '2026-11-20T09:00:00+08:00',
  dueAt: way.dueAt,
  decidedAt: null,
  turns: [],
  next: [],
  appealUntil: null,
  ticket: 't',
  ticketUntil: '2026-11-20T09:30:00+08:00',
};

describe('applying on a phone', () => {
  it('leads a courier to the sector union by one tap, and to the street if they would rather', async () => {
    const [street, federation] = way.steps;
    const sector = { unionId: 'c', unionName: 'Union of couriers', tier: null };
    const { user, sent } = await show(<JoinPage />, {
      texts,
      answers: {
        'POST /applications/route': (one) =>
          (one.body as { workplace: { bySector?: boolean } }).workplace.bySector === false
            ? way
            : { ...way, steps: [sector, federation], workLine: 'courier', byPlace: street },
      },
    });
    await user.click(screen.getByRole('radio', { name: /I have no employer/ }));
    await user.click(screen.getByRole('button', { name: 'Courier' }));
    expect(screen.getByLabelText<HTMLInputElement>('Your job').value).toBe('Courier');
    await user.type(screen.getByLabelText('Where you work'), 'Ganghuacun');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await screen.findByText('Courier: “Union of couriers” is the union for this sector.');
    await user.click(screen.getByRole('button', { name: 'Apply to “Street union” instead' }));
    await screen.findByText(/“Street union” decides by/);
    await user.click(screen.getByRole('button', { name: 'Apply to the sector union instead' }));
    await screen.findByText(/“Union of couriers” decides by/);
    expect(
      sent.map(({ body }) => (body as { workplace: { bySector?: boolean } }).workplace.bySector),
    ).toEqual([undefined, false, undefined]);
  });

  it('leads a rider without an employer from work to the number of the application', async () => {
    const { user, sent } = await show(<JoinPage />, {
      texts,
      answers: {
        'POST /applications/route': way,
        'POST /applications/codes': { done: true },
        'POST /applications': (one) =>
          (one.body as { code: string }).code === '402817' ? status : refusal(422, 'CODE_WRONG', '/code'),
      },
    });
    await user.click(screen.getByRole('radio', { name: /I have no employer/ }));
    await user.click(screen.getByRole('button', { name: 'Next' }));
    // What is missing is said at its field, and nothing is sent.
    expect(await screen.findByText('Please enter your job')).toBeTruthy();
    expect(sent).toEqual([]);
    await user.type(screen.getByLabelText('Your job'), 'rider');
    await user.type(screen.getByLabelText('Where you work'), 'Ganghuacun');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText(/“Street union” decides by/)).toBeTruthy();
    expect(screen.getByText(/automatically goes to: Federation/)).toBeTruthy();
    await user.type(screen.getByLabelText('Name'), '王小骑');
    await user.type(screen.getByLabelText('ID number'), '11010519491231002x');
    await user.type(screen.getByLabelText('Mobile phone'), '138 0000 1234');
    await user.click(screen.getByRole('button', { name: 'Send code' }));
    await user.type(await screen.findByLabelText('Code'), '111111');
    await user.click(screen.getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Submit' }));
    expect(await screen.findByText('CODE_WRONG in words')).toBeTruthy();
    await user.clear(screen.getByLabelText('Code'));
    await user.type(screen.getByLabelText('Code'), '402817');
    await user.click(screen.getByRole('button', { name: 'Submit' }));
    expect((await screen.findAllByText('20261120-K7MP2XQA')).length).toBeGreaterThan(0);
    expect(sent.at(-1)?.body).toEqual({
      name: '王小骑',
      residentNumber: '11010519491231002X',
      phone: '13800001234',
      code: '402817',
      workplace: { kind: 'none', work: 'rider', place: 'Ganghuacun', areaUnionId: null },
      consentVersion: '2026-11',
    });
  });

  it('is not sent without consent, and goes back with what was filled in', async () => {
    const { user, sent } = await show(<JoinPage />, {
      texts,
      answers: { 'POST /applications/route': way, 'POST /applications/codes': { done: true } },
    });
    await user.click(screen.getByRole('radio', { name: /I have no employer/ }));
    await user.type(screen.getByLabelText('Your job'), 'rider');
    await user.type(screen.getByLabelText('Where you work'), 'Ganghuacun');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await user.click(await screen.findByRole('button', { name: 'Back' }));
    expect((screen.getByLabelText('Your job') as HTMLInputElement).value).toBe('rider');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await user.type(await screen.findByLabelText('Name'), '王小骑');
    await user.type(screen.getByLabelText('ID number'), '11010519491231002X');
    await user.type(screen.getByLabelText('Mobile phone'), '13800001234');
    await user.click(screen.getByRole('button', { name: 'Send code' }));
    await user.type(await screen.findByLabelText('Code'), '402817');
    await user.click(screen.getByRole('button', { name: 'Submit' }));
    expect(await screen.findByText('Please agree first')).toBeTruthy();
    expect(sent.filter(({ path }) => path === '/applications')).toEqual([]);
  });
});
