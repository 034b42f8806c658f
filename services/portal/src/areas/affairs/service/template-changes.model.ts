import type { Outcome, ServiceDefinition, Step } from './service.model.js';

/** A template, as the platform offers it. */
export interface Template {
  readonly id: string;
  readonly definition: ServiceDefinition;
}

type Designed = Pick<
  ServiceDefinition,
  'name' | 'category' | 'steps' | 'outcomes' | 'questions' | 'templateId'
>;

/** What would be different in one list, in the words of the service where it has them. */
export interface ListChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Those that stay, with other settings. */
  readonly changed: readonly string[];
}

/** What would be different in a service. */
export interface TemplateChanges {
  readonly steps: ListChanges;
  readonly outcomes: ListChanges;
  readonly questions: ListChanges;
}

/**
 * The template of a service. Of one that was made before that was noted, the one of its category whose steps and outcomes it
 * shares most of; nothing where it shares none.
 */
export function templateOf(service: Designed, templates: readonly Template[]): Template | undefined {
  const noted = templates.find(({ id }) => id === service.templateId);
  if (noted !== undefined) return noted;
  const ids = idsOf(service);
  const shared = ({ definition }: Template): number =>
    idsOf(definition).filter((id) => ids.includes(id)).length;
  const [first] = templates
    .filter(({ definition }) => definition.category === service.category && definition.steps?.length)
    .filter((one) => shared(one) > 0)
    .toSorted((a, b) => shared(b) - shared(a));
  return first;
}

function idsOf({ steps, outcomes }: Pick<Designed, 'steps' | 'outcomes'>): string[] {
  return [...(steps ?? []).map(({ id }) => `step ${id}`), ...outcomes.map(({ id }) => `outcome ${id}`)];
}

/**
 * A service with the steps and outcomes of a template, and the questions that these steps read. All else is what the union has
 * decided for itself and stays: names, words, papers, terms, whom it is for and what is paid. What counts by an outcome that is
 * there no more (how often somebody may have it, and its cover) is taken from the template with it.
 */
export function broughtTo<Service extends ServiceDefinition>(
  service: Service,
  { id: templateId, definition: template }: Template,
): Service {
  const { outcomes, allowance = null, coverage = null } = template;
  const steps = template.steps ?? [];
  const asked = steps.flatMap(({ question }) => question ?? []);
  const missing = template.questions.filter(
    ({ id }) => asked.includes(id) && !service.questions.some((one) => one.id === id),
  );
  const isThere = (id: string): boolean => outcomes.some((one) => one.id === id);
  return {
    ...service,
    templateId,
    steps,
    outcomes,
    questions: [...service.questions, ...missing],
    allowance: service.allowance?.uses.every(isThere) === false ? allowance : service.allowance,
    coverage: service.coverage?.outcomes.every(isThere) === false ? coverage : service.coverage,
  };
}

export function changesBetween(before: Designed, after: Designed): TemplateChanges {
  return {
    steps: listChanges(before.steps ?? [], after.steps ?? [], ({ label }: Step) => label),
    outcomes: listChanges(before.outcomes, after.outcomes, ({ label }: Outcome) => label),
    questions: listChanges(before.questions, after.questions, ({ title }) => title),
  };
}

/** Whether nothing would be different. */
export function isSame({ steps, outcomes, questions }: TemplateChanges): boolean {
  return [steps, outcomes, questions].every(
    ({ added, removed, changed }) => added.length + removed.length + changed.length === 0,
  );
}

function listChanges<One extends { readonly id: string }>(
  before: readonly One[],
  after: readonly One[],
  nameOf: (one: One) => string,
): ListChanges {
  const earlier = new Map(before.map((one) => [one.id, one]));
  const later = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !earlier.has(id)).map(nameOf),
    removed: before.filter(({ id }) => !later.has(id)).map(nameOf),
    changed: after
      .filter((one) => {
        const old = earlier.get(one.id);
        return old !== undefined && settingsOf(old) !== settingsOf(one);
      })
      .map(nameOf),
  };
}

/** The settings that there are, in one order: what is absent, null or an empty list says the same. */
function settingsOf(one: object): string {
  return JSON.stringify(one, (_key, value: unknown) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return undefined;
    if (typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value as object).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
