import { Alert } from 'antd';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { Refusal } from '../../../kit/states.js';
import { Consistency } from './consistency.js';
import { DataFields } from './data-fields.js';
import { DirectFields } from './direct-fields.js';
import { MixtureFields } from './mixture-fields.js';
import { PairFields, pairId } from './pair-fields.js';
import type { Preview } from './use-weight-versions.js';
import { WeightBars } from './weight-bars.js';
import {
  comparedMax,
  type GroupForm,
  mendingOfGroup,
  methods,
  objectiveOf,
  type Solving,
  usesJudgements,
  usesWeights,
} from './weighing.model.js';

export interface GroupFieldsProps {
  readonly id: string;
  readonly names: readonly string[];
  readonly group: GroupForm;
  readonly onChange: (group: GroupForm) => void;
}

interface GroupSectionProps extends Omit<GroupFieldsProps, 'id'> {
  readonly title: string;
  readonly live: {
    readonly judged: Preview | undefined;
    readonly measured: Preview | undefined;
    readonly weights: readonly number[] | null;
    readonly solving: Solving;
  };
  /** What the platform said of this group when it was saved. */
  readonly error: string | null;
}

/** One group of siblings: the method, what it needs, and what comes of it. */
export function GroupSection({ title, names, group, live, error, onChange }: GroupSectionProps) {
  const { t } = useTranslation();
  const id = useId();
  const fields = { id, names, group, onChange };
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('weightVersion.groupTitle', { title })}</h2>
      {error !== null && <Alert type="error" showIcon role="alert" title={error} className="notice" />}
      <MethodField {...fields} />
      <GroupFields {...fields} />
      <LivePart {...fields} live={live} />
    </section>
  );
}

/** What the method needs. */
function GroupFields(fields: GroupFieldsProps) {
  const { group } = fields;
  return (
    <>
      {group.method === 'mixture' && <MixtureFields {...fields} />}
      {usesJudgements(group) && <PairFields {...fields} />}
      {usesWeights(group) && <DirectFields {...fields} />}
      {objectiveOf(group) !== null && <DataFields {...fields} />}
    </>
  );
}

/** What comes of it. */
function LivePart({ id, names, group, live }: GroupFieldsProps & Pick<GroupSectionProps, 'live'>) {
  const { t } = useTranslation();
  return (
    <div aria-live="polite" className="live">
      {usesJudgements(group) && live.judged !== undefined && (
        <Judged preview={live.judged} names={names} group={group} id={id} solving={live.solving} />
      )}
      {objectiveOf(group) !== null && live.measured !== undefined && (
        <Measured preview={live.measured} names={names} />
      )}
      {usesWeights(group) && live.weights !== null && (
        <WeightBars bars={names.map((name, index) => bar(name, live.weights?.[index]))} />
      )}
      {group.method === 'mixture' && <p className="hint">{t('weightVersion.mixtureLater')}</p>}
    </div>
  );
}

function MethodField({ names, group, onChange }: GroupFieldsProps) {
  const { t } = useTranslation();
  const offered = methods.filter((method) => method !== 'ahp' || names.length <= comparedMax);
  return (
    <label className="labelled method">
      <span>{t('weightVersion.methodLabel')}</span>
      <Choice
        value={group.method}
        options={offered.map((value) => ({ value, label: t(`weightVersion.method.${value}`) }))}
        onChange={(method) => method !== undefined && onChange({ ...group, method })}
      />
    </label>
  );
}

interface LivePartProps {
  readonly preview: Preview;
  readonly names: readonly string[];
}

function Judged({
  preview,
  names,
  group,
  id,
  solving,
}: LivePartProps & { readonly group: GroupForm; readonly id: string; readonly solving: Solving }) {
  const { t } = useTranslation();
  const { data, error } = preview;
  const isBroken = data?.acceptable === false;
  // All seventeen values are tried at three places: only where something is to be mended.
  const mend = useMemo(() => (isBroken ? mendingOfGroup(group, solving) : null), [isBroken, group, solving]);
  if (error !== null) return <Refusal title={t('weightVersion.noPreview')} error={error} />;
  if (data === undefined) return <p className="hint">{t('weightVersion.computing')}</p>;
  const { consistencyRatio = null, acceptable, worst = null } = data;
  return (
    <>
      <WeightBars bars={names.map((name, index) => bar(name, data.weights[index]))} />
      <Consistency
        ratio={consistencyRatio}
        isAcceptable={acceptable !== false}
        worst={worst}
        mend={mend}
        names={names}
        positions={group.positions}
        onShow={(pair) => document.getElementById(pairId(id, pair))?.focus()}
      />
    </>
  );
}

function Measured({ preview, names }: LivePartProps) {
  const { t } = useTranslation();
  const { data, error } = preview;
  if (error !== null) return <Refusal title={t('weightVersion.noPreview')} error={error} />;
  if (data === undefined) return <p className="hint">{t('weightVersion.noRows')}</p>;
  return <WeightBars bars={names.map((name, index) => bar(name, data.weights[index]))} />;
}

function bar(name: string, weight: number | undefined) {
  return { key: name, name, weight: weight ?? 0 };
}
