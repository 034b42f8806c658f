import type { components } from '../../../api/schema.js';
import { instantOf, localTimeOf } from '../../../i18n/format.js';

type NewEfficacySurvey = components['schemas']['CreateEfficacySurveyRequest'];
type Node = components['schemas']['IndicatorNode'];

/** As it is typed; times are of the wall in Beijing. */
export interface SeasonForm {
  readonly unionId?: string;
  readonly name?: string;
  readonly indicatorSystemId?: string;
  readonly identificationKey?: string;
  readonly satisfactionKey?: string;
  readonly from?: string;
  readonly to?: string;
  readonly opensAt?: string;
  readonly closesAt?: string;
}

const dayMs = 86_400_000;

/** The quarter that the day lies in, and two weeks to answer from now. */
export function emptySeason(now: Date): SeasonForm {
  const [year = '', month = ''] = localTimeOf(now.toISOString()).split('-');
  const first = Math.floor((Number(month) - 1) / 3) * 3 + 1;
  const days = new Date(Date.UTC(Number(year), first + 2, 0)).getUTCDate();
  const monthOf = (number: number): string => String(number).padStart(2, '0');
  return {
    from: `${year}-${monthOf(first)}-01`,
    to: `${year}-${monthOf(first + 2)}-${days}`,
    opensAt: localTimeOf(now.toISOString()),
    closesAt: localTimeOf(new Date(now.getTime() + 14 * dayMs).toISOString()),
  };
}

export function seasonOf(form: SeasonForm): NewEfficacySurvey {
  const text = (field: keyof SeasonForm): string => form[field]?.trim() ?? '';
  return {
    unionId: text('unionId'),
    name: text('name'),
    indicatorSystemId: text('indicatorSystemId'),
    identificationKey: text('identificationKey'),
    satisfactionKey: text('satisfactionKey'),
    from: text('from'),
    to: text('to'),
    opensAt: instantOf(text('opensAt')),
    closesAt: instantOf(text('closesAt')),
  };
}

/** What may be an aspect: whatever has a survey indicator at or below it. */
export function aspectChoices(nodes: readonly Node[]): readonly Node[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const asked = new Set<string>();
  for (const node of nodes) {
    if (node.leaf?.kind !== 'survey') continue;
    for (let at: Node | undefined = node; at !== undefined; at = byKey.get(at.parentKey ?? ''))
      asked.add(at.key);
  }
  return nodes.filter(({ key }) => asked.has(key));
}
