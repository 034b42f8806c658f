import { describe, expect, it } from '@jest/globals';
import {
  contentOf,
  newRecord,
  type PersonRecord,
  recordFiltersOf,
  valuesOf,
  talentAddress,
} from './record.model.js';

describe('what is sent of a record', () => {
  it('has nothing that was typed for another kind, and null where nothing was typed', () => {
    const typed = {
      ...newRecord,
      kind: 'course' as const,
      title: ' First aid ',
      number: 'A1',
      issuer: ' ',
      details: { hours: '16', result: 'passed', skillLevel: 'senior' },
    };
    expect(contentOf(typed)).toEqual({
      kind: 'course',
      title: 'First aid',
      issuer: null,
      issuedOn: null,
      validUntil: null,
      number: null,
      details: { hours: 16, result: 'passed' },
    });
  });

  it('is the same as was read', () => {
    const content = {
      kind: 'honour' as const,
      title: 'Model worker',
      issuer: 'The province',
      issuedOn: '2024-05-01',
      validUntil: null,
      number: null,
      details: { honourLevel: 'province' as const, year: 2024 },
    };
    expect(contentOf(valuesOf(content as unknown as PersonRecord))).toEqual(content);
  });
});

describe('the filters of an address', () => {
  it.each([
    ['', {}],
    [
      'kind=skill&state=entered&q=weld&expiring=true',
      { kind: 'skill', state: 'entered', q: 'weld', expiring: true },
    ],
    ['kind=nothing&expiring=no&unionId=u1', { unionId: 'u1' }],
  ])('%s are %j', (address, filters) => {
    expect(recordFiltersOf(new URLSearchParams(address))).toEqual(filters);
  });
});

describe('the help of somebody', () => {
  it('is asked for by their name, what they can do, and their union', () => {
    const talent = { name: 'Li Na', title: 'Fork & lift', unionName: 'Harbour union' };
    expect(talentAddress(talent)).toBe(
      '/needs/new?talent=Li+Na&skill=Fork+%26+lift&talentUnion=Harbour+union',
    );
    expect(talentAddress({ ...talent, unionName: null })).toContain('talentUnion=');
  });
});
