import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { pageTests } from '../../../app/page.fixture.js';
import { presentPercent } from './founding.model.js';
import { FoundingPage } from './founding-page.js';

const show = pageTests();
const founding = {
  id: '019a0000-0000-7000-8000-000000000001',
  version: 3,
  number: '20261120-K7MP2XQA',
  state: 'filed',
  enterpriseName: 'Kitchen',
  uscc: '91420107MA4F00001X',
  usccCheck: 'failed',
  employees: 40,
  sector: null,
  revenueWan: null,
  assetsWan: null,
  sizeClass: 'unclassified',
  place: 'Ganghuacun',
  plannedMembers: 30,
  womenMembers: 3,
  form: 'committee',
  contactName: '周联络',
  phone: '13800001234',
  candidates: [
    { number: 1, name: '赵主席', office: 'chair', elected: false },
    { number: 2, name: '孙经审', office: 'audit', elected: false },
  ],
  election: null,
  unionId: 'u',
  unionName: 'Street union',
  parentName: 'Street union',
  approvalNumber: null,
  approvedOn: null,
  sentAt: '2026-11-20T09:00:00+08:00',
  dueAt: '2026-12-11T00:00:00+08:00',
  lapsesAt: null,
  overdue: false,
  decidedAt: null,
  foundedUnionId: null,
  foundedUnionName: null,
  maskedResidentNumber: null,
  maskedChairPhone: null,
  memberId: null,
  decisions: ['approve', 'return', 'refuse'],
  steps: [],
  next: [],
};

function page(part: object = {}) {
  return show(
    <Routes>
      <Route path="/union-foundings/:foundingId" element={<FoundingPage />} />
    </Routes>,
    {
      at: `/union-foundings/${founding.id}`,
      texts: ['founding', 'party'],
      answers: {
        [`GET /union-foundings/${founding.id}`]: { ...founding, ...part },
        [`POST /union-foundings/${founding.id}/decide`]: { ...founding, state: 'electing' },
      },
    },
  );
}

describe('deciding on a filing', () => {
  it('says that a code which fails its check stops nothing, and that candidates are declared', async () => {
    await page();
    expect(await screen.findByText(/stops nothing/)).toBeTruthy();
    expect(screen.getByText(/Each is declared to be neither head/)).toBeTruthy();
  });

  it('approves with a number, after asking once, on the version that was seen', async () => {
    const { user, sent } = await page();
    const section = within(await screen.findByRole('region', { name: 'Approve' }));
    await user.click(section.getByRole('button', { name: 'Approve' }));
    expect(await section.findByText('Please enter the number')).toBeTruthy();
    await user.type(section.getByLabelText('Number of the approval'), 'No. 18');
    await user.click(section.getByRole('button', { name: 'Approve' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
    expect(sent.findLast(({ path }) => path.endsWith('/decide'))).toMatchObject({
      path: `/union-foundings/${founding.id}/decide`,
      body: { decision: 'approve', approvalNumber: 'No. 18' },
    });
  });

  it('shows an election with its share, and offers to confirm it', async () => {
    await page({
      state: 'elected',
      election: { heldOn: '2026-12-01', entitled: 30, present: 19 },
      decisions: ['confirm', 'return', 'refuse'],
    });
    // 19 of 30 is 63.3 %, and never rounded up.
    expect(await screen.findByText('19 of 30 (63%)')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Confirm: the union exists' })).toBeTruthy();
  });

  it('offers nothing to an officer above, and says who decides', async () => {
    await page({ decisions: [] });
    expect(await screen.findByText(/An officer of that very union decides/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });
});

it.each([
  [3, 2, 66],
  [30, 19, 63],
  [8, 8, 100],
])('of %i entitled, %i present are %i %%', (entitled, present, percent) => {
  expect(presentPercent({ entitled, present })).toBe(percent);
});
