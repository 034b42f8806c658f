import { describe, expect, it } from '@jest/globals';
import { bodyOf, filledOf, formOf } from './attributes.model.js';

describe('the attributes of a resource', () => {
  it('are typed side by side, and sent as words, each once', () => {
    const form = {
      equipment: '投影、音响, 投影；',
      areaSquareMetres: ' 420 ',
      accessibility: ' ',
      skills: '急救',
    };
    expect(bodyOf('facility', form)).toEqual({
      equipment: ['投影', '音响'],
      areaSquareMetres: 420,
      seats: null,
      accessibility: null,
    });
  });

  it('are those of the function alone', () => {
    expect(bodyOf('service', { included: '咨询', seats: '3' })).toEqual({
      included: '咨询',
      atBorrowersPlace: false,
    });
    expect(bodyOf('management', { languages: '中文' })).toEqual({ languages: ['中文'] });
  });

  it('are shown as they are typed', () => {
    const attributes = {
      resourceId: 'r',
      version: 1,
      areaSquareMetres: 420,
      seats: null,
      equipment: ['投影', '音响'],
      accessibility: null,
      skills: [],
      languages: [],
      certificates: [],
      included: null,
      atBorrowersPlace: null,
    };
    expect(filledOf('facility', attributes)).toBe(2);
    expect(filledOf('service', attributes)).toBe(0);
    expect(bodyOf('facility', formOf(attributes))).toEqual({
      equipment: ['投影', '音响'],
      areaSquareMetres: 420,
      seats: null,
      accessibility: null,
    });
  });
});
