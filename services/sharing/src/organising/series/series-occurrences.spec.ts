import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { actOnEach } from './series-occurrences.js';

const rows = ['first', 'second'].map((id) => ({ id, startsAt: new Date(0), title: id })) as ActivityRow[];

describe('what is done with each occurrence of a series', () => {
  it('goes on after one that refuses, and says why', async () => {
    const act = async (row: ActivityRow): Promise<ActivityRow> => {
      if (row.id === 'first') throw new DomainError('ACTIVITY_STARTED');
      return row;
    };
    const { done, refused } = await actOnEach(rows, act);
    expect([done.map(({ id }) => id), refused.map(({ code }) => code)]).toEqual([
      ['second'],
      ['ACTIVITY_STARTED'],
    ]);
  });

  it('is not answered with a refusal that may pass: who asks again must not be told of it for good', async () => {
    const act = () => Promise.reject(new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 }));
    await expect(actOnEach(rows, act)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
