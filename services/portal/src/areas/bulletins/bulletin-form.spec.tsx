import { commandsOf, press, settled } from '../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../app/page.fixture.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { useCommand } from '../../api/use-command.js';
import type { Bulletin } from './bulletin.model.js';
import { BulletinForm } from './bulletin-form.js';
import { definitionOf, newValues } from './bulletin-values.js';
import { EditBulletinPage } from './edit-bulletin-page.js';

const show = pageTests();
const texts = ['bulletin', 'bulletinFile', 'attachment'] as const;

const bulletin = {
  id: 'b1',
  version: 3,
  state: 'draft',
  changeable: true,
  unionId: 'union-mill',
  title: 'Heat',
  text: 'Stay in.',
  kind: 'news',
  source: null,
  audience: 'members',
  mustRead: false,
  pinned: false,
  shownFrom: null,
  shownUntil: null,
  cites: null,
  pictures: [
    { fileId: 'f1', alt: 'The water point', width: 1600, height: 1200 },
    { fileId: 'f2', alt: 'The yard', width: 800, height: 800 },
  ],
  attachments: [{ fileId: 'f3', title: 'Hours', kind: 'pdf', size: 2048 }],
  revisions: [],
} as unknown as Bulletin;

function edit(answers: Answers = {}) {
  return show(
    <Routes>
      <Route path="/bulletins/:bulletinId/edit" element={<EditBulletinPage />} />
      <Route path="*" element={null} />
    </Routes>,
    { answers: { 'GET /bulletins/b1': bulletin, ...answers }, texts, at: '/bulletins/b1/edit' },
  );
}

/** An upload that the test ends. */
class Upload {
  static last: Upload | undefined;
  readonly upload = {};
  status = 0;
  response: unknown = null;
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  open(): void {}
  abort(): void {}
  setRequestHeader(): void {}
  send(): void {
    Upload.last = this;
  }
  end(key: string): void {
    this.status = 201;
    this.response = { key, sha256: 'x', contentType: 'image/png' };
    this.onload?.();
  }
}

const { XMLHttpRequest } = globalThis;
const addresses = Object.getOwnPropertyDescriptors(URL);

beforeEach(() => {
  Upload.last = undefined;
  Object.assign(globalThis, { XMLHttpRequest: Upload });
  // Node's own knows no file of a document.
  Object.assign(URL, { createObjectURL: () => 'blob:local', revokeObjectURL: () => undefined });
});

afterEach(() => {
  Object.assign(globalThis, { XMLHttpRequest });
  Object.defineProperties(URL, addresses);
});

const line = (name: string) => within(screen.getByRole('listitem', { name }));

async function bodySent(sent: Parameters<typeof commandsOf>[0]): Promise<unknown> {
  await waitFor(() => expect(commandsOf(sent).length).toBe(1));
  return commandsOf(sent)[0]?.body;
}

describe('the files of a bulletin that is changed', () => {
  it('are kept as they are', async () => {
    const { sent, user } = await edit({ 'PUT /bulletins/b1': bulletin });
    await screen.findByRole('listitem', { name: 'Picture 2' });
    await press(user, 'Save');
    expect(await bodySent(sent)).toMatchObject({
      pictures: [
        { fileId: 'f1', alt: 'The water point' },
        { fileId: 'f2', alt: 'The yard' },
      ],
      attachments: [{ fileId: 'f3', title: 'Hours' }],
    });
  });

  it('are put in another order: the first is the cover', async () => {
    const { sent, user } = await edit({ 'PUT /bulletins/b1': bulletin });
    await screen.findByRole('listitem', { name: 'Picture 2' });
    expect(line('Picture 1').getByText('Cover')).toBeTruthy();
    expect(line('Picture 2').queryByText('Cover')).toBeNull();
    await press(user, 'Make it the cover: Picture 2');
    expect(document.activeElement).toBe(screen.getByRole('listitem', { name: 'Picture 1' }));
    await press(user, 'Save');
    expect(await bodySent(sent)).toMatchObject({ pictures: [{ fileId: 'f2' }, { fileId: 'f1' }] });
  });

  it('are none any more where all were removed', async () => {
    const { sent, user } = await edit({ 'PUT /bulletins/b1': bulletin });
    await screen.findByRole('listitem', { name: 'Picture 2' });
    await press(user, 'Remove: Picture 1');
    await press(user, 'Remove: Picture 1');
    await press(user, 'Remove: Attachment 1');
    await press(user, 'Save');
    expect(await bodySent(sent)).toMatchObject({ pictures: [], attachments: [] });
  });

  it.each([
    ['/pictures/1/alt', 'Picture 2'],
    ['/pictures/0/fileId', 'Picture 1'],
    ['/attachments/0/title', 'Attachment 1'],
  ])('are refused at their line: %s', async (pointer, name) => {
    const { user } = await edit({ 'PUT /bulletins/b1': () => refusal(400, 'WRONG', pointer) });
    await screen.findByRole('listitem', { name: 'Picture 2' });
    await press(user, 'Save');
    expect(await line(name).findByText('WRONG in words')).toBeTruthy();
  });
});

