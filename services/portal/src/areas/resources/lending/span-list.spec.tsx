import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { press } from '../../../app/acts.fixture.js';
import { pageTests } from '../../../app/page.fixture.js';
import type { Hours } from './lending.model.js';
import { SpanList } from './span-list.js';

const show = pageTests();

it('hours stand as they are, and a press takes them away', async () => {
  const weekly = [
    { weekday: 'MO', from: '12:00', to: '21:00' },
    { weekday: 'SA', from: '09:00', to: '17:00' },
  ] satisfies NonNullable<Hours['weekly']>;
  const changes: unknown[] = [];
  const list = <SpanList value={weekly} onChange={(changed) => changes.push(changed)} />;
  const { user } = await show(list, { texts: ['lending'] });
  expect(screen.getByText('Sat: 09:00–17:00')).toBeTruthy();
  await press(user, 'Remove Mon: 12:00–21:00');
  expect(changes).toEqual([[weekly[1]]]);
});
