/** A stored figure of one subject. */
export interface StoredFigure {
  readonly id: string;
  readonly name: string;
  /** An inclusive range of days. */
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly value: number;
}

/**
 * The figures that hold on a day, by name: of those whose period has the day the one with the shortest period, as it
 * says most of that day; of the same period the newest, as a correction is a further figure.
 * @param day within the period; a name without a figure is absent
 */
export function figuresOn(figures: readonly StoredFigure[], day: string): ReadonlyMap<string, StoredFigure> {
  const chosen = new Map<string, StoredFigure>();
  for (const figure of figures) {
    if (figure.periodFrom > day || figure.periodTo < day) continue;
    const other = chosen.get(figure.name);
    if (other === undefined || isBetter(figure, other)) chosen.set(figure.name, figure);
  }
  return chosen;
}

function isBetter(figure: StoredFigure, other: StoredFigure): boolean {
  const [days, otherDays] = [daysOf(figure), daysOf(other)];
  if (days !== otherDays) return days < otherDays;
  // Of two periods of one length the later; ids rise with time.
  if (figure.periodFrom !== other.periodFrom) return figure.periodFrom > other.periodFrom;
  return figure.id > other.id;
}

function daysOf({ periodFrom, periodTo }: StoredFigure): number {
  return Date.parse(periodTo) - Date.parse(periodFrom);
}
