import { describe, expect, it } from '@jest/globals';
import { draftOfTerms, newDraft, previewOf, proposalOf } from './agreement-draft.js';
import { differencesOf } from './agreement-differences.model.js';
import { newRule } from './rule-draft.js';
import type { AgreementTerms } from './use-agreements.js';

const terms = {
  hosts: [{ kind: 'union', id: 'a' }],
  parties: [{ kind: 'union', id: 'a' }],
  tasks: [{ party: 'union:a', title: 'Hall', dueOn: null }],
  rule: { kind: 'headcount', else: { kind: 'equal' } },
  fundCategory: 'dues',
  expenseCode: '1.1',
  caps: { 'union:a': { amount: '5000', currency: 'CNY' } },
  floors: {},
  approval: { silence: 'disputes', days: 10 },
} as AgreementTerms;

describe('a new version', () => {
  it('begins with the terms of the one before and proposes the same', () => {
    const { hosts: _hosts, parties: _parties, ...proposed } = terms;
    expect(proposalOf(draftOfTerms(terms), ['union:a'])).toEqual({ body: proposed, problems: [] });
  });

  it('leaves out what the version before said of a host who has left, and keeps it in the form', () => {
    const left = { amount: '700', currency: 'CNY' };
    const before = {
      ...terms,
      rule: { kind: 'ratio', weights: { 'union:a': 2, 'union:gone': 1 } },
      caps: { ...terms.caps, 'union:gone': left },
      floors: { 'union:gone': left },
    } as AgreementTerms;
    const draft = draftOfTerms(before);
    const split = {
      rule: { kind: 'ratio', weights: { 'union:a': 2 } },
      caps: terms.caps,
      floors: {},
    };
    expect(proposalOf(draft, ['union:a']).body).toMatchObject(split);
    expect(previewOf(draft, ['union:a']).body).toMatchObject(split);
    const { rule, caps, floors } = before;
    expect(proposalOf(draft, ['union:a', 'union:gone']).body).toMatchObject({ rule, caps, floors });
    // As long as it is not known who shares, nothing is left out.
    expect(proposalOf(draft, null).body).toMatchObject({ rule, caps, floors });
  });

  it('is tried with the heads that are assumed, twenty where nothing is said', () => {
    const { body, problems } = previewOf({ ...newDraft, assumedHeads: { 'union:a': '7' } }, [
      'union:a',
      'union:b',
    ]);
    expect(problems).toEqual([]);
    expect(body.total).toEqual({ amount: '1000000', currency: 'CNY' }); // 10000 yuan in fen
    expect(body.parties).toEqual([
      { id: 'union:a', headcount: 7 },
      { id: 'union:b', headcount: 20 },
    ]);
  });

  it('asks for usage only where the rule rests on it', () => {
    const { body } = previewOf({ ...newDraft, rule: newRule('usage') }, ['union:a']);
    expect(body.parties).toEqual([{ id: 'union:a', headcount: 20, usage: 1 }]);
  });

  it('names the assumption that is no number', () => {
    const draft = { ...newDraft, assumedTotal: 'much', assumedHeads: { 'union:a': '2.5' } };
    expect(previewOf(draft, ['union:a']).problems).toEqual([
      { pointer: '/total', kind: 'amount' },
      { pointer: '/parties/0/headcount', kind: 'weight' },
    ]);
  });
});

describe('the differences of two versions', () => {
  it('are none where only the order of keys and absent fields differ', () => {
    const caps = { 'union:a': { currency: 'CNY', amount: '5000' } } as AgreementTerms['caps'];
    const rule = { else: { kind: 'equal', else: null }, kind: 'headcount' } as AgreementTerms['rule'];
    expect(differencesOf(terms, { ...terms, caps, rule })).toEqual([]);
  });

  it('are named part by part', () => {
    const after = {
      ...terms,
      expenseCode: '1.2',
      approval: { silence: 'agrees', days: 10 },
    } as AgreementTerms;
    expect(differencesOf(terms, after)).toEqual(['expenseCode', 'approval']);
  });
});
