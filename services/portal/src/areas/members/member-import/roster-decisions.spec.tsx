import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { commandsOf } from '../../../app/acts.fixture.js';
import { meWith, union, unionId } from '../../../app/officer.fixture.js';
import { pageTests } from '../../../app/page.fixture.js';
import { LeavingMembers } from './leaving-members.js';
import { RosterLayoutField } from './roster-layout-field.js';
import type { ImportRow, MemberImport, RosterLayout, RosterPreview } from './roster.model.js';
import { RowAnswer } from './row-answer.js';

const show = pageTests();
const answers = {
  'GET /me': meWith(['officer']),
  [`GET /unions/${unionId}`]: union,
};

const found = {
  id: 'i',
  version: 4,
  unionId,
  dryRun: true,
  state: 'checked',
  progress: {
    total: 1,
    done: 1,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    ambiguous: 1,
    ended: 0,
    warned: 0,
  },
  encoding: null,
  delimiter: null,
  sheet: 'Members',
  failure: null,
  createdAt: '2026-11-20T04:00:00Z',
  finishedAt: '2026-11-20T04:00:01Z',
} satisfies MemberImport;

const row = {
  row: 7,
  state: 'ambiguous',
  code: 'MAYBE_KNOWN',
  field: 'phone',
  personId: null,
  warnings: [],
  hint: null,
  more: [],
  changes: [],
  candidates: [{ personId: 'p', reason: 'SAME_PHONE', name: 'Wang Fang', unionName: 'Harbour Union' }],
  choice: null,
  chosenPersonId: null,
  keptBecause: null,
} satisfies ImportRow;

describe('an ambiguous row', () => {
  it('E95: names the candidate with the reason, and is decided with the version that was seen', async () => {
    const path = '/member-imports/i/choices';
    const { user, sent } = await show(<RowAnswer found={found} row={row} />, {
      answers: { ...answers, [`POST ${path}`]: found },
      texts: ['roster'],
    });
    screen.getByText('Wang Fang (Harbour Union): the same phone');
    await user.selectOptions(await screen.findByLabelText('Who row 7 is'), 'It is Wang Fang');
    await waitFor(() =>
      expect(commandsOf(sent)).toMatchObject([
        { path, version: '"4"', body: { choices: [{ row: 7, choice: 'same', personId: 'p' }] } },
      ]),
    );
  });

  it('whose number fails its check is nobody new', async () => {
    const mistyped = { ...row, code: 'RESIDENT_NUMBER_CHECK_CHARACTER' };
    await show(<RowAnswer found={found} row={mistyped} />, { answers, texts: ['roster'] });
    await screen.findByLabelText('Who row 7 is');
    expect(screen.queryByText('Someone else: enter them')).toBeNull();
  });
});

describe('a member who is not in the file', () => {
  it('stays unless somebody ticks them', async () => {
    const member = {
      id: 'm',
      personId: 'p',
      name: 'Wang Fang',
      unionId,
      unionName: 'Harbour Union',
      state: 'active',
      validFrom: '2020-01-05',
      ends: false,
    };
    const path = '/member-imports/i/leaving/m';
    const { user, sent } = await show(<LeavingMembers found={found} />, {
      answers: {
        ...answers,
        'GET /member-imports/i/leaving?limit=50': { items: [member], nextCursor: null },
        [`PUT ${path}`]: found,
      },
      texts: ['roster'],
    });
    const tick = await screen.findByLabelText('End the membership of Wang Fang with the load');
    expect((tick as HTMLInputElement).checked).toBe(false);
    await waitFor(() => expect((tick as HTMLInputElement).disabled).toBe(false));
    await user.click(tick);
    await waitFor(() =>
      expect(commandsOf(sent)).toMatchObject([{ path, version: '"4"', body: { ends: true } }]),
    );
  });
});

describe('the columns of a roster', () => {
  it('are shown as they were read, and assigned by hand', async () => {
    const preview = {
      encoding: null,
      delimiter: null,
      sheets: [
        { name: 'Members', isHidden: false },
        { name: 'Codes', isHidden: true },
      ],
      sheet: 0,
      headerRow: 3,
      header: ['Who', 'ID'],
      columns: [],
      isRemembered: false,
      rows: [{ row: 4, cells: ['Wang Fang', '110105'] }],
    } satisfies RosterPreview;
    let latest: RosterLayout | undefined;
    function Field() {
      const [value, setValue] = useState<RosterLayout | undefined>();
      latest = value;
      return <RosterLayoutField unionId={unionId} fileKey="f" value={value} onChange={setValue} />;
    }
    const { user, sent } = await show(<Field />, {
      answers: { ...answers, 'POST /member-imports/previews': preview },
      texts: ['roster'],
    });
    await screen.findByText('Wang Fang');
    await user.selectOptions(screen.getByLabelText('The column “Who” is'), 'Name');
    await user.selectOptions(screen.getByLabelText('The column “ID” is'), 'ID number');
    expect(latest).toEqual({
      sheet: 0,
      headerRow: 3,
      columns: [
        { field: 'name', column: 0 },
        { field: 'residentNumber', column: 1 },
      ],
    });
    await user.selectOptions(screen.getByLabelText('Sheet'), 'Sheet: Codes (hidden)');
    await waitFor(() => expect(commandsOf(sent).at(-1)?.body).toEqual({ unionId, fileKey: 'f', sheet: 1 }));
  });
});
