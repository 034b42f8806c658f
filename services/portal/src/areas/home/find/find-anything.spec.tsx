import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { useLocation } from 'react-router';
import { pageTests, personId } from '../../../app/page.fixture.js';
import { FindAnything } from './find-anything.js';

const show = pageTests();
const nothing = { groups: [], unanswered: [] };
const item = {
  id: 'a1',
  title: 'Recital',
  match: 'prefix',
  unionName: 'River union',
  state: 'published',
  at: null,
};
const officer = {
  'GET /search?q=ceilings': nothing,
  'GET /search?q=rec': {
    groups: [{ kind: 'activity', items: [item], hasMore: false }],
    unanswered: ['settlement'],
  },
  'GET /me': { personId: 'p', roles: [{ role: 'officer', unionId: 'u', path: '1.1.' }] },
};

function Here() {
  const { pathname, search } = useLocation();
  return <output>{`${pathname}${search}`}</output>;
}

async function find(answers: object) {
  localStorage.removeItem(`gongxiang.found.${personId}`);
  const done: string[] = [];
  const shown = await show(
    <>
      <FindAnything onDone={() => done.push('done')} />
      <Here />
    </>,
    { answers: answers as never, texts: ['finder', 'services'] },
  );
  return { ...shown, done, field: screen.getByRole('combobox', { name: 'Search' }) };
}

it('an officer types, goes down with the arrow and opens a page with Enter', async () => {
  const { user, field, done } = await find(officer);
  await user.type(field, 'ceilings');
  expect(await screen.findByText(/No results for “ceilings”/)).toBeTruthy();
  await user.clear(field);
  await user.type(field, 'rec');
  expect((await screen.findAllByRole('option'))[0]?.textContent).toBe('Recognitions');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(done).toEqual(['done']);
  expect(document.querySelector('output')?.textContent).toBe('/records');
});

it('a worker finds the services, and what was opened comes first the next time', async () => {
  const { user, field } = await find({ 'GET /me': { personId: 'p', roles: [] } });
  await user.type(field, 'card');
  await user.click(await screen.findByRole('option', { name: 'Membership card' }));
  expect(document.querySelector('output')?.textContent).toBe('/my/card');
  await user.clear(field);
  expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual([
    'Membership card',
  ]);
});

it('finds things of every kind, each by its union, and says what could not be searched', async () => {
  const { user, field } = await find(officer);
  await user.type(field, 'rec');
  const found = await screen.findByRole('option', { name: /Recital/ });
  expect(found.textContent).toBe('RecitalRiver union');
  expect(screen.getByText('Some results are missing: costs. Please try again later.')).toBeTruthy();
  await user.click(found);
  expect(document.querySelector('output')?.textContent).toBe('/activities/a1');
});

it('does not say that there is nothing where a service did not answer, and asks it once more', async () => {
  const late = { groups: [], unanswered: ['sharing'] };
  const { user, field, sent } = await find({ ...officer, 'GET /search?q=ceilings': late });
  await user.type(field, 'ceilings');
  expect(await screen.findByText(/Some results are missing: activities and resources/)).toBeTruthy();
  const asked = (): number => sent.filter(({ path }) => path === '/search?q=ceilings').length;
  await waitFor(() => expect(asked()).toBe(2), { timeout: 3_000 });
});
