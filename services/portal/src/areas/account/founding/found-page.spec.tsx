import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { pageTests, refusal } from '../../../app/page.fixture.js';
import { FoundPage } from './found-page.js';

const show = pageTests();
const texts = ['found', 'founding', 'joining', 'party'] as const;

const preview = {
  steps: [
    { unionId: 's', unionName: 'Street union', tier: 'street' },
    { unionId: 'r', unionName: 'Federation', tier: 'city' },
  ],
  workingDays: 15,
  dueAt: '2026-12-11T00:00:00+08:00',
  sizeClass: 'micro',
  usccCheck: 'failed',
};
const status = {
  number: '20261120-K7MP2XQA',
  state: 'filed',
  enterpriseName: 'Kitchen',
  uscc: '91420107MA4F00001X',
  usccCheck: 'failed',
  employees: 12,
  sector: null,
  revenueWan: null,
  assetsWan: null,
  sizeClass: 'micro',
  place: 'Ganghuacun',
  plannedMembers: 8,
  womenMembers: 0,
  form: 'organiser',
  contactName: '周联络',
  maskedPhone: '138****1234',
  candidates: [{ number: 1, name: '吴组织', office: 'organiser', elected: false }],
  election: null,
  unionName: 'Street union',
  parentName: 'Street union',
  approvalNumber: null,
  approvedOn: null,
  sentAt: '2026-11-20T09:00:00+08:00',
  dueAt: preview.dueAt,
  lapsesAt: null,
  decidedAt: null,
  foundedUnionId: null,
  foundedUnionName: null,
  steps: [],
  next: [],
  appealUntil: null,
  ticket: 't',
  ticketUntil: '2026-11-20T09:30:00+08:00',
};

describe('founding a union on a phone', () => {
  it('leads from the enterprise over a declared candidate to the number of the filing', async () => {
    const { user, sent } = await show(<FoundPage />, {
      texts,
      answers: {
        'POST /union-foundings/preview': (one) =>
          (one.body as { enterpriseName: string }).enterpriseName === 'Taken'
            ? refusal(409, 'FOUNDING_UNION_EXISTS', '/uscc')
            : preview,
        'POST /applications/codes': { done: true },
        'POST /union-foundings': status,
      },
    });
    await user.type(await screen.findByLabelText('Name of your employer'), 'Taken');
    await user.type(screen.getByLabelText('Unified Social Credit Code'), '9142 0107ma4f00001x');
    await user.type(screen.getByLabelText('Number of employees'), '12');
    await user.type(screen.getByLabelText('Where you work'), 'Ganghuacun');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    // A refusal stands at the code, and nobody comes further.
    expect(await screen.findByText(/FOUNDING_UNION_EXISTS|has a union already/)).toBeTruthy();
    await user.clear(screen.getByLabelText('Name of your employer'));
    await user.type(screen.getByLabelText('Name of your employer'), 'Kitchen');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText(/“Street union” decides by/)).toBeTruthy();
    expect(screen.getByText(/The last character of the code does not fit/)).toBeTruthy();

    await user.type(await screen.findByLabelText('How many are going to join'), '8');
    await user.type(screen.getByLabelText('Women among them'), '0');
    await user.click(screen.getByRole('radio', { name: /One organiser/ }));
    await user.type(screen.getByLabelText('Name'), '吴组织');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    // Without the declaration nobody is a candidate.
    expect(await screen.findByText(/whoever it is not true of cannot be a candidate/)).toBeTruthy();
    await user.click(screen.getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Next' }));

    await user.type(await screen.findByLabelText('Name of the contact'), '周联络');
    await user.type(screen.getByLabelText('Mobile phone'), '138 0000 1234');
    await user.click(screen.getByRole('button', { name: 'Send code' }));
    await user.type(await screen.findByLabelText('Code'), '402817');
    await user.click(screen.getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByRole('heading', { name: 'Your filing is sent' })).toBeTruthy();
    expect(screen.getAllByText('20261120-K7MP2XQA').length).toBeGreaterThan(0);
    expect(sent.at(-1)?.body).toMatchObject({
      uscc: '91420107MA4F00001X',
      plannedMembers: 8,
      form: 'organiser',
      candidates: [{ name: '吴组织', office: 'organiser', declaration: 'notEmployerNorKin' }],
      phone: '13800001234',
      code: '402817',
    });
  });
});
