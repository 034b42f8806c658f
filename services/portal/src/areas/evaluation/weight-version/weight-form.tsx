import { Alert, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { pathOf, ProblemError } from '../../../api/problem.js';
import { useCommand } from '../../../api/use-command.js';
import { Refusal } from '../../../kit/states.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import {
  ordered,
  type Siblings,
  siblingsOf,
  weighedNodes,
} from '../indicator-system/indicator-tree.model.js';
import type { IndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import { GroupSection } from './group-section.js';
import { SolvingFields } from './solving-fields.js';
import { useWeightForm } from './use-weight-form.js';
import { usePreviews } from './use-weight-versions.js';
import { WeightBars } from './weight-bars.js';
import {
  type GroupForm,
  judgedPreview,
  measuredPreview,
  sharesOf,
  weighingOf,
  wholeWeights,
} from './weighing.model.js';

/** Weighs every group of siblings; what comes of it is seen at once. */
export function WeightForm({ system }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const nodes = useMemo(() => ordered(system.nodes), [system.nodes]);
  const siblings = useMemo(() => siblingsOf(nodes), [nodes]);
  const names = useMemo(() => new Map(nodes.map(({ key, name }) => [key, name])), [nodes]);
  const form = useWeightForm(system.id, siblings, nodes);
  const live = useLive(siblings, form);
  const save = useCommand('weightVersion', 'post', '/indicator-systems/{systemId}/weight-versions');
  const weighed = useMemo(() => weighedNodes(nodes), [nodes]);
  const whole = wholeWeights(live, weighed);
  const isAcceptable = live.every(({ judged }) => judged?.data?.acceptable !== false);
  const submit = (): void =>
    save.mutate(
      {
        systemId: system.id,
        body: {
          nodes: siblings.map((group, index) =>
            weighingOf(group, form.groups[index] as GroupForm, form.solving),
          ),
        },
      },
      {
        onSuccess: ({ id }) => {
          form.drop();
          void navigate(`/weight-versions/${id}`);
        },
      },
    );
  return (
    <>
      <p>{t('weightVersion.intro')}</p>
      <SolvingFields solving={form.solving} onChange={form.changeSolving} />
      {live.map(({ parentKey, keys, judged, measured, weights }, index) => (
        <GroupSection
          key={parentKey ?? ''}
          title={parentKey === null ? t('weightVersion.top') : (names.get(parentKey) ?? parentKey)}
          names={keys.map((key) => names.get(key) ?? key)}
          group={form.groups[index] as GroupForm}
          live={{ judged, measured, weights, solving: form.solving }}
          error={errorAt(save.error, index)}
          onChange={(group) => form.changeGroup(index, group)}
        />
      ))}
      {whole !== null && <Whole weights={whole} names={names} />}
      {!isAcceptable && (
        <Alert type="warning" showIcon title={t('weightVersion.notActivatable')} className="notice" />
      )}
      {save.isError && <Refusal title={t('weightVersion.refused')} error={save.error} />}
      <Button type="primary" loading={save.isPending} onClick={submit}>
        {t('weightVersion.save')}
      </Button>
    </>
  );
}

interface WholeProps {
  readonly weights: readonly { readonly key: string; readonly weight: number }[];
  readonly names: ReadonlyMap<string, string>;
}

function Whole({ weights, names }: WholeProps) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="whole-title">
      <h2 id="whole-title">{t('weightVersion.whole')}</h2>
      <WeightBars bars={weights.map(({ key, weight }) => ({ key, name: names.get(key) ?? key, weight }))} />
    </section>
  );
}

/** The weights of each group as they are chosen now; those of a mixture are known once it is saved. */
function useLive(siblings: readonly Siblings[], form: ReturnType<typeof useWeightForm>) {
  // A slider on its way is not asked about.
  const settled = useDebounced(form.values, 200);
  const bodies = siblings.flatMap(({ keys }, index) => {
    const group = settled.groups[index] as GroupForm;
    return [judgedPreview(group, keys, settled.solving), measuredPreview(group)];
  });
  const previews = usePreviews(bodies);
  return siblings.map(({ parentKey, keys }, index) => {
    const group = form.groups[index] as GroupForm;
    const [judged, measured] = [previews[2 * index], previews[2 * index + 1]];
    const known = {
      ahp: judged?.data?.weights,
      direct: sharesOf(group.weights),
      entropy: measured?.data?.weights,
      critic: measured?.data?.weights,
      mixture: null,
    };
    return { parentKey, keys, judged, measured, weights: known[group.method] ?? null };
  });
}

/** What the platform says of one group: `/nodes/2/rows` is the third. */
function errorAt(error: Error | null, index: number): string | null {
  if (!(error instanceof ProblemError)) return null;
  const own = error.problem.errors.filter(({ pointer }) => {
    const [list, place] = pathOf(pointer);
    return list === 'nodes' && place === index;
  });
  return own[0]?.detail ?? null;
}
