import { Button } from 'antd';
import { type CSSProperties, type KeyboardEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../shell/confirm-button.js';
import {
  add,
  change,
  childrenOf,
  type IndicatorNode,
  levelOf,
  type Problem,
  remove,
  type Step,
  surveyLeaf,
  type Tree,
} from './indicator-tree.model.js';
import { LeafFields } from './leaf-fields.js';
import { Input } from '../../shell/input.js';

export interface NodeRowProps {
  readonly tree: Tree;
  readonly node: IndicatorNode;
  readonly problem: Problem | undefined;
  readonly error: string | undefined;
  readonly onChange: (tree: Tree) => void;
  readonly onStep: (key: string, step: Step) => void;
  readonly onDrop: (dragged: string, onto: string) => void;
}

/** The kind of what is dragged: the key of a node. */
const dragged = 'text/plain';

const steps = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' } as const;
const arrows = { up: '↑', down: '↓', in: '→', out: '←' } as const;

/** One node: named, moved by its handle, its buttons or Alt with the arrows, and what is measured by it. */
export function NodeRow(props: NodeRowProps) {
  const { tree, node, onChange, onDrop } = props;
  const level = levelOf(tree, node.key);
  return (
    <li
      className="tree-row"
      style={{ '--level': level - 1 } as CSSProperties}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop(event.dataTransfer.getData(dragged), node.key);
      }}
    >
      <NameField {...props} />
      <NodeActions {...props} />
      {node.leaf !== null && (
        <LeafFields leaf={node.leaf} onChange={(leaf) => onChange(change(tree, node.key, { leaf }))} />
      )}
    </li>
  );
}

function NameField({ tree, node, problem, error, onChange, onStep }: NodeRowProps) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const shown = error ?? (problem && t(`indicatorSystem.problem.${problem}`));
  const press = (event: KeyboardEvent): void => {
    const step = event.altKey ? steps[event.key as keyof typeof steps] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    onStep(node.key, step);
    // Where the row moves in the page, the field in it loses the focus.
    requestAnimationFrame(() => field.current?.querySelector('input')?.focus());
  };
  return (
    <div className="tree-name" ref={field}>
      <span
        className="tree-handle"
        draggable
        aria-hidden="true"
        onDragStart={(event) => event.dataTransfer.setData(dragged, node.key)}
      >
        ⠿
      </span>
      <Input
        value={node.name}
        maxLength={100}
        aria-label={t(node.leaf === null ? 'indicatorSystem.groupName' : 'indicatorSystem.indicatorName')}
        placeholder={t(node.leaf === null ? 'indicatorSystem.groupName' : 'indicatorSystem.indicatorName')}
        status={shown === undefined ? '' : 'error'}
        aria-invalid={shown !== undefined}
        aria-describedby={shown === undefined ? undefined : id}
        onKeyDown={press}
        onChange={(event) => onChange(change(tree, node.key, { name: event.target.value }))}
      />
      {shown !== undefined && (
        <p id={id} className="field-error">
          {shown}
        </p>
      )}
    </div>
  );
}

function NodeActions({ tree, node, onChange, onStep }: NodeRowProps) {
  const { t } = useTranslation();
  const { key, name, leaf } = node;
  return (
    <div className="tree-actions">
      {(['up', 'down', 'out', 'in'] as const).map((step) => (
        <Button
          key={step}
          title={t(`indicatorSystem.step.${step}`)}
          aria-label={t(`indicatorSystem.stepOf.${step}`, { name })}
          onClick={() => onStep(key, step)}
        >
          {arrows[step]}
        </Button>
      ))}
      {leaf === null && (
        <>
          <Button onClick={() => onChange(add(tree, key, surveyLeaf))}>
            {t('indicatorSystem.addIndicator')}
          </Button>
          <Button onClick={() => onChange(add(tree, key, null))}>{t('indicatorSystem.addGroup')}</Button>
        </>
      )}
      <ConfirmButton
        danger
        aria-label={t('indicatorSystem.removeOf', { name })}
        question={<p>{t('indicatorSystem.removeQuestion', { name, count: childrenOf(tree, key).length })}</p>}
        confirmText={t('evaluation.remove')}
        onConfirm={() => onChange(remove(tree, key))}
      >
        {t('evaluation.remove')}
      </ConfirmButton>
    </div>
  );
}
