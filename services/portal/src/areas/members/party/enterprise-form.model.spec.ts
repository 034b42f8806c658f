import { describe, expect, it } from '@jest/globals';
import { changesBetween } from '../../../kit/changes.model.js';
import { editOf, type EnterpriseForm, formOf } from './enterprise-form.model.js';
import type { Enterprise } from './party.model.js';

const enterprise = {
  name: '武汉机械',
  sector: 'industry',
  employees: 320,
  revenueWan: 2600,
  assetsWan: null,
  active: true,
} as Enterprise;

describe('the change of an enterprise', () => {
  it.each<[string, EnterpriseForm, object]>([
    ['nothing', {}, {}],
    ['a figure written otherwise', { revenueWan: '2,600' }, {}],
    ['a name with blanks around it', { name: ' 武汉机械 ' }, {}],
    ['another figure', { employees: '310' }, { employees: 310 }],
    ['a figure that was missing', { assetsWan: '900.5' }, { assetsWan: 900.5 }],
    ['an emptied figure', { revenueWan: '' }, { revenueWan: null }],
    ['an emptied sector', { sector: undefined as never }, { sector: null }],
    ['evidence', { usccEvidence: ' 营业执照原件已核 ' }, { usccEvidence: '营业执照原件已核' }],
    ['an end', { active: false }, { active: false }],
  ])('says %s', (_what, typed, changes) => {
    const before = formOf(enterprise);
    expect(changesBetween(editOf(before), editOf({ ...before, ...typed }))).toEqual(changes);
  });
});
