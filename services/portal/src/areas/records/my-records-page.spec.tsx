import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { pageTests } from '../../app/page.fixture.js';
import { MyRecordsPage } from './my-records-page.js';

const show = pageTests();
const line = {
  id: 'r1',
  version: 3,
  kind: 'certificate',
  title: 'Lawyer',
  issuer: 'The province',
  issuedOn: null,
  validUntil: null,
  details: {},
  state: 'verified',
  personName: 'Z*',
  unionName: 'River union',
  selfDeclared: false,
  shared: false,
};
const declared = { ...line, id: 'r2', title: 'Tea', kind: 'skill', state: 'entered', selfDeclared: true };

it('says who will see what before a record is shared, and offers it of what is verified alone', async () => {
  const { user, sent } = await show(<MyRecordsPage />, {
    answers: {
      'GET /me/records?limit=50': { items: [line, declared], nextCursor: null },
      'PUT /records/r1/sharing': { ...line, version: 4, shared: true, acts: [] },
    },
    texts: ['personRecord', 'listDesk'],
  });
  await user.click(await screen.findByRole('button', { name: 'Let others find it: Lawyer' }));
  expect(screen.queryByRole('button', { name: 'Let others find it: Tea' })).toBeNull();
  expect(screen.getByText('Self-declared')).toBeTruthy();
  const dialog = screen.getByRole('dialog');
  expect(dialog.textContent).toContain('with your name and your union; never its number');
  await user.click(within(dialog).getByRole('button', { name: 'Let others find it' }));
  expect(sent.find(({ method }) => method === 'PUT')).toMatchObject({
    path: '/records/r1/sharing',
    version: '"3"',
    body: { shared: true },
  });
});
