import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { pageTests } from '../../app/page.fixture.js';
import { ImportRecordsPage } from './import-records-page.js';

const show = pageTests();
const member = { id: 'm1', personId: 'p1', name: 'Li Si', state: 'active', unionName: 'River union' };

it('says what each row would do, enters the right ones in one act, and sends nothing else of the file', async () => {
  const { user, sent } = await show(<ImportRecordsPage />, {
    answers: {
      'POST /members/matches': {
        matches: [
          { line: 'Li Si', members: [member] },
          { line: 'Nobody', members: [] },
        ],
      },
      'POST /record-imports/preview': { lines: [{ line: 2, outcome: 'entered', problems: [] }] },
      'POST /record-imports': { lines: [{ line: 2, outcome: 'entered', problems: [] }] },
    },
    texts: ['personRecord', 'recordImport'],
  });
  const table = 'Name,Title,Year,Private\r\nLi Si,Model worker,2025,secret\r\nNobody,Model worker,2025,\r\n';
  await user.upload(screen.getByLabelText(/^Choose the filled-in table/), new File([table], 'records.csv'));
  expect(await screen.findByText('No such member is found')).toBeTruthy();
  expect(screen.getByText(/^1 to import, 0 on record already, 1 that cannot/)).toBeTruthy();
  expect(sent.some(({ path }) => path === '/record-imports')).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Import 1 row' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Import 1 row' }));
  expect(await screen.findByText(/^1 entered, 0 on record already, 1 not imported/)).toBeTruthy();
  expect(sent.find(({ path }) => path === '/record-imports')?.body).toMatchObject({
    lines: [{ line: 2, personId: 'p1', kind: 'honour', title: 'Model worker', details: { year: 2025 } }],
  });
  expect(JSON.stringify(sent)).not.toContain('secret');
});
