import { expect } from '@jest/globals';
import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { components } from '../../api/schema.js';
import { ChangedNotice } from '../../app/changed-notice.js';
import { meWith, union, unionId } from '../../app/officer.fixture.js';
import { type Answers, pageTests, type Sent } from '../../app/page.fixture.js';
import type { TextPart } from '../../i18n/index.js';
import { unionQuery } from '../../session/use-may-manage.js';
import type { RoleName } from '../../session/use-offices.js';
import { useMe } from '../../session/use-session.js';

type Schemas = components['schemas'];

export { union, unionId };
export const otherId = '019a0000-0000-7000-8000-0000000000bb';

/** An amount of so many fen. */
export const fen = (amount: string): Schemas['Money'] => ({ amount, currency: 'CNY' });
export const harbour: Schemas['LedgerPartyView'] = { kind: 'union', id: unionId, name: 'Harbour Union' };
export const mill: Schemas['LedgerPartyView'] = {
  kind: 'union',
  id: '019a0000-0000-7000-8000-000000000002',
  name: 'Mill Union',
};

/** A command as it is sent once, on the version that was seen; null where the command has none. */
export function posted(path: string, version: number | null, body: object | null = null): Sent {
  const key = expect.any(String) as unknown as string;
  return { method: 'POST', path, key, version: version === null ? null : `"${version}"`, body };
}

interface Shown {
  /** The roles that the reader holds at the union. */
  readonly roles?: readonly RoleName[];
  /** Where: the union's own place, if nothing is said. */
  readonly path?: string;
  readonly texts: readonly TextPart[];
  readonly answers?: Answers;
}

/** To be called once in each file: shows a part beneath the notice that the page has for what somebody else has changed. */
export function moneyTests() {
  const show = pageTests();
  return async (part: ReactNode, { roles = [], path = union.path, texts, answers = {} }: Shown) => {
    const me = meWith(roles, { ...union, path });
    const known = { 'GET /me': me, [`GET /unions/${unionId}`]: union, ...answers };
    const shown = await show(
      <>
        <ChangedNotice />
        <Reader />
        {part}
      </>,
      { texts, answers: known },
    );
    const { sent, user } = shown;
    await screen.findByText(me.name);
    return {
      ...shown,
      /** What was asked to be done. */
      acts: () => sent.filter(({ method }) => method !== 'GET'),
      /** Presses a button of the page. */
      press: async (name: string) => {
        const buttons = await screen.findAllByRole('button', { name });
        const [button, ...others] = buttons.filter((one) => one.closest('dialog') === null);
        if (button === undefined || others.length > 0) throw new Error(`Not one button “${name}”`);
        await user.click(button);
      },
      write: async (label: string, text: string) => {
        const field = await screen.findByLabelText(label);
        await user.clear(field);
        // At once: letter by letter a long reason takes a second. A day is only taken as it is typed.
        await (field.getAttribute('type') === 'date' ? user.type(field, text) : user.paste(text));
      },
      /** What the page asks before it does what binds; null where nothing is asked. */
      asked,
      /** Presses a button of the question. */
      reply: async (name: string) => {
        const buttons = [...(openDialog()?.querySelectorAll('button') ?? [])];
        const button = buttons.find(({ textContent }) => textContent === name);
        if (button === undefined) throw new Error(`Nothing asks “${name}”`);
        await user.click(button);
      },
    };
  };
}

/** Stands once it is known who reads and what their union is: what a part does not show then, it does not show them. */
function Reader() {
  const { data: me } = useMe();
  const { data: known } = useQuery(unionQuery(unionId));
  return known === undefined ? null : <p>{me?.name}</p>;
}

function openDialog(): HTMLDialogElement | null {
  return document.querySelector('dialog[open]');
}

function asked(): string | null {
  return openDialog()?.querySelector('.confirm-question')?.textContent ?? null;
}

/** The page says that somebody else was first, and that nothing was done. */
export async function changedIsTold(): Promise<void> {
  await screen.findByText(
    /Someone else has just changed this, so your action was not carried out\. You are now looking at the latest version: please review it and decide again\./,
  );
}

