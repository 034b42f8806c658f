/** The list with one of its items one place earlier (-1) or later (1); as it was where there is no such place. */
export function moved<Item>(items: readonly Item[], index: number, step: -1 | 1): Item[] {
  const to = index + step;
  const item = items[index];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const rest = items.filter((_item, place) => place !== index);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
