import { Button } from 'antd';
import { type RefObject, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../kit/input.js';
import { childrenOf, type IndicatorNode, type Tree } from './indicator-tree.model.js';
import { LeafFields } from './leaf-fields.js';
import type { TreeEdit } from './use-tree-edit.js';

interface NodePanelProps {
  readonly tree: Tree;
  readonly node: IndicatorNode;
  readonly edit: TreeEdit;
  readonly problem: string | undefined;
  readonly nameField: RefObject<HTMLDivElement | null>;
}

/** What is chosen in the tree: its name, its place, and how it is measured. */
export function NodePanel({ tree, node, edit, problem, nameField }: NodePanelProps) {
  const { t } = useTranslation();
  const id = useId();
  const label = t(node.leaf === null ? 'indicatorSystem.groupName' : 'indicatorSystem.indicatorName');
  return (
    <section className="tree-panel" aria-label={node.name || t('indicatorDesign.unnamed')}>
      <div ref={nameField}>
        <label htmlFor={id}>{label}</label>
        <Input
          id={id}
          value={node.name}
          maxLength={100}
          status={problem === undefined ? '' : 'error'}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          onChange={({ target }) => edit.write(node.key, { name: target.value }, 'name')}
        />
        {problem !== undefined && (
          <p id={`${id}-problem`} className="field-error">
            {problem}
          </p>
        )}
      </div>
      {node.leaf !== null && (
        <LeafFields leaf={node.leaf} onChange={(leaf, field) => edit.write(node.key, { leaf }, field)} />
      )}
      <NodeActions tree={tree} node={node} edit={edit} />
    </section>
  );
}

/** It goes without a question, as it comes back by one press. */
function NodeActions({ tree, node, edit }: Pick<NodePanelProps, 'tree' | 'node' | 'edit'>) {
  const { t } = useTranslation();
  const count = childrenOf(tree, node.key).length;
  return (
    <div className="actions">
      {(['up', 'down', 'out', 'in'] as const).map((step) => (
        <Button key={step} onClick={() => edit.step(node.key, step)}>
          {t(`indicatorSystem.step.${step}`)}
        </Button>
      ))}
      <Button danger onClick={() => edit.remove(node.key)}>
        {count === 0 ? t('evaluation.remove') : t('indicatorDesign.removeAll', { count })}
      </Button>
    </div>
  );
}
