import { changedWords, hoursFromNow, press, question, withNotice } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal, type Sent } from '../../../app/page.fixture.js';
import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { components } from '../../../api/schema.js';
import { grant } from '../resources.fixture.js';
import { RevokeForm } from './revoke-form.js';

type Preview = components['schemas']['RevocationPreviewView'];

const show = pageTests();
const path = '/resources/resource-1/grants/grant-1/revoke';
const done: string[] = [];
const nothing = { running: 0, ending: 0, carriedOn: 0, standing: 0, cancelled: 0, loans: [] };

afterEach(() => {
  done.length = 0;
});

function preview({ body }: Sent): Preview {
  const { futureLoans } = body as { futureLoans: 'stand' | 'cancel' };
  const counts = futureLoans === 'cancel' ? { cancelled: 2 } : { standing: 2 };
  return { ...nothing, effectiveFrom: hoursFromNow(0), ...counts };
}

function form(answers: Answers = {}) {
  const part = withNotice(<RevokeForm grant={grant} onDone={() => done.push('done')} />);
  const all = { [`POST ${path}/preview`]: preview, ...answers };
  return show(part, { answers: all, texts: ['grants', 'resources'] });
}

/** Without the previews, which change nothing. */
function revocations(sent: readonly Sent[]): Sent[] {
  return sent.filter((one) => one.path === path);
}

describe('the form that revokes a right', () => {
  it('shows what would happen to loans, anew for each choice', async () => {
    const { sent, user } = await form();
    expect(await screen.findByText('2 approved loans stand')).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Approved loans after that'), 'Are cancelled');
    expect(await screen.findByText('2 approved loans are cancelled')).toBeTruthy();
    expect(revocations(sent)).toEqual([]);
  });

  it('asks once, says that it is final, and revokes the version that was seen', async () => {
    const { sent, user } = await form({ [`POST ${path}`]: {} });
    await user.selectOptions(screen.getByLabelText('Approved loans after that'), 'Are cancelled');
    await user.type(screen.getByLabelText(/^Reason/), ' It is sold ');
    await press(user, 'Revoke it');
    expect(question()).toBe('Revoke it now? That cannot be taken back; a new right would have to be given.');
    await press(user, 'Not now');
    expect(revocations(sent)).toEqual([]);
    await press(user, 'Revoke it');
    await press(user, 'Revoke it');
    await waitFor(() => expect(done).toEqual(['done']));
    expect(revocations(sent)).toEqual([
      {
        method: 'POST',
        path,
        key: expect.any(String),
        version: '"6"',
        body: { futureLoans: 'cancel', reason: 'It is sold' },
      },
    ]);
  });

  it('revokes from the midnight of a day in Beijing on, which can be taken back until then', async () => {
    const { sent, user } = await form({ [`POST ${path}`]: {} });
    await user.type(screen.getByLabelText('Revoked from which day (empty: now)'), '2099-03-02');
    await press(user, 'Revoke it');
    expect(question()).toBe('Revoke it from that day on? It can be taken back until then.');
    await press(user, 'Revoke it');
    await waitFor(() => expect(done).toEqual(['done']));
    // Midnight in Beijing is 16:00 of the day before.
    expect(revocations(sent).map(({ body }) => body)).toEqual([
      { futureLoans: 'stand', effectiveFrom: '2099-03-01T16:00:00.000Z' },
    ]);
  });

  it('keeps the reason where it is refused, or where somebody else has changed the right', async () => {
    const refusals = [refusal(409, 'GRANT_ENDED'), refusal(412, 'VERSION_STALE')];
    const { user } = await form({ [`POST ${path}`]: () => refusals.shift() ?? {} });
    await user.type(screen.getByLabelText(/^Reason/), 'It is sold');
    await press(user, 'Revoke it');
    await press(user, 'Revoke it');
    expect(await screen.findByText('GRANT_ENDED in words')).toBeTruthy();
    await press(user, 'Revoke it');
    await press(user, 'Revoke it');
    expect(await screen.findByText(changedWords)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/^Reason/).value).toBe('It is sold');
    expect(done).toEqual([]);
  });
});
