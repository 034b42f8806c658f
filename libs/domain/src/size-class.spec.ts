import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sectors, sizeClassOf, sizeTable } from './size-class.js';
import type { EnterpriseFigures, Figure, Sector } from './size-class.js';

const classes = ['large', 'medium', 'small', 'micro'] as const;
const figureNames: readonly Figure[] = ['employees', 'revenueWan', 'assetsWan'];
const listed = sectors.filter((sector) => sector !== 'other');
const enough = 1_000_000;

function enterprise(sector: Sector, figures: Partial<EnterpriseFigures>): EnterpriseFigures {
  return { employees: null, revenueWan: null, assetsWan: null, ...figures, sector };
}

function boundsOf(sector: Exclude<Sector, 'other'>): Partial<Record<Figure, readonly number[]>> {
  return sizeTable.rows[sector];
}

/** For each sector, figure and class: at the bound the class holds, just below it the next one does. */
const boundaries = listed.flatMap((sector) =>
  figureNames.flatMap((figure) =>
    (boundsOf(sector)[figure] ?? []).map((bound, rank) => ({ sector, figure, bound, rank })),
  ),
);

describe('sizeClassOf', () => {
  it('drops by the figure that is short: 1,200 employees with 1,999 万元 are a small industrial enterprise', () => {
    // employees 1200 ≥ 1000 large; revenue 1999 < 2000 medium, ≥ 300 small: all bounds are met for small only
    expect(sizeClassOf(enterprise('industry', { employees: 1200, revenueWan: 1999 }))).toEqual({
      sizeClass: 'small',
      basis: [
        'employees 1200 >= 1000 large',
        'revenueWan 1999 >= 300 small',
        'revenueWan 1999 < 2000 medium',
      ],
    });
  });

  it.each([
    ['industry', { employees: 1000, revenueWan: 40000 }, 'large'],
    ['industry', { employees: 1000, revenueWan: 39999.99 }, 'medium'],
    ['industry', { employees: 19, revenueWan: 40000 }, 'micro'],
    ['agriculture', { revenueWan: 49 }, 'micro'],
    ['construction', { revenueWan: 80000, assetsWan: 4999 }, 'small'],
    ['wholesale', { employees: 5, revenueWan: 999 }, 'micro'],
    ['lodging', { employees: 100, revenueWan: 2000 }, 'medium'],
    ['catering', { employees: 100, revenueWan: 2000 }, 'medium'],
    ['realEstate', { revenueWan: 200000, assetsWan: 10000 }, 'large'],
    ['leasingBusiness', { employees: 300, assetsWan: 8000 }, 'medium'],
    ['unlisted', { employees: 9 }, 'micro'],
  ] as const)('%s with %j is %s', (sector, figures, expected) => {
    expect(sizeClassOf(enterprise(sector, figures)).sizeClass).toBe(expected);
  });

  it.each(boundaries)('$sector: $figure at and just below $bound', ({ sector, figure, bound, rank }) => {
    const others = { employees: enough, revenueWan: enough, assetsWan: enough };
    const at = sizeClassOf(enterprise(sector, { ...others, [figure]: bound }));
    const below = sizeClassOf(enterprise(sector, { ...others, [figure]: bound - 1 }));
    expect(at.sizeClass).toBe(classes[rank]);
    expect(at.basis).toContain(`${figure} ${bound} >= ${bound} ${classes[rank]}`);
    expect(below.sizeClass).toBe(classes[rank + 1]);
    expect(below.basis).toContain(`${figure} ${bound - 1} < ${bound} ${classes[rank]}`);
  });

  it('leaves a sector outside the table unclassified, never micro', () => {
    expect(sizeClassOf(enterprise('other', {})).sizeClass).toBe('unclassified');
    expect(sizeClassOf(enterprise('other', { employees: 1, revenueWan: 1 })).sizeClass).toBe('unclassified');
  });

  it('names each figure that the row needs and that is missing, and no other', () => {
    expect(() => sizeClassOf(enterprise('industry', { employees: 5 }))).toThrow(
      expect.objectContaining({
        code: 'FIGURE_REQUIRED',
        errors: [{ pointer: '/revenueWan', code: 'FIGURE_REQUIRED' }],
      }),
    );
    expect(() => sizeClassOf(enterprise('construction', { employees: 5 }))).toThrow(
      expect.objectContaining({
        errors: [
          expect.objectContaining({ pointer: '/revenueWan' }),
          expect.objectContaining({ pointer: '/assetsWan' }),
        ],
      }),
    );
  });

  it('takes a zero for a figure', () => {
    expect(sizeClassOf(enterprise('unlisted', { employees: 0 }))).toEqual({
      sizeClass: 'micro',
      basis: ['employees 0 < 10 small'],
    });
  });

  it('never gives a lower class for a larger figure', () => {
    const figures = fc.tuple(fc.nat(250_000), fc.nat(250_000), fc.nat(250_000));
    fc.assert(
      fc.property(fc.constantFrom(...listed), figures, figures, (sector, base, more) => {
        const [employees, revenueWan, assetsWan] = base;
        const before = sizeClassOf({ sector, employees, revenueWan, assetsWan }).sizeClass;
        const after = sizeClassOf({
          sector,
          employees: employees + more[0],
          revenueWan: revenueWan + more[1],
          assetsWan: assetsWan + more[2],
        }).sizeClass;
        const rank = (sizeClass: string) => classes.findIndex((known) => known === sizeClass);
        expect(rank(after)).toBeLessThanOrEqual(rank(before));
      }),
    );
  });
});
