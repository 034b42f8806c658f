import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { useLocation, useSearchParams } from 'react-router';
import { type Answers, pageTests, personId, refusal } from '../app/page.fixture.js';
import { request } from '../api/request.js';
import { type ItemAt, useList } from '../api/use-read.js';
import { ListDesk } from './list-desk.js';
import { useServedOrder } from './use-served-order.js';

const show = pageTests();
type Loan = ItemAt<'/loans'>;

const loan = (id: string, resourceTitle: string, more: Partial<Loan> = {}): Partial<Loan> => ({
  id,
  version: 1,
  resourceTitle,
  purpose: `for ${resourceTitle}`,
  state: 'requested',
  ...more,
});
const first = 'GET /loans?limit=50';
const whole = 'GET /loans?limit=200';
const pageOne = { items: [loan('c', 'Chairs'), loan('a', 'Awning')], nextCursor: 'next' };
const all = { items: [loan('c', 'Chairs'), loan('a', 'Awning'), loan('b', 'Bench')], nextCursor: null };

function Desk() {
  const [search] = useSearchParams();
  return (
    <ListDesk<Loan>
      title="Loans"
      list={useList('loan', '/loans', {})}
      empty={{ text: 'none' }}
      table={{
        rowKey: ({ id }) => id,
        rowName: ({ resourceTitle }) => resourceTitle,
        columns: [
          {
            key: 'title',
            title: 'Resource',
            cell: ({ resourceTitle }) => resourceTitle,
            order: ({ resourceTitle }) => resourceTitle,
          },
          { key: 'purpose', title: 'Purpose', cell: ({ purpose }) => purpose },
          { key: 'state', title: 'State', cell: ({ state }) => state },
        ],
      }}
      chips={search.has('q') ? [{ name: 'q', text: search.get('q') ?? '' }] : []}
      commands={[
        {
          key: 'approve',
          text: 'Approve',
          question: (count) => `Approve ${count}?`,
          mayRun: ({ state }) => state === 'requested',
          run: ({ id, version }, key) =>
            request('post', '/loans/{loanId}/approve', { loanId: id, version }, { key }),
          touches: 'loan',
        },
      ]}
    />
  );
}

const served = ['startsAt'] as const;

function ServedDesk() {
  return (
    <ListDesk<Loan>
      title="Loans"
      list={useList('loan', '/loans', useServedOrder(served))}
      empty={{ text: 'none' }}
      table={{
        rowKey: ({ id }) => id,
        served,
        columns: [
          { key: 'title', title: 'Resource', cell: ({ resourceTitle }) => resourceTitle },
          {
            key: 'startsAt',
            title: 'Begins',
            cell: ({ startsAt }) => startsAt,
            order: ({ startsAt }) => startsAt,
          },
        ],
      }}
    />
  );
}

const servedRows = (): string[] =>
  [...document.querySelectorAll('tbody tr')].map((row) => row.children[0]?.textContent ?? '');

function Address() {
  return <output>{useLocation().search}</output>;
}

const desk = (answers: Answers, at = '/loans') =>
  show(
    <>
      <Desk />
      <Address />
    </>,
    { at, answers, texts: ['listDesk'] },
  );

const rows = (): string[] =>
  [...document.querySelectorAll('tbody tr')].map((row) => row.children[1]?.textContent ?? '');

beforeEach(() => localStorage.clear());

describe('a list that could not be read', () => {
  it('does not say how many there are', async () => {
    await show(<Desk />, { answers: { [first]: refusal(403, 'NOT_PERMITTED') } });
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.queryByText('0 in all')).toBeNull();
  });
});

describe('a list with nothing in it', () => {
  const nothing = { [first]: { items: [], nextCursor: null } };

  it('offers no tools: there is nothing to work with', async () => {
    await desk(nothing);
    expect(await screen.findByText('none')).toBeTruthy();
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.queryByText('My views')).toBeNull();
  });

  it('offers the views that were kept, which may lead to what there is', async () => {
    const view = JSON.stringify(['Chairs first', '?q=chairs']);
    localStorage.setItem(`gongxiang.views:/loans.${personId}`, JSON.stringify([view]));
    await desk(nothing);
    expect(await screen.findByText('none')).toBeTruthy();
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.getByRole('button', { name: 'Chairs first' })).toBeTruthy();
  });
});

