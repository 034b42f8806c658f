import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { Refusal } from '../../../kit/states.js';
import { unionQuery } from '../../../session/use-may-manage.js';
import { CoverageMatrix } from './coverage-matrix.js';
import { surveyLeaf } from './indicator-leaf.model.js';
import { problemsOf, type Tree } from './indicator-tree.model.js';
import { SystemFields } from './system-fields.js';
import { nodeErrorsOf } from './node-errors.js';
import { useEditedSystem } from './use-edited-system.js';
import type { Template } from './use-templates.js';

/** Every tree begins with one group and one question in it, to be named. */
const firstNodes: Tree = [
  { key: 'n1', name: '', parentKey: null, leaf: null },
  { key: 'n2', name: '', parentKey: 'n1', leaf: surveyLeaf },
];

interface NewSystemEditorProps {
  readonly unionIds: readonly string[];
  /** What it is begun with; null for an empty one. */
  readonly template: Template | null;
}

/** Drafts a tree for a union whose evaluator one is. */
export function NewSystemEditor({ unionIds, template }: NewSystemEditorProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [unionId = '', setUnionId] = useState(unionIds[0]);
  const begun = template ?? { name: '', nodes: firstNodes };
  const edited = useEditedSystem(`new.${template?.key ?? 'empty'}`, { ...begun, version: 0 });
  const create = useCommand('indicatorSystem', 'post', '/indicator-systems');
  const { name, nodes } = edited.values;
  const isComplete = name.trim() !== '' && nodes.length > 0 && problemsOf(nodes).size === 0;
  const save = (): void => {
    edited.showProblems();
    if (!isComplete) return;
    create.mutate(
      {
        body: { unionId, name: name.trim(), nodes: [...nodes], ...(template && { template: template.key }) },
      },
      {
        onSuccess: ({ id }) => {
          edited.drop();
          void navigate(`/indicator-systems/${id}`, { replace: true });
        },
      },
    );
  };
  return (
    <>
      {unionIds.length > 1 && <UnionChoice unionIds={unionIds} value={unionId} onChange={setUnionId} />}
      <SystemFields edited={edited} errors={nodeErrorsOf(create.error, nodes)} />
      <CoverageMatrix nodes={nodes} />
      {create.isError && <Refusal title={t('indicatorSystem.refused')} error={create.error} />}
      <Button type="primary" loading={create.isPending} onClick={save}>
        {t('indicatorSystem.saveDraft')}
      </Button>
    </>
  );
}

interface UnionChoiceProps {
  readonly unionIds: readonly string[];
  readonly value: string;
  readonly onChange: (unionId: string | undefined) => void;
}

function UnionChoice({ unionIds, value, onChange }: UnionChoiceProps) {
  const { t } = useTranslation();
  const unions = useQueries({ queries: unionIds.map(unionQuery) });
  const options = unions.flatMap(({ data }) =>
    data === undefined ? [] : [{ value: data.id, label: data.name }],
  );
  return (
    <label className="card labelled">
      <span>{t('indicatorSystem.union')}</span>
      <Choice value={value} options={options} onChange={onChange} />
    </label>
  );
}
