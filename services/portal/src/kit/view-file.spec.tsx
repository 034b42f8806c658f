import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { pageTests } from '../app/page.fixture.js';
import { ViewFile } from './view-file.js';

const show = pageTests();
const path = '/api/v1/files/one';
const key = 'GET /files/one';
let opened: unknown[] = [];

beforeEach(() => {
  opened = [];
  Object.assign(URL, { createObjectURL: () => 'blob:file', revokeObjectURL: () => undefined });
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
  });
});

/** What `window.open` gives: a tab, or null where the browser stops it. */
function tabs(tab: Window | null): void {
  window.open = (address) => {
    opened.push(address);
    return tab;
  };
}

async function view(type: string) {
  const file = () => new Response('content', { headers: { 'Content-Type': type } });
  const shown = await show(<ViewFile path={path} name="24" about="the receipt 24" refused="Refused" />, {
    answers: { [key]: file },
  });
  await shown.user.click(screen.getByRole('button', { name: 'View the receipt 24' }));
  return shown;
}

describe('a file that is viewed', () => {
  it('is shown in the page where it is a picture', async () => {
    tabs(window);
    const { sent } = await view('image/png');
    const picture = await screen.findByRole('img', { name: 'the receipt 24' });
    expect(picture.getAttribute('src')).toBe('blob:file');
    expect(opened).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('opens in a new tab where it is a PDF', async () => {
    tabs(window);
    await view('application/pdf');
    await waitFor(() => expect(opened).toEqual(['blob:file']));
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('is offered as a link where the browser stops the new tab', async () => {
    tabs(null);
    await view('application/pdf');
    const link = await screen.findByRole('link', { name: 'Open in a new tab' });
    expect(link.getAttribute('href')).toBe('blob:file');
  });

  it('says why where it is refused', async () => {
    const { user } = await show(<ViewFile path={path} name="24" about="it" refused="Refused" />);
    await user.click(screen.getByRole('button', { name: 'View it' }));
    expect(await screen.findByText('Refused')).toBeTruthy();
  });
});
