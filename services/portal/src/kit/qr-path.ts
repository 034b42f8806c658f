interface Modules {
  readonly size: number;
  get(x: number, y: number): boolean;
}

/**
 * The outline of the dark modules of a code, a bar for each run of a row.
 * @param margin modules by which all of it is moved right and down
 */
export function qrPath(code: Modules, margin: number): string {
  const bars: string[] = [];
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      const from = x;
      while (x < code.size && code.get(x, y)) x += 1;
      if (x > from) bars.push(`M${from + margin} ${y + margin}h${x - from}v1h${from - x}z`);
    }
  }
  return bars.join('');
}
