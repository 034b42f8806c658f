import type { SupplyAndDemandCellView } from '@gongxiang/contracts/sharing/finding/supply-and-demand.contract';
import type { Locale } from '@gongxiang/domain';
import type { ListColumn } from '../../papers/list-file/list-table.model.js';
import { businessWords, functionWords } from '../match/reason-text.model.js';

interface Texts {
  readonly title: string;
  readonly anyBusiness: string;
  readonly columns: readonly [string, string, string, string, string, string, string, string, string];
}

const texts: Readonly<Record<Locale, Texts>> = {
  'zh-CN': {
    title: '供需地图',
    anyBusiness: '不限业务',
    columns: [
      '功能',
      '业务',
      '需求',
      '未满足',
      '未满足需求人数',
      '需要小时',
      '可借资源',
      '其中已授权',
      '空闲小时',
    ] as const,
  },
  en: {
    title: 'Supply and demand',
    anyBusiness: 'any area of union work',
    columns: [
      'Function',
      'Area of union work',
      'Needs',
      'Unmet',
      'People in unmet needs',
      'Hours wanted',
      'Resources',
      'With a right of use',
      'Hours free',
    ] as const,
  },
};

export function titleIn(locale: Locale): string {
  return texts[locale].title;
}

/** The columns of the map as a list: one row per cell. */
export function columnsIn(locale: Locale): ListColumn<SupplyAndDemandCellView>[] {
  const { columns, anyBusiness } = texts[locale];
  const cells: ListColumn<SupplyAndDemandCellView>['cell'][] = [
    (cell) => functionWords[cell.function][locale],
    ({ business }) => (business === null ? anyBusiness : businessWords[business][locale]),
    ({ needs }: SupplyAndDemandCellView) => needs,
    ({ unmet }: SupplyAndDemandCellView) => unmet,
    ({ unmetHeads }: SupplyAndDemandCellView) => unmetHeads,
    ({ hoursWanted }: SupplyAndDemandCellView) => hoursWanted,
    ({ offers }: SupplyAndDemandCellView) => offers,
    ({ lendable }: SupplyAndDemandCellView) => lendable,
    ({ hoursFree }: SupplyAndDemandCellView) => hoursFree,
  ];
  return cells.map((cell, index) => ({ title: columns[index] ?? '', width: 16, cell }));
}
