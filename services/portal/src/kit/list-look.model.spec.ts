import { describe, expect, it } from '@jest/globals';
import {
  listNameOf,
  type ListView,
  lookOf,
  textOfView,
  viewsMax,
  viewsOf,
  withView,
  wordsOf,
} from './list-look.model.js';

const late: ListView = {
  name: '逾期的',
  search: 'state=open&by=-dueOn',
  display: 'compact',
  hidden: ['phone'],
};

describe('the look of a list', () => {
  it('is kept as words and read back', () => {
    const look = { display: 'table', hidden: ['phone', 'union'] } as const;
    expect(lookOf(wordsOf(look))).toEqual(look);
  });

  it('is that of the page where nothing is kept, or what nobody knows', () => {
    expect(lookOf([])).toEqual({ display: null, hidden: [] });
    expect(lookOf(['mosaic', 'phone'])).toEqual({ display: null, hidden: [] });
  });
});

describe('the views of a list', () => {
  it('are kept as texts and read back; what was written by hand is left out', () => {
    expect(viewsOf([textOfView(late), 'nonsense', '["only a name"]'])).toEqual([late]);
  });

  it('take the place of one of the same name', () => {
    const changed = { ...late, search: 'state=closed' };
    expect(withView([late], changed)).toEqual([changed]);
  });

  it('are bounded: the oldest goes', () => {
    const many = Array.from({ length: viewsMax }, (_unused, index) => ({ ...late, name: `${index}` }));
    expect(withView(many, late).map(({ name }) => name)).toEqual([
      ...many.slice(1).map(({ name }) => name),
      late.name,
    ]);
  });

  it('are those of the kind of list, whichever thing it belongs to', () => {
    expect(listNameOf('/activities/019a0000-0000-7000-8000-0000000000aa/registrations')).toBe(
      '/activities/*/registrations',
    );
  });
});
