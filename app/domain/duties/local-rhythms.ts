/** In every month, quarter, half-year or year of the calendar; once from the first bound day; again before the last one runs out. */
export const localRhythms = ['P1M', 'P3M', 'P6M', 'P1Y', 'once', 'rolling'] as const
