import { describe, expect, it } from '@jest/globals';
import { grantStateOf, rightOf } from './right.model.js';

const now = Date.parse('2026-11-20T00:00:00Z');
const term = { from: '2026-11-01T00:00:00Z', until: '2026-12-01T00:00:00Z' };
type Grant = Parameters<typeof rightOf>[0][number];

function grant(id: string, to: Grant['to'], more: Partial<Grant> = {}): Grant {
  const price = { kind: 'free' as const, text: null };
  return {
    id,
    version: 1,
    resourceId: 'r',
    to,
    ...term,
    approval: 'custodian',
    price,
    revokedAt: null,
    ...more,
  };
}

const borrower = { unionId: 'me', path: '1.2.3.', sizeClass: 'micro' as const };
const about = {
  ownerUnionId: 'owner',
  borrower,
  period: null,
  now,
  pathOf: (id: string) => ({ above: '1.2.', aside: '1.20.' })[id],
};

describe('the right by which a union borrows', () => {
  it.each([
    { name: 'everyone', to: { kind: 'everyone' }, kind: 'grant' },
    { name: 'itself', to: { kind: 'union', unionId: 'me' }, kind: 'grant' },
    { name: 'another', to: { kind: 'union', unionId: 'other' }, kind: 'none' },
    { name: 'those below one above', to: { kind: 'subtree', unionId: 'above' }, kind: 'grant' },
    { name: 'those below one aside', to: { kind: 'subtree', unionId: 'aside' }, kind: 'none' },
    { name: 'those below one unknown', to: { kind: 'subtree', unionId: 'lost' }, kind: 'none' },
    { name: 'its size', to: { kind: 'sizeClass', sizeClass: 'micro' }, kind: 'grant' },
    { name: 'another size', to: { kind: 'sizeClass', sizeClass: 'large' }, kind: 'none' },
  ] as const)('given to $name: $kind', ({ to, kind }) => {
    expect(rightOf([grant('g', to)], about).kind).toBe(kind);
  });

  it('is ownership for the owner', () => {
    expect(rightOf([], { ...about, ownerUnionId: 'me' }).kind).toBe('own');
  });

  it('is none where it was revoked, or does not last for the whole time', () => {
    const everyone = { kind: 'everyone' } as const;
    expect(rightOf([grant('g', everyone, { revokedAt: term.from })], about).kind).toBe('none');
    const period = { start: now, end: Date.parse('2026-12-02T00:00:00Z') };
    expect(rightOf([grant('g', everyone)], { ...about, period }).kind).toBe('none');
  });

  it('asks as little as can be', () => {
    const everyone = { kind: 'everyone' } as const;
    const shared = { kind: 'costShare' as const, text: null };
    const grants = [
      grant('decided', everyone),
      grant('shared', everyone, { approval: 'automatic', price: shared }),
      grant('free', everyone, { approval: 'automatic' }),
    ];
    expect(rightOf(grants, about)).toMatchObject({ grant: { id: 'free' } });
  });
});

describe('the state of a right', () => {
  it.each([
    { ...term, revokedAt: null, state: 'inForce' },
    { ...term, revokedAt: term.from, state: 'revoked' },
    { from: '2026-12-01T00:00:00Z', until: '2026-12-02T00:00:00Z', revokedAt: null, state: 'later' },
    { from: '2026-10-01T00:00:00Z', until: '2026-11-20T00:00:00Z', revokedAt: null, state: 'ended' },
  ] as const)('from $from until $until: $state', ({ state, ...one }) => {
    expect(grantStateOf(one, now)).toBe(state);
  });
});
