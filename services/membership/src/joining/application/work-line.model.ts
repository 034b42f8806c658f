import type { WorkLine } from '@gongxiang/contracts/membership/joining/work-line';

/** What people say of their work, in both languages; of the longer words before those that they contain. */
const wordsOf: Readonly<Record<WorkLine, RegExp>> = {
  truckDriver: /货车|卡车|货运|大货|truck|lorry/,
  courier: /快递|courier|parcel/,
  caregiver: /护工|护理员|陪护|caregiver|nursing (?:aide|assistant)/,
  domesticWorker: /家政|保洁|保姆|月嫂|育儿嫂|钟点工|domestic|housekeep|cleaner|nanny/,
  salesPromoter: /商场信息员|导购|促销员|sales promoter|promoter/,
  deliveryRider: /外卖|送餐|骑手|跑腿|闪送|food deliver|rider/,
  estateAgent: /房产|房屋中介|租房中介|estate agent|realtor/,
  securityGuard: /保安|security guard/,
  rideHailingDriver: /网约车|代驾|ride[- ]hail/,
};

/**
 * The line of work that somebody names in their own words.
 *
 * @returns null where none is named, or more than one: whoever drives a truck and delivers parcels says to whom they belong by
 * choosing a union
 */
export function workLineOf(work: string): WorkLine | null {
  const said = work.toLowerCase();
  const named = (Object.keys(wordsOf) as WorkLine[]).filter((line) => wordsOf[line].test(said));
  const [line, ...others] = named;
  return line === undefined || others.length > 0 ? null : line;
}
