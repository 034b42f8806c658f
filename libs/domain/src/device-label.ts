/** What a program says of itself → its name. Others call themselves Chrome or Safari as well, so these come last. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, 'WeChat'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/HuaweiBrowser\//, 'Huawei Browser'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** HarmonyOS may call itself Android, Android calls itself Linux, and an iPhone “like Mac OS X”. */
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

/**
 * The browser and its system, such as “Chrome, Android”, by which a person tells their devices apart. Nothing of what
 * somebody sends stands in it but a name of these tables.
 * @returns null where neither is known
 */
export function deviceLabel(userAgent: string): string | null {
  const names = [browsers, systems].flatMap((table) => nameIn(table, userAgent) ?? []);
  return names.length === 0 ? null : names.join(', ');
}

function nameIn(table: typeof browsers, userAgent: string): string | undefined {
  return table.find(([pattern]) => pattern.test(userAgent))?.[1];
}
