import { DomainError } from './domain-error.js';

export const sectors = [
  'agriculture',
  'industry',
  'construction',
  'wholesale',
  'retail',
  'transport',
  'storage',
  'post',
  'lodging',
  'catering',
  'informationTransmission',
  'software',
  'realEstate',
  'propertyManagement',
  'leasingBusiness',
  'unlisted',
  'other',
] as const;

/** `unlisted` is a row of the table (其他未列明行业); `other` lies outside the table. */
export type Sector = (typeof sectors)[number];
export type SizeClass = 'large' | 'medium' | 'small' | 'micro' | 'unclassified';
export type Figure = 'employees' | 'revenueWan' | 'assetsWan';

/** Employees in heads; revenue and assets in 万元 (10,000 yuan). Null: not known. None is negative. */
export interface EnterpriseFigures {
  readonly sector: Sector;
  readonly employees: number | null;
  readonly revenueWan: number | null;
  readonly assetsWan: number | null;
}

export interface SizeResult {
  readonly sizeClass: SizeClass;
  /** One line for each bound that decided: figure, value, `>=` or `<`, bound, class of the bound. */
  readonly basis: readonly string[];
}

/** Lower bounds of large, medium and small. */
type Bounds = readonly [large: number, medium: number, small: number];
type SectorRow = Readonly<Partial<Record<Figure, Bounds>>>;

const boundedClasses = ['large', 'medium', 'small'] as const;
const figures: readonly Figure[] = ['employees', 'revenueWan', 'assetsWan'];

const hospitality: SectorRow = { employees: [300, 100, 10], revenueWan: [10000, 2000, 100] };

/**
 * 统计上大中小微型企业划分办法（2017）, 国统字〔2017〕213号. A new edition is a new table beside this one.
 * The rows in `secondarySources` were taken from secondary sources and await comparison with the notice.
 */
export const sizeTable = {
  source: '统计上大中小微型企业划分办法（2017）',
  validFrom: '2017-12-28',
  secondarySources: ['propertyManagement', 'leasingBusiness', 'unlisted'],
  rows: {
    agriculture: { revenueWan: [20000, 500, 50] },
    industry: { employees: [1000, 300, 20], revenueWan: [40000, 2000, 300] },
    construction: { revenueWan: [80000, 6000, 300], assetsWan: [80000, 5000, 300] },
    wholesale: { employees: [200, 20, 5], revenueWan: [40000, 5000, 1000] },
    retail: { employees: [300, 50, 10], revenueWan: [20000, 500, 100] },
    transport: { employees: [1000, 300, 20], revenueWan: [30000, 3000, 200] },
    storage: { employees: [200, 100, 20], revenueWan: [30000, 1000, 100] },
    post: { employees: [1000, 300, 20], revenueWan: [30000, 2000, 100] },
    lodging: hospitality,
    catering: hospitality,
    informationTransmission: { employees: [2000, 100, 10], revenueWan: [100000, 1000, 100] },
    software: { employees: [300, 100, 10], revenueWan: [10000, 1000, 50] },
    realEstate: { revenueWan: [200000, 1000, 100], assetsWan: [10000, 5000, 2000] },
    propertyManagement: { employees: [1000, 300, 100], revenueWan: [5000, 1000, 500] },
    leasingBusiness: { employees: [300, 100, 10], assetsWan: [120000, 8000, 100] },
    unlisted: { employees: [300, 100, 10] },
  } satisfies Record<Exclude<Sector, 'other'>, SectorRow>,
} as const;

/**
 * The size class of an enterprise by its sector's row of {@link sizeTable}: the highest class all of whose lower
 * bounds are met, micro if none is. A sector outside the table is unclassified, never micro.
 * @throws DomainError `FIGURE_REQUIRED`, naming each figure that the row needs and that is null
 */
export function sizeClassOf(enterprise: EnterpriseFigures): SizeResult {
  if (enterprise.sector === 'other')
    return { sizeClass: 'unclassified', basis: ['sector other not in table'] };
  const row: SectorRow = sizeTable.rows[enterprise.sector];
  const needed = figures.flatMap((figure) => {
    const bounds = row[figure];
    return bounds === undefined ? [] : [{ figure, bounds, value: enterprise[figure] }];
  });
  const missing = needed.filter(({ value }) => value === null);
  if (missing.length > 0) {
    const errors = missing.map(({ figure }) => ({ pointer: `/${figure}`, code: 'FIGURE_REQUIRED' }));
    throw new DomainError('FIGURE_REQUIRED', { errors });
  }
  const met = needed.map(({ figure, bounds, value }) => rate(figure, value ?? 0, bounds));
  // Bounds fall from class to class, so the class whose bounds are all met is the lowest that a figure reaches.
  const rank = Math.max(...met.map((rating) => rating.rank));
  return { sizeClass: boundedClasses[rank] ?? 'micro', basis: met.flatMap((rating) => rating.basis) };
}

/** The place of the highest class whose bound one figure meets (3: none), with the bounds on both sides of it. */
function rate(figure: Figure, value: number, bounds: Bounds): { rank: number; basis: string[] } {
  const firstMet = bounds.findIndex((bound) => value >= bound);
  const rank = firstMet === -1 ? bounds.length : firstMet;
  const basis: string[] = [];
  if (rank < bounds.length) basis.push(`${figure} ${value} >= ${bounds[rank]} ${boundedClasses[rank]}`);
  if (rank > 0) basis.push(`${figure} ${value} < ${bounds[rank - 1]} ${boundedClasses[rank - 1]}`);
  return { rank, basis };
}
