import { useAppearance } from './appearance.js';

/** The size of letters in a chart, in pixels: its axes do not take it from the page. */
export function useChartFont(): number {
  return useAppearance().appearance === 'large' ? 20 : 13;
}
