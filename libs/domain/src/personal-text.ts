/** The middle dots that keyboards and older systems put into names: bullet, hyphenation point, katakana, full stop … */
const dotPattern = /\s*[\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff0e\uff65]\s*/gu;

/** What rosters put between two characters to make short names as wide as long ones: `李 四`. */
const paddingPattern = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/**
 * A name as it is stored and compared: composed (NFC), trimmed, with the one middle dot `·` (U+00B7) in place of its
 * look-alikes, without blanks between Chinese characters and with single ones between other words. Length and script are left alone: names with several dots and characters outside the basic
 * plane are names.
 */
export function normaliseName(name: string): string {
  const dotted = name.normalize('NFC').trim().replace(dotPattern, '·');
  return dotted.replace(paddingPattern, '').replace(/\s+/gu, ' ');
}

/** `张三丰` → `张**`: the first character stays; counted in code points, so that a rare one is not cut in half. */
export function maskName(name: string): string {
  const [first = '', ...rest] = normaliseName(name);
  return first + '*'.repeat(rest.length);
}

/** `11010519491231002X` → `1101************2X`: the first four and the last two stay. */
export function maskResidentNumber(value: string): string {
  return maskMiddle(value, 4, 2);
}

/** `13800001234` → `138****1234`: the first three and the last four stay. */
export function maskPhone(value: string): string {
  return maskMiddle(value, 3, 4);
}

/** Text that would leave fewer than four characters hidden is hidden whole. */
function maskMiddle(value: string, head: number, tail: number): string {
  const hidden = value.length - head - tail;
  if (hidden < 4) return '*'.repeat(value.length);
  return value.slice(0, head) + '*'.repeat(hidden) + value.slice(-tail);
}
