import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { pageTests } from '../app/page.fixture.js';
import { OwnList } from './own-list.js';

const show = pageTests();

const noMore = {
  error: null,
  hasNextPage: false,
  isFetchingNextPage: false,
  isPlaceholderData: false,
  fetchNextPage: () => Promise.reject(new Error('There is no more')),
  refetch: () => Promise.reject(new Error('Nothing failed')),
} as const;

function listOf(items: readonly string[] | undefined) {
  return (
    <OwnList
      id="loans"
      title="My loans"
      list={{ ...noMore, items: items === undefined ? undefined : [...items] } as never}
      empty={{ text: 'You have not borrowed anything.', action: <a href="/offers">Borrow</a> }}
    >
      {(loans: readonly string[]) => loans.map((loan) => <p key={loan}>{loan}</p>)}
    </OwnList>
  );
}

it('is a card where there is something', async () => {
  await show(listOf(['A hall']));
  expect(screen.queryByRole('heading', { name: 'My loans' })).not.toBeNull();
  expect(screen.queryByText('A hall')).not.toBeNull();
});

it('is one sentence with the way on where there is nothing', async () => {
  await show(listOf([]));
  expect(screen.queryByRole('heading')).toBeNull();
  expect(screen.queryByText(/You have not borrowed anything/)).not.toBeNull();
  expect(screen.queryByRole('link', { name: 'Borrow' })).not.toBeNull();
});

it('is nothing until it is known', async () => {
  await show(listOf(undefined));
  expect(screen.queryByRole('heading')).toBeNull();
  expect(screen.queryByText(/You have not borrowed anything/)).toBeNull();
});