describe('a picture that is added', () => {
  it('holds the form back until it is there and says what it shows', async () => {
    const adding = 'POST /unions/union-mill/bulletin-pictures';
    const { sent, user } = await edit({
      'GET /me': {},
      [adding]: [201, { fileId: 'f9', width: 10, height: 10 }],
      'PUT /bulletins/b1': bulletin,
    });
    await screen.findByRole('listitem', { name: 'Picture 2' });
    const input = screen.getByLabelText('Add pictures (several at once, or drop them here)');
    await user.upload(input, new File(['x'], 'gate.png', { type: 'image/png' }));
    await waitFor(() => expect(Upload.last).toBeDefined());
    await user.type(line('Picture 3').getByLabelText('What the picture shows'), 'The gate');
    await press(user, 'Save');
    expect(await line('Picture 3').findByText(/still being uploaded/)).toBeTruthy();
    // Moved meanwhile, it is still the one that has come.
    await press(user, 'Move up: Picture 3');
    act(() => Upload.last?.end('key-9'));
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)[0]).toMatchObject({ body: { fileKey: 'key-9' } });
    await waitFor(() => expect(screen.queryByText(/still being uploaded/)).toBeNull());
    await press(user, 'Save');
    await waitFor(() => expect(commandsOf(sent).length).toBe(2));
    expect(commandsOf(sent)[1]?.body).toMatchObject({
      pictures: [{ fileId: 'f1' }, { fileId: 'f9', alt: 'The gate' }, { fileId: 'f2' }],
    });
  });

  it('is said not to have come, and is sent once more', async () => {
    const { user } = await edit({ 'GET /me': {} });
    await screen.findByRole('listitem', { name: 'Picture 2' });
    const input = screen.getByLabelText('Add pictures (several at once, or drop them here)');
    await user.upload(input, new File(['x'], 'gate.png', { type: 'image/png' }));
    await waitFor(() => expect(Upload.last).toBeDefined());
    const first = Upload.last;
    act(() => first?.onerror?.());
    expect(
      await line('Picture 3').findByText(/Upload failed\. Please check your connection and try again\./),
    ).toBeTruthy();
    await press(user, 'Upload again: gate.png');
    await waitFor(() => expect(Upload.last).not.toBe(first));
  });
});

function NewForm({ unionId }: { readonly unionId?: string }) {
  const create = useCommand('bulletin', 'post', '/bulletins');
  const files = { pictures: [{ key: 'f1', fileId: 'f1', alt: 'The yard' }] };
  return (
    <BulletinForm
      mode="new"
      command={create}
      initial={unionId === undefined ? newValues : { ...newValues, ...files, unionId }}
      input={(values) => ({ body: { ...definitionOf(values), unionId: values.unionId ?? '' } })}
      submit="Save as draft"
      onDone={() => undefined}
    />
  );
}

describe('the files of a new bulletin', () => {
  it('wait until its union is chosen', async () => {
    await show(<NewForm />, { texts });
    await settled();
    for (const label of [/^Add pictures/, /^Add attachments/])
      expect(screen.getByLabelText<HTMLInputElement>(label).disabled).toBe(true);
    expect(screen.getAllByText(/Please choose which union publishes it before/).length).toBe(2);
  });

  it('go when its union changes, which is said', async () => {
    const { user } = await show(<NewForm unionId="union-mill" />, { texts });
    await settled();
    expect(screen.getByRole('listitem', { name: 'Picture 1' })).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Which union publishes it'), '');
    expect(
      await screen.findByText(/The union has changed, so pictures and attachments were removed/),
    ).toBeTruthy();
    expect(screen.queryByRole('listitem', { name: 'Picture 1' })).toBeNull();
  });
});
