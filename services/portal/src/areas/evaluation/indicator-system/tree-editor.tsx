import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nodeOf, nodesMax, problemsOf } from './indicator-tree.model.js';
import { NodePanel } from './node-panel.js';
import { TreeList } from './tree-list.js';
import type { EditedSystem } from './use-edited-system.js';
import { type TreeEdit, useTreeEdit } from './use-tree-edit.js';

interface TreeEditorProps {
  readonly edited: EditedSystem;
  /** What the platform said of single nodes, by their keys. */
  readonly errors: ReadonlyMap<string, string>;
}

/** A tree on the left, and what is chosen in it on the right; on a phone below it. */
export function TreeEditor({ edited, errors }: TreeEditorProps) {
  const { t } = useTranslation();
  const edit = useTreeEdit(edited);
  const nameField = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const { nodes } = edited.values;
  const problems = shownProblems(edited, edit, errors, (problem) => t(`indicatorSystem.problem.${problem}`));
  const node = edit.at === null ? undefined : nodeOf(nodes, edit.at);
  const toName = (): void => {
    // The panel of what was just added comes with the next frame.
    requestAnimationFrame(() => nameField.current?.querySelector('input')?.focus());
  };
  return (
    <>
      <h2 className="tree-title">{t('indicatorSystem.tree')}</h2>
      <p className="hint">{t('indicatorDesign.keysHint')}</p>
      <TreeBar edited={edited} edit={edit} onAdded={toName} />
      <p className="visually-hidden" aria-live="polite">
        {edit.said}
      </p>
      <div className="tree-desk">
        <TreeList
          tree={nodes}
          edit={edit}
          closed={closed}
          problems={problems}
          onClosed={setClosed}
          onRename={toName}
        />
        {node !== undefined && (
          <NodePanel
            key={node.key}
            tree={nodes}
            node={node}
            edit={edit}
            problem={problems.get(node.key)}
            nameField={nameField}
          />
        )}
      </div>
    </>
  );
}

/** What is wrong as it is typed; with what was never touched the tree is patient until it is to be saved. */
function shownProblems(
  edited: EditedSystem,
  edit: TreeEdit,
  errors: ReadonlyMap<string, string>,
  wordsOf: (problem: NonNullable<ReturnType<ReturnType<typeof problemsOf>['get']>>) => string,
): ReadonlyMap<string, string> {
  const found = [...problemsOf(edited.values.nodes)]
    .filter(([key]) => edited.areProblemsShown || edit.touched.has(key))
    .map(([key, problem]): [string, string] => [key, wordsOf(problem)]);
  return new Map([...found, ...errors]);
}

interface TreeBarProps {
  readonly edited: EditedSystem;
  readonly edit: TreeEdit;
  readonly onAdded: () => void;
}

function TreeBar({ edited, edit, onAdded }: TreeBarProps) {
  const { t } = useTranslation();
  const isFull = edited.values.nodes.length >= nodesMax;
  const add = (kind: 'group' | 'indicator') => (): void => {
    edit.add(kind);
    onAdded();
  };
  return (
    <div className="actions tree-bar">
      <Button disabled={isFull} onClick={add('group')}>
        {t('indicatorSystem.addGroup')}
      </Button>
      <Button disabled={isFull} onClick={add('indicator')}>
        {t('indicatorSystem.addIndicator')}
      </Button>
      <Button disabled={!edited.canUndo} onClick={() => edit.takeBack('undo')}>
        {t('indicatorDesign.undo')}
      </Button>
      <Button disabled={!edited.canRedo} onClick={() => edit.takeBack('redo')}>
        {t('indicatorDesign.redo')}
      </Button>
    </div>
  );
}
