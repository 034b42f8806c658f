import { hideNumbers } from '@gongxiang/domain';
import {
  compoundFamilyNames,
  everydayFamilyNames,
  familyNames,
  givenNameCharacters,
} from './name-characters.model.js';

/** What stands in the place of what was written. */
const masks = {
  name: '［姓名］',
  number: '［号码］',
  plate: '［车牌］',
  address: '［网址］',
} as const;

const han = '\\p{Script=Han}';
const given = `[${givenNameCharacters}]`;
const family = `(?:${compoundFamilyNames}|[${familyNames}])`;
const rareFamily = `(?:${compoundFamilyNames}|(?![${everydayFamilyNames}])[${familyNames}])`;
const titles = [
  '师傅|老师|经理|主任|主席|书记|组长|班长|队长|部长|处长|科长|院长|校长|厂长|站长|店长|行长|所长|园长|干事|教练|讲师',
  '医生|护士|律师|导游|工程师|先生|女士|小姐|同志|同学|阿姨|叔叔|大姐|大哥|总监|总经理|董事长|工会主席',
  // 王总, but not 王总是; 王工, but not 王工会
  '总(?![是共体之数结会部裁要想觉])|工(?![作会人程资具业厂友])|哥|姐',
].join('|');
/** Whoever follows these words is named. */
const introductions = '我叫|名叫|叫做|姓名[:：是]?\\s*';
const offices = '我是|本人|同事|领导|主管|组长|班长|经理|主任|师傅|老师|队长|部长|科长';
/** A name of two characters is seen where a phrase begins, or after what is done to or by people. */
const before = `^|[，。！？；：、,.!?;:\\s“”"（(]|被|找|给|跟|让|问|对|和|是|感谢|谢谢|表扬|批评|投诉|还有`;

/** Resident numbers, phones, accounts, staff numbers: of so many digits, however they are written and grouped. */
const digitsMin = 5;
/** Letters that stand before a number belong to it. */
const staffPattern = new RegExp(`[A-Za-z]{1,3}${masks.number}`, 'gu');

type Rule = readonly [RegExp, string];

/** A number inside an address is the address: these come before the numbers. */
const addressRules: readonly Rule[] = [
  [/(?:https?:\/\/|www\.)[^\s，。；、）)]+/giu, masks.address],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, masks.address],
  [/(?:微信|wechat|vx|qq)号?\s*[:：是]?\s*[a-z0-9][\w-]{4,}/giu, masks.number],
  [
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][\s·-]?[A-Z0-9]{5,6}/giu,
    masks.plate,
  ],
];

/** A name with its title is found before one without. */
const rules: readonly Rule[] = [
  [/[〇零一二三四五六七八九]{7,}/gu, masks.number],
  [
    new RegExp(`(?<=${introductions})${family}(?:${han}{1,2}(?!${han})|${han}${given}|${han})`, 'gu'),
    masks.name,
  ],
  [new RegExp(`(?<=${offices})${rareFamily}(?:${han}${given}|${given})`, 'gu'), masks.name],
  [
    new RegExp(`${rareFamily}${han}{0,2}?(?=${titles})|${family}${given}{0,2}(?=${titles})`, 'gu'),
    masks.name,
  ],
  [new RegExp(`[老小]${rareFamily}`, 'gu'), masks.name],
  [new RegExp(`${family}${given}{2}`, 'gu'), masks.name],
  [new RegExp(`(?<=${before})${rareFamily}${given}|${rareFamily}${given}(?!${han})`, 'gmu'), masks.name],
  [/\b(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+[A-Z][\p{L}'-]+(?:\s+[A-Z][\p{L}'-]+)?/gu, masks.name],
];

function applied(list: readonly Rule[], text: string): string {
  return list.reduce((masked, [pattern, mask]) => masked.replace(pattern, mask), text);
}

/**
 * A text as it may be published: without numbers, plates, addresses and what looks like a name. It finds names by the
 * frequent family names and what stands around them; it would rather hide a word too much. What it does not find: rare
 * names, nicknames, and who is meant without being named.
 */
export function maskText(text: string): string {
  const numbered = hideNumbers(applied(addressRules, text), digitsMin, () => masks.number);
  return applied(rules, numbered.replaceAll(staffPattern, masks.number));
}

/**
 * Texts in an order that says nothing, not even what comes first by the alphabet.
 * @param below a random whole number from 0 to the one given, that one excluded
 */
export function shuffled<Item>(items: readonly Item[], below: (limit: number) => number): Item[] {
  const order = [...items];
  // Fisher and Yates: each order is as likely as any other.
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    const [a, b] = [order[last], order[other]] as [Item, Item];
    [order[last], order[other]] = [b, a];
  }
  return order;
}
