import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import type { components } from '../api/schema.js';
import { commandsOf } from '../app/acts.fixture.js';
import { meWith, union, unionId } from '../app/officer.fixture.js';
import { pageTests } from '../app/page.fixture.js';
import { MembersField } from './members-field.js';
import type { PickedMember } from './members-field.model.js';

type Member = components['schemas']['MemberView'];

const show = pageTests();
const groupId = '019a0000-0000-7000-8000-000000000002';

function member(id: string, name: string, part: Partial<Member> = {}): Member {
  return {
    id,
    personId: `${id}-person`,
    version: 1,
    name,
    residentNumber: null,
    phone: `138****000${id}`,
    unionId,
    unionName: 'Harbour Union',
    state: 'active',
    standing: 'full',
    retainedReason: null,
    retainedFrom: null,
    validFrom: '2026-01-01',
    validTo: null,
    endedReason: null,
    endDecision: null,
    employmentKind: null,
    basis: null,
    entryClosedUntil: null,
    ...part,
  };
}

const [wang, zhao, zhaoToo] = [member('1', 'Wang Fang'), member('2', 'Zhao Lei'), member('3', 'Zhao Lei')];
const retired = member('4', 'Chen Gang', { standing: 'retained' });
const answers = {
  'GET /me': meWith(['officer']),
  [`GET /unions/${unionId}`]: union,
  'GET /unions?limit=200': { items: [union], nextCursor: null },
  [`GET /unions/${unionId}/groups?limit=200`]: {
    items: [
      {
        id: groupId,
        version: 1,
        unionId,
        unionName: 'Harbour Union',
        name: 'Night shift',
        leaderId: null,
        leaderName: null,
        members: 2,
        active: true,
      },
    ],
    nextCursor: null,
  },
  [`GET /members?union=${unionId}&state=active&standing=full&limit=200`]: {
    items: [wang, zhao, zhaoToo],
    nextCursor: null,
  },
  [`GET /members?union=${unionId}&group=${groupId}&state=active&standing=full&limit=200`]: {
    items: [wang, zhao],
    nextCursor: null,
  },
  'POST /members/matches': {
    matches: [
      { line: 'Wang Fang', members: [wang] },
      { line: 'Zhao Lei', members: [zhao, zhaoToo] },
      { line: 'Chen Gang', members: [retired] },
      { line: 'Nobody', members: [] },
    ],
  },
};

let chosen: readonly PickedMember[] = [];

function Field({ max = 10 }: { readonly max?: number }) {
  const [value, setValue] = useState<readonly PickedMember[]>([]);
  chosen = value;
  return (
    <MembersField
      label="Add a voter"
      value={value}
      max={max}
      roles={['officer']}
      onlyActive
      onlyFull
      onChange={setValue}
    />
  );
}

const names = (): string[] => chosen.map(({ name }) => name);
const shown = (max?: number) =>
  show(<Field {...(max === undefined ? {} : { max })} />, { answers, texts: ['membersField'] });

describe('a list of people', () => {
  it('takes a pasted one, names whom it did not find, and asks whom a name means', async () => {
    const { user, sent } = await shown();
    await user.click(screen.getByText('Paste a list'));
    await user.click(screen.getByRole('textbox', { name: 'List of names or numbers' }));
    await user.paste('1\tWang Fang\n2\tZhao Lei\n3\tChen Gang\n4\tNobody');
    await user.click(screen.getByRole('button', { name: 'Find 4 and add them' }));
    await screen.findByText('Not found (1): Nobody');
    expect(commandsOf(sent).at(-1)?.body).toEqual({
      lines: ['Wang Fang', 'Zhao Lei', 'Chen Gang', 'Nobody'],
    });
    screen.getByText(/Can’t be added.*\(1\): Chen Gang/);
    expect(names()).toEqual(['Wang Fang']);
    const twins = screen.getByRole('group', {
      name: 'There are several people called Zhao Lei. Choose the one you mean.',
    });
    await user.click(within(twins).getByRole('button', { name: /0003/ }));
    expect(chosen.map((one) => one.personId)).toEqual(['1-person', '3-person']);
  });

  it('takes all of a group, each once, and lets go of them', async () => {
    const { user } = await shown();
    await user.click(screen.getByText('Add a whole union or group'));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Union' }), 'Harbour Union');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Group' }), 'Night shift');
    await user.click(screen.getByRole('button', { name: 'Add all' }));
    await waitFor(() => expect(names()).toEqual(['Wang Fang', 'Zhao Lei']));
    await user.click(screen.getByRole('button', { name: 'Add all' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('0 added.'));
    await user.click(screen.getByRole('button', { name: 'Remove Wang Fang' }));
    expect(names()).toEqual(['Zhao Lei']);
  });

  it('says who does not fit any more', async () => {
    const { user } = await shown(1);
    await user.click(screen.getByText('Add a whole union or group'));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Union' }), 'Harbour Union');
    await user.click(screen.getByRole('button', { name: 'Add all' }));
    await screen.findByText(/1 added\. There is no room for 2 more: the limit is 1\./);
    expect(names()).toEqual(['Wang Fang']);
  });
});
