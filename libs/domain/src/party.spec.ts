import { describe, expect, it } from '@jest/globals';
import { parsePartyKey, partyKey, partyKinds, sameParty } from './party.js';

describe('a party', () => {
  it.each(partyKinds)('of kind %s keeps its key there and back', (kind) => {
    const party = { kind, id: '0199-aa:b' };
    expect(partyKey(party)).toBe(`${kind}:0199-aa:b`);
    expect(parsePartyKey(partyKey(party))).toEqual(party);
  });

  it.each(['', 'union', 'union:', ':1', 'team:1', 'Union:1', 'unio'])('is not read from "%s"', (key) => {
    expect(() => parsePartyKey(key)).toThrow(expect.objectContaining({ code: 'PARTY_FORMAT' }));
  });

  it('is the same only with the same kind and id', () => {
    expect(sameParty({ kind: 'union', id: '1' }, { kind: 'union', id: '1' })).toBe(true);
    expect(sameParty({ kind: 'union', id: '1' }, { kind: 'enterprise', id: '1' })).toBe(false);
    expect(sameParty({ kind: 'union', id: '1' }, { kind: 'union', id: '2' })).toBe(false);
  });
});
