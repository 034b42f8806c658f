import { describe, expect, it } from '@jest/globals';
import { createOf, editOf } from './resource-form.model.js';

describe('the form of a resource', () => {
  const owner = { kind: 'union' as const, id: 'u', name: 'A' };

  it('says that an emptied field goes', () => {
    expect(editOf({ title: ' Hall ', businesses: ['culture'], place: ' ', capacity: '' })).toEqual({
      title: 'Hall',
      description: null,
      businesses: ['culture'],
      district: null,
      place: null,
      latitude: null,
      longitude: null,
      capacity: null,
      setupMinutes: 0,
      turnaroundMinutes: 0,
      loansPerBorrowerMax: null,
    });
  });

  it.each([
    { form: { owner }, complete: false },
    { form: { function: 'facility' as const }, complete: false },
    { form: { owner, function: 'facility' as const }, complete: true },
  ])('is a request where owner and kind are said: $complete', ({ form, complete }) => {
    expect(createOf(form) !== null).toBe(complete);
  });

  it('says that know-how is lent as access, and of nothing else', () => {
    const lending = 'access' as const;
    expect(createOf({ owner, function: 'management', lending })).toMatchObject({ lending });
    expect(createOf({ owner, function: 'facility', lending })).not.toHaveProperty('lending');
  });

  it('sends numbers, the owner without its name, and the whole of a part', () => {
    const body = createOf({ owner, function: 'facility', title: 'Half', capacity: '120', partOfId: 'w' });
    expect(body).toMatchObject({ owner: { kind: 'union', id: 'u' }, capacity: 120, partOfId: 'w' });
    expect(body?.owner).not.toHaveProperty('name');
  });
});
