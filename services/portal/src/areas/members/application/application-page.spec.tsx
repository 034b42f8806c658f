import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { pageTests } from '../../../app/page.fixture.js';
import { ApplicationPage } from './application-page.js';

const show = pageTests();
const application = {
  id: '019a0000-0000-7000-8000-000000000001',
  version: 2,
  number: '20261120-K7MP2XQA',
  state: 'waiting',
  name: '王小骑',
  employerKind: 'none',
  enterpriseName: null,
  unionId: 'u',
  unionName: 'Street union',
  turnKind: 'sent',
  sentAt: '2026-11-20T09:00:00+08:00',
  dueAt: '2026-11-26T00:00:00+08:00',
  overdue: false,
  mayDecide: true,
  maskedResidentNumber: '1101************2X',
  phone: '13800001234',
  work: 'rider',
  place: 'Ganghuacun',
  employerHidden: false,
  consentVersion: '2026-11',
  decidedAt: null,
  memberId: null,
  turns: [],
  next: [],
  candidates: [
    {
      memberId: 'm',
      name: '王小骑',
      unionName: 'Other union',
      ended: true,
      reasons: [{ reason: 'samePhone' }, { reason: 'sameName' }],
    },
  ],
};

function page(part: object = {}) {
  return show(
    <Routes>
      <Route path="/applications/:applicationId" element={<ApplicationPage />} />
    </Routes>,
    {
      at: `/applications/${application.id}`,
      texts: ['application', 'members'],
      answers: {
        [`GET /applications/${application.id}`]: { ...application, ...part },
        [`POST /applications/${application.id}/decide`]: { ...application, state: 'refused' },
      },
    },
  );
}

describe('deciding on an application', () => {
  it('shows who on record may be the same person, and why', async () => {
    await page();
    expect(await screen.findByText('same phone · same name')).toBeTruthy();
    expect(screen.getByText('Membership ended')).toBeTruthy();
  });

  it('asks for the reason of a refusal, and sends it with the version that was seen', async () => {
    const { user, sent } = await page();
    const refuse = await screen.findByText('Refuse', { selector: 'summary' });
    await user.click(refuse);
    const part = within(refuse.parentElement as HTMLElement);
    await user.click(part.getByRole('button', { name: 'Refuse' }));
    expect(await part.findByText('Please enter a reason')).toBeTruthy();
    await user.type(part.getByRole('textbox'), 'no proof of work');
    await user.click(part.getByRole('button', { name: 'Refuse' }));
    const decided = sent.find(({ method }) => method === 'POST');
    expect([decided?.version, decided?.body]).toEqual([
      '"2"',
      { decision: 'refuse', reason: 'no proof of work' },
    ]);
  });

  it('leaves it to the union that has the application', async () => {
    await page({ mayDecide: false });
    expect(await screen.findByText(/Only this union’s own officers can decide/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Admit' })).toBeNull();
  });
});
