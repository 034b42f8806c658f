import { describe, expect, it } from '@jest/globals';
import { question, shirt } from './sign-up-form.fixture.js';
import { questionsSince, readableBy } from './sign-up-form.model.js';

describe('a form', () => {
  it('knows which questions are new', () => {
    expect(questionsSince([shirt, question()], [shirt])).toEqual(['note']);
    expect(questionsSince([shirt], null)).toEqual(['shirt']);
  });

  it('shows each reader what is for them', () => {
    const all = [shirt, question({ visibleTo: 'hosts' }), question({ id: 'illness' })];
    const ids = (...readers: ('organiser' | 'hosts' | 'door')[]) =>
      readableBy(all, readers).map(({ id }) => id);
    expect(ids('door')).toEqual(['shirt']);
    expect(ids('hosts', 'door')).toEqual(['shirt', 'note']);
    expect(ids('organiser', 'hosts', 'door')).toEqual(['shirt', 'note', 'illness']);
  });
});