describe('how many there are', () => {
  const counted = (count: object) => ({ [first]: { ...pageOne, count } });

  it.each([
    ['Showing 2 of 57', { value: 57, atLeast: false }],
    ['Showing 2 of more than 1,000', { value: 1_000, atLeast: true }],
  ])('is said as the platform says it: %s', async (words, count) => {
    await desk(counted(count));
    expect(await screen.findByText(words)).toBeDefined();
  });

  it('is left open where the platform says nothing', async () => {
    await desk({ [first]: pageOne });
    expect(await screen.findByText('Showing 2; there are more')).toBeDefined();
  });
});

describe('the order of a list', () => {
  it('is that of the whole list, though a page of it was loaded', async () => {
    const { user, sent } = await desk({ [first]: pageOne, [whole]: all });
    await screen.findByText('Showing 2; there are more');
    await user.click(screen.getByRole('button', { name: 'Sort by “Resource”' }));
    await screen.findByText('3 in all');
    expect(rows()).toEqual(['Awning', 'Bench', 'Chairs']);
    expect(screen.getByRole('columnheader', { name: /Resource/ }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    expect(document.querySelector('output')?.textContent).toBe('?by=title');
    expect(sent.map(({ path }) => path)).toEqual(['/loans?limit=50', '/loans?limit=200']);
    await user.click(screen.getByRole('button', { name: 'Sort by “Resource”' }));
    expect(rows()).toEqual(['Chairs', 'Bench', 'Awning']);
    await user.click(screen.getByRole('button', { name: 'Sort by “Resource”' }));
    expect(rows()).toEqual(['Chairs', 'Awning']);
  });

  it('is that of the platform where it lists in it: nothing is read beyond the page, nor put in order here', async () => {
    const ordered = { items: [loan('b', 'Bench'), loan('a', 'Awning')], nextCursor: 'next' };
    const { user, sent } = await show(
      <>
        <ServedDesk />
        <Address />
      </>,
      {
        at: '/loans?by=startsAt',
        answers: {
          'GET /loans?order=startsAt&limit=50': ordered,
          'GET /loans?order=-startsAt&limit=50': all,
        },
        texts: ['listDesk'],
      },
    );
    await screen.findByText('Showing 2; there are more');
    expect(servedRows()).toEqual(['Bench', 'Awning']);
    expect(sent.map(({ path }) => path)).toEqual(['/loans?order=startsAt&limit=50']);
    await user.click(screen.getByRole('button', { name: 'Sort by “Begins”' }));
    await screen.findByText('3 in all');
    expect(servedRows()).toEqual(['Chairs', 'Awning', 'Bench']);
  });

  it('asks for nothing more where all of it is there', async () => {
    const { sent } = await desk({ [first]: all }, '/loans?by=-title');
    await screen.findByText('3 in all');
    expect(rows()).toEqual(['Chairs', 'Bench', 'Awning']);
    expect(sent).toHaveLength(1);
  });

  it('is left where there is too much to read', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 10 }, (_unused, page) => [
        page === 0 ? whole : `${whole}&cursor=${page}`,
        {
          items: Array.from({ length: 200 }, (_one, row) => loan(`${page}/${row}`, `${page}`)),
          nextCursor: `${page + 1}`,
        },
      ]),
    );
    await desk({ [first]: pageOne, ...pages }, '/loans?by=title');
    await screen.findByText('The list has more than 2,000 rows and was not sorted. Please filter it first.');
    expect(rows()).toEqual(['Chairs', 'Awning']);
  });

  it('says so where the rest cannot be read, and tries again', async () => {
    let tries = 0;
    const { user } = await desk(
      {
        [first]: pageOne,
        [whole]: () => ((tries += 1) === 1 ? refusal(409, 'STATE_CHANGED') : all),
      },
      '/loans?by=title',
    );
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByText('3 in all');
  });
});

