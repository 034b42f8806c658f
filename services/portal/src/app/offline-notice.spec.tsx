import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { useRead } from '../api/use-read.js';
import { ErrorState } from '../kit/states.js';
import { OfflineNotice } from './offline-notice.js';
import { pageTests } from './page.fixture.js';

const show = pageTests();
const me = 'GET /me';

function Part() {
  const { error, refetch, data } = useRead('me', '/me', {});
  if (data !== undefined) return <p>here</p>;
  return error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />;
}

it('where the platform cannot be reached the page says so once, and one try reads all of it', async () => {
  let isThere = false;
  const cut = (): object => {
    if (!isThere) throw new TypeError('no network');
    return {};
  };
  const { user } = await show(
    <>
      <OfflineNotice />
      <Part />
      <Part />
    </>,
    { answers: { [me]: cut } },
  );
  expect(
    await screen.findByText(
      /^The platform can’t be reached; your connection may be down\. What is on the screen stays\./,
    ),
  ).toBeTruthy();
  expect(screen.getAllByText('Available once you are online.')).toHaveLength(2);
  expect(screen.queryByRole('alert')).toBeNull();
  isThere = true;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findAllByText('here')).toHaveLength(2);
  expect(
    screen.queryByText(
      /^The platform can’t be reached; your connection may be down\. What is on the screen stays\./,
    ),
  ).toBeNull();
});
