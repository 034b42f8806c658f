import { pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { EmployedMember, Employment } from './employment.model.js';
import { EmploymentSection } from './employment-section.js';

const show = pageTests();
const path = '/members/member-1/employments';
const member: EmployedMember = { id: 'member-1', basis: 'employment', state: 'active' };
const job: Employment = {
  id: 'job-1',
  version: 3,
  personId: 'person-1',
  kind: 'dispatched',
  enterpriseId: null,
  employerName: 'River City Staffing',
  hostEnterpriseId: null,
  hostName: 'Qingshan Chemicals',
  servedByUnionId: 'union-2',
  servedByUnionName: 'Union of Qingshan',
  validFrom: '2026-09-01',
  validTo: null,
};

function section(items: readonly Employment[], shown = member, acts: Record<string, object> = {}) {
  const answers = { [`GET ${path}?limit=50`]: { items, nextCursor: null }, ...acts };
  return show(<EmploymentSection member={shown} />, { answers, texts: ['employment', 'members'] });
}

describe('where a member works', () => {
  it('is shown with the union that serves them, and ended with the version that was seen', async () => {
    const { sent, user } = await section([job], member, { [`POST ${path}/job-1/end`]: job });
    expect(await screen.findByText('Works at Qingshan Chemicals')).toBeTruthy();
    expect(screen.getByText('Served by Union of Qingshan')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'End the work at River City Staffing' }));
    expect(screen.getByText('The membership goes on.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'End it' }));
    await waitFor(() => expect(sent.some(({ method }) => method === 'POST')).toBe(true));
    expect(sent.find(({ method }) => method === 'POST')).toMatchObject({
      path: `${path}/job-1/end`,
      version: '"3"',
      body: { validTo: null },
    });
  });

  it('asks for kind, employer and first day, and sends no host of somebody who is not dispatched', async () => {
    const { sent, user } = await section([], member, { [`POST ${path}`]: job });
    expect(await screen.findByText('No employer has been recorded yet.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Record an employer' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Please choose the employer or type its name')).toBeTruthy();
    expect(sent.every(({ method }) => method === 'GET')).toBe(true);
    await user.selectOptions(screen.getByLabelText('Kind of employment'), 'regular');
    expect(screen.queryByLabelText('Not there? Type where they work')).toBeNull();
    await user.type(screen.getByLabelText('Not there? Type the name of the employer'), ' Lvyuan ');
    await user.type(screen.getByLabelText('From'), '2026-09-01');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent.some(({ method }) => method === 'POST')).toBe(true));
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
      kind: 'regular',
      enterpriseId: null,
      employerName: 'Lvyuan',
      validFrom: '2026-09-01',
    });
  });

  it('keeps what was typed where it is refused', async () => {
    const refused = { [`POST ${path}`]: () => refusal(409, 'EMPLOYMENT_THERE') };
    const { user } = await section([], member, refused);
    await user.click(await screen.findByRole('button', { name: 'Record an employer' }));
    await user.selectOptions(screen.getByLabelText('Kind of employment'), 'regular');
    const name = screen.getByLabelText<HTMLInputElement>('Not there? Type the name of the employer');
    await user.type(name, 'Lvyuan');
    await user.type(screen.getByLabelText('From'), '2026-09-01');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('EMPLOYMENT_THERE in words')).toBeTruthy();
    expect(name.value).toBe('Lvyuan');
  });

  it('says what to do once every job has ended', async () => {
    await section([{ ...job, validTo: '2026-10-01' }], { ...member, basis: 'none' });
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText('Every recorded job has ended; the membership goes on')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^End the work/ })).toBeNull();
  });
});