/** A run that another person proposed, and that nobody has confirmed yet. */
export const proposedRun = {
  id: 'run',
  version: 5,
  mode: 'fewest',
  unionId,
  unionName: harbour.name,
  periodFrom: '2026-07-01',
  periodTo: '2026-09-30',
  state: 'proposed',
  optimal: true,
  ownPart: false,
  transferCount: 2,
  total: fen('170000'),
  hub: null,
  createdBy: otherId,
  createdByName: 'Wang Fang',
  createdAt: '2026-10-01T08:00:00Z',
  confirmedBy: null,
  confirmedByName: null,
  entryId: null,
  lineCount: 0,
  lines: [],
  stayedOut: [],
  overlaps: [],
  payWithinDays: 30,
  withdrawnBy: null,
  withdrawnByName: null,
  withdrawnAt: null,
  withdrawReason: null,
  transfers: [],
  balances: [],
  trace: [],
} satisfies Schemas['NettingRunView'];

/** A bill of a cost pool. */
export const bill = {
  id: 'bill',
  costPoolId: 'pool',
  payer: harbour,
  title: 'Coach',
  amount: fen('120000'),
  returned: fen('0'),
  incomeKind: 'dues',
  expenseCode: '1.1',
  receipt: { fileKey: 'key', sha256: 'hash', invoiceNumber: '7' },
  use: null,
  poolVersion: 4,
} satisfies Schemas['CostItemView'];

/** The share of a party, which waits for its answer. */
export const share = {
  id: 'share',
  version: 2,
  state: 'waiting',
  kind: 'costs',
  title: 'Autumn hike',
  entryId: 'entry',
  costPoolId: 'pool',
  party: mill,
  owes: fen('50000'),
  owed: fen('0'),
  askedAt: '2026-10-01T08:00:00Z',
  confirmBy: '2026-10-15T08:00:00Z',
  silence: 'agrees',
  way: null,
  answeredBy: null,
  answeredByName: null,
  answeredAt: null,
  disputeId: null,
  mayConfirm: true,
  mayDispute: true,
  mayRefuse: false,
  share: null,
  paid: null,
  debts: [],
} satisfies Schemas['ConfirmationView'];

/** A programme of the reader's union whose applications are being decided. */
export const programme = {
  title: 'Hikes 2026',
  text: 'Hikes of several unions',
  expenseCodes: ['1.1'],
  sizeClasses: [],
  smallFirst: false,
  budget: fen('5000000'),
  basis: 'graded',
  grades: [
    { name: 'A', amount: fen('500000') },
    { name: 'B', amount: fen('300000') },
  ],
  noticeDays: 5,
  reportDays: 30,
  conditions: 'At least two unions',
  needsReceipts: true,
  payment: 'bank',
  id: 'programme',
  version: 2,
  unionId: harbour.id,
  unionName: harbour.name,
  state: 'deciding',
  round: 1,
  awarded: fen('0'),
  left: fen('5000000'),
  noticeEndsAt: null,
  cancelReason: null,
  takesApplications: false,
  createdAt: '2026-09-01T08:00:00Z',
} satisfies Schemas['SubsidyProgrammeView'];

/** A pool that another person prepared and submitted. */
export const pool = {
  id: 'pool',
  version: 4,
  kind: 'activity',
  activityId: 'activity',
  title: 'Autumn hike',
  spentOn: null,
  unionId,
  unionName: harbour.name,
  supplementOf: null,
  agreementId: 'agreement',
  agreementVersion: 1,
  state: 'submitted',
  rotation: 0,
  total: fen('123456'),
  subsidy: null,
  createdAt: '2026-10-01T08:00:00Z',
  submittedBy: otherId,
  submittedByName: 'Wang Fang',
  submittedAt: '2026-10-02T08:00:00Z',
  approvedBy: null,
  approvedByName: null,
  approvedAt: null,
  entryId: null,
  returnReason: null,
  parties: [harbour, mill],
  subsidySource: null,
  shares: [],
  preparedBy: [otherId],
} satisfies Schemas['CostPoolView'];