describe('acting on several rows', () => {
  it('tells the outcome of each; one refusal does not stop the rest', async () => {
    const { user, sent } = await desk({
      [first]: all,
      'POST /loans/c/approve': {},
      'POST /loans/a/approve': refusal(409, 'SLOT_TAKEN'),
      'POST /loans/b/approve': {},
    });
    await user.click(await screen.findByRole('checkbox', { name: 'Select all shown' }));
    await user.click(screen.getByRole('button', { name: 'Approve (3)' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Approve 3?')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Approve (3)' }));
    await screen.findByText('Approve: 2 done, 1 failed');
    expect(screen.getByText(/Awning: Failed: SLOT_TAKEN in words/)).toBeTruthy();
    expect(screen.getByText(/Chairs: Done/)).toBeTruthy();
    const posts = sent.filter(({ method }) => method === 'POST');
    expect(posts.map(({ path, version }) => [path, version])).toEqual([
      ['/loans/c/approve', '"1"'],
      ['/loans/a/approve', '"1"'],
      ['/loans/b/approve', '"1"'],
    ]);
    expect(new Set(posts.map(({ key }) => key)).size).toBe(3);
    // What was refused stays chosen, for another try; the rest does not.
    expect(screen.getByText('1 selected')).toBeTruthy();
  });

  it('repeats a row whose answer was lost with the same key', async () => {
    let tries = 0;
    const lost = (): object => ((tries += 1) === 1 ? refusal(500, 'INTERNAL') : {});
    const { user, sent } = await desk({
      [first]: { items: [loan('a', 'Awning')], nextCursor: null },
      'POST /loans/a/approve': lost,
    });
    const press = async (): Promise<void> => {
      await user.click(screen.getByRole('button', { name: /Approve \(1\)$/ }));
      await user.click(
        within(await screen.findByRole('dialog')).getByRole('button', { name: 'Approve (1)' }),
      );
    };
    await user.click(await screen.findByRole('checkbox', { name: 'Select “Awning”' }));
    await press();
    await screen.findByText('Approve: 0 done, 1 failed');
    await press();
    await screen.findByText('Approve: 1 done');
    const keys = sent.filter(({ method }) => method === 'POST').map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('sends nothing for rows whose state rules it out, and says how many they are', async () => {
    const { user } = await desk({
      [first]: { items: [loan('a', 'Awning'), loan('b', 'Bench', { state: 'approved' })], nextCursor: null },
    });
    await user.click(await screen.findByRole('checkbox', { name: 'Select all shown' }));
    await user.click(screen.getByRole('button', { name: 'Approve (1)' }));
    expect(
      await screen.findByText('This does not apply to the other 1; they will not be changed.'),
    ).toBeTruthy();
  });
});

describe('the look of a list', () => {
  it('leaves out the columns that somebody does not want, also the next time', async () => {
    const { user, unmount } = await desk({ [first]: all });
    await user.click(await screen.findByRole('checkbox', { name: 'Purpose' }));
    expect(screen.queryByRole('columnheader', { name: 'Purpose' })).toBeNull();
    unmount();
    await desk({ [first]: all });
    await screen.findByText('3 in all');
    expect(screen.queryByRole('columnheader', { name: 'Purpose' })).toBeNull();
  });

  it('is kept as a view, with the filters and the order', async () => {
    const { user } = await desk({ [first]: all }, '/loans?q=chairs&by=-title');
    await user.type(await screen.findByRole('textbox', { name: 'View name' }), 'Chairs first');
    await user.click(screen.getByRole('button', { name: 'Save view' }));
    await user.click(screen.getByRole('button', { name: 'Remove filter “chairs”' }));
    expect(document.querySelector('output')?.textContent).toBe('?by=-title');
    await user.click(screen.getByRole('button', { name: 'Chairs first' }));
    await waitFor(() => expect(document.querySelector('output')?.textContent).toBe('?q=chairs&by=-title'));
    await user.click(screen.getByRole('button', { name: 'Delete view “Chairs first”' }));
    expect(screen.queryByRole('button', { name: 'Chairs first' })).toBeNull();
  });
});
