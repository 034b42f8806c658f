import { describe, expect, it } from '@jest/globals';
import { type Bulletin, lastCorrectionOf } from './bulletin.model.js';
import { correctionOf, definitionOf, newValues, valuesIn, valuesOf } from './bulletin-values.js';

const bulletin = {
  title: 'Heat',
  text: 'Stay in.',
  kind: 'news',
  business: 'culture',
  function: null,
  source: null,
  audience: 'members',
  mustRead: true,
  pinned: false,
  shownFrom: '2026-11-20T01:00:00.000Z',
  shownUntil: null,
  cites: { id: 'b0' },
  pictures: [
    { fileId: 'f1', alt: 'The water point', width: 1600, height: 1200 },
    { fileId: 'f2', alt: 'The yard', width: 800, height: 800 },
  ],
  attachments: [{ fileId: 'f3', title: 'Hours', kind: 'pdf', size: 2048 }],
  revisions: [{ number: 1, at: '2026-11-20T01:00:00.000Z', note: null }],
} as unknown as Bulletin;

describe('what is sent of a bulletin', () => {
  it('has no source where none was written, and times as moments', () => {
    const typed = { ...newValues, title: ' Heat ', text: 'Stay in.', until: '2026-11-30T18:00' };
    const sent = definitionOf(typed);
    expect(sent.until).toMatch(/^2026-11-30T/);
    expect(sent).toMatchObject({
      title: 'Heat',
      source: null,
      from: null,
    });
    const cited = { ...typed, source: { name: 'Daily', link: '' } };
    expect(definitionOf(cited).source).toEqual({ name: 'Daily', link: null });
  });

  it('is the same as was read, and of a correction only what may be corrected', () => {
    const values = valuesOf(bulletin);
    expect(definitionOf(values)).toMatchObject({ title: 'Heat', audience: 'members', mustRead: true });
    expect(definitionOf(values)).toMatchObject({ citesId: 'b0', business: 'culture', function: null });
    const correction = correctionOf({ ...values, note: ' the day ' });
    expect(correction).toMatchObject({ note: 'the day', business: 'culture', function: null });
    const files = {
      pictures: [
        { fileId: 'f1', alt: 'The water point' },
        { fileId: 'f2', alt: 'The yard' },
      ],
      attachments: [{ fileId: 'f3', title: 'Hours' }],
    };
    expect(definitionOf(values)).toMatchObject(files);
    expect(correction).toMatchObject(files);
    expect(correction).not.toHaveProperty('audience');
  });
});

describe('what a new bulletin begins with', () => {
  it('is read from the address, and nothing else is', () => {
    const of = (search: string) => valuesIn(new URLSearchParams(search));
    expect(of('unionId=u1&kind=disclosure&title=Funds&cites=b0')).toMatchObject({
      unionId: 'u1',
      kind: 'disclosure',
      title: 'Funds',
      citesId: 'b0',
    });
    expect(of('kind=x')).toEqual({ ...newValues, citesId: null });
  });
});

describe('the last correction', () => {
  it('is that of the newest revision', () => {
    expect(lastCorrectionOf(bulletin)).toBeNull();
    const revisions = [{ number: 2, at: 'now', note: 'the day' }, ...bulletin.revisions];
    expect(lastCorrectionOf({ ...bulletin, revisions })).toEqual({ at: 'now', note: 'the day' });
  });
});
