/** The public holidays of China. */
export const holidayNames = [
  'newYear',
  'springFestival',
  'tombSweeping',
  'labourDay',
  'dragonBoat',
  'midAutumn',
  'nationalDay',
] as const;
export type HolidayName = (typeof holidayNames)[number];

/** The content of one year's notice. Dates are `YYYY-MM-DD`. */
interface HolidayYear {
  /** The notice of the State Council's General Office (国务院办公厅). */
  readonly notice: string;
  /** Days off, from the first to the last of each stretch, inclusive. */
  readonly off: readonly (readonly [name: HolidayName, first: string, last: string])[];
  /** Weekend days that are worked to make up for days off (调休). */
  readonly worked: readonly (readonly [name: HolidayName, day: string])[];
}

/**
 * The notices are published late in the year before and follow no rule: a year that is not listed is unknown, and its
 * days must not be treated as ordinary. A new notice is a new entry here.
 */
export const holidayYears: Readonly<Record<number, HolidayYear>> = {
  2024: {
    notice: '国办发明电〔2023〕7号',
    off: [
      ['newYear', '2024-01-01', '2024-01-01'],
      ['springFestival', '2024-02-10', '2024-02-17'],
      ['tombSweeping', '2024-04-04', '2024-04-06'],
      ['labourDay', '2024-05-01', '2024-05-05'],
      ['dragonBoat', '2024-06-10', '2024-06-10'],
      ['midAutumn', '2024-09-15', '2024-09-17'],
      ['nationalDay', '2024-10-01', '2024-10-07'],
    ],
    worked: [
      ['springFestival', '2024-02-04'],
      ['springFestival', '2024-02-18'],
      ['tombSweeping', '2024-04-07'],
      ['labourDay', '2024-04-28'],
      ['labourDay', '2024-05-11'],
      ['midAutumn', '2024-09-14'],
      ['nationalDay', '2024-09-29'],
      ['nationalDay', '2024-10-12'],
    ],
  },
  2025: {
    notice: '国办发明电〔2024〕12号',
    off: [
      ['newYear', '2025-01-01', '2025-01-01'],
      ['springFestival', '2025-01-28', '2025-02-04'],
      ['tombSweeping', '2025-04-04', '2025-04-06'],
      ['labourDay', '2025-05-01', '2025-05-05'],
      ['dragonBoat', '2025-05-31', '2025-06-02'],
      ['nationalDay', '2025-10-01', '2025-10-05'],
      ['midAutumn', '2025-10-06', '2025-10-06'],
      ['nationalDay', '2025-10-07', '2025-10-08'],
    ],
    worked: [
      ['springFestival', '2025-01-26'],
      ['springFestival', '2025-02-08'],
      ['labourDay', '2025-04-27'],
      ['nationalDay', '2025-09-28'],
      ['nationalDay', '2025-10-11'],
    ],
  },
  2026: {
    notice: '国办发明电〔2025〕7号',
    off: [
      ['newYear', '2026-01-01', '2026-01-03'],
      ['springFestival', '2026-02-15', '2026-02-23'],
      ['tombSweeping', '2026-04-04', '2026-04-06'],
      ['labourDay', '2026-05-01', '2026-05-05'],
      ['dragonBoat', '2026-06-19', '2026-06-21'],
      ['midAutumn', '2026-09-25', '2026-09-27'],
      ['nationalDay', '2026-10-01', '2026-10-07'],
    ],
    worked: [
      ['newYear', '2026-01-04'],
      ['springFestival', '2026-02-14'],
      ['springFestival', '2026-02-28'],
      ['labourDay', '2026-05-09'],
      ['nationalDay', '2026-09-20'],
      ['nationalDay', '2026-10-10'],
    ],
  },
};
