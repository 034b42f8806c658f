import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  add,
  move,
  nodesMax,
  placeBefore,
  placeInto,
  problemsOf,
  type Step,
  surveyLeaf,
  type Tree,
} from './indicator-tree.model.js';
import { NodeRow } from './node-row.js';
import type { EditedSystem } from './use-edited-system.js';
import { Input } from '../../shell/input.js';

interface SystemFieldsProps {
  readonly edited: EditedSystem;
  /** What the platform said of single nodes, by their keys. */
  readonly errors: ReadonlyMap<string, string>;
}

/** The name of a system and its tree. */
export function SystemFields({ edited, errors }: SystemFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const { name } = edited.values;
  const isMissing = edited.areProblemsShown && name.trim() === '';
  return (
    <div className="card">
      <label htmlFor={id}>{t('indicatorSystem.name')}</label>
      <Input
        id={id}
        value={name}
        maxLength={100}
        status={isMissing ? 'error' : ''}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? `${id}-error` : undefined}
        onChange={(event) => edited.change({ name: event.target.value })}
      />
      {isMissing && (
        <p id={`${id}-error`} className="field-error">
          {t('evaluation.required')}
        </p>
      )}
      <TreeEditor edited={edited} errors={errors} />
    </div>
  );
}

function TreeEditor({ edited, errors }: SystemFieldsProps) {
  const { t } = useTranslation();
  const [moved, setMoved] = useState('');
  const { nodes } = edited.values;
  const problems = edited.areProblemsShown ? problemsOf(nodes) : new Map<string, never>();
  const change = (tree: Tree): void => edited.change({ nodes: tree });
  const step = (key: string, where: Step): void => {
    const after = move(nodes, key, where);
    const name = nodes.find((node) => node.key === key)?.name ?? '';
    setMoved(t(after === nodes ? 'indicatorSystem.cannotMove' : `indicatorSystem.moved.${where}`, { name }));
    if (after !== nodes) change(after);
  };
  const drop = (dragged: string, onto: string): void => {
    const into = placeInto(nodes, dragged, onto);
    change(into === nodes ? placeBefore(nodes, dragged, onto) : into);
  };
  const isFull = nodes.length >= nodesMax;
  return (
    <>
      <h2 className="tree-title">{t('indicatorSystem.tree')}</h2>
      <p className="hint">{t('indicatorSystem.treeHint')}</p>
      <p className="visually-hidden" aria-live="polite">
        {moved}
      </p>
      <ul className="plain-list tree-editor">
        {nodes.map((node) => (
          <NodeRow
            key={node.key}
            tree={nodes}
            node={node}
            problem={problems.get(node.key)}
            error={errors.get(node.key)}
            onChange={change}
            onStep={step}
            onDrop={drop}
          />
        ))}
      </ul>
      <div className="actions">
        <Button disabled={isFull} onClick={() => change(add(nodes, null, null))}>
          {t('indicatorSystem.addGroup')}
        </Button>
        <Button disabled={isFull} onClick={() => change(add(nodes, null, surveyLeaf))}>
          {t('indicatorSystem.addIndicator')}
        </Button>
      </div>
    </>
  );
}
