/**
 * Lines of work whose people mostly have no union at an employer, and for which a sector union may be there: the eight groups that
 * the All-China Federation of Trade Unions named in 2018 (货车司机、快递员、护工护理员、家政服务员、商场信息员、网约送餐员、房产中介员、
 * 保安员), and the drivers of ride-hailing, whom it named with them in 2021.
 */
export const workLines = [
  'truckDriver',
  'courier',
  'caregiver',
  'domesticWorker',
  'salesPromoter',
  'deliveryRider',
  'estateAgent',
  'securityGuard',
  'rideHailingDriver',
] as const;
export type WorkLine = (typeof workLines)[number];
