import { describe, expect, it } from '@jest/globals';
import type { components } from '../../../api/schema.js';
import { type Phase, phaseSteps } from './phase-steps.model.js';

type Activity = components['schemas']['ActivityView'];

const activity = {
  state: 'published',
  phase: 'signUpOpen',
  publishedAt: '2026-11-01T00:00:00.000Z',
  agreementRequired: false,
  settledAt: null,
  archivedAt: null,
} as unknown as Activity;

const namesOf = (changes: Partial<Activity>): Phase[] =>
  phaseSteps({ ...activity, ...changes }).map(({ phase }) => phase);

describe('the way of an activity', () => {
  it('shows what is behind, where it stands and what lies ahead', () => {
    expect(phaseSteps({ ...activity, phase: 'full' })).toEqual([
      { phase: 'draft', standing: 'done' },
      { phase: 'published', standing: 'done' },
      { phase: 'full', standing: 'now' },
      { phase: 'running', standing: 'ahead' },
      { phase: 'closed', standing: 'ahead' },
    ]);
  });

  it('leads to the settlement where there is something to settle', () => {
    expect(namesOf({ agreementRequired: true }).at(-1)).toBe('settled');
    expect(namesOf({ state: 'closed', phase: 'settled', settledAt: '2026-12-01T00:00:00.000Z' }).at(-1)).toBe(
      'settled',
    );
  });

  it.each<[string, Partial<Activity>, Phase[]]>([
    ['a draft', { publishedAt: null }, ['draft', 'cancelled']],
    ['what was published', {}, ['draft', 'published', 'cancelled']],
  ])('ends with its cancellation: %s', (_what, changes, names) => {
    expect(namesOf({ state: 'cancelled', phase: 'cancelled', ...changes })).toEqual(names);
    const away = { archivedAt: '2026-12-01T00:00:00.000Z', phase: 'archived' } as const;
    expect(namesOf({ state: 'cancelled', ...changes, ...away })).toEqual([...names, 'archived']);
  });

  it.each<Phase>([
    'draft',
    'proposed',
    'agreed',
    'published',
    'signUpOpen',
    'full',
    'signUpClosed',
    'running',
    'ended',
    'closing',
    'closed',
  ])('has a place for %s', (phase) => {
    expect(phaseSteps({ ...activity, phase }).filter(({ standing }) => standing === 'now')).toEqual([
      { phase, standing: 'now' },
    ]);
  });
});
