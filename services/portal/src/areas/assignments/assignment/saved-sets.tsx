import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { ReadAgain } from '../../../kit/read-again.js';
import { Refusal } from '../../../kit/states.js';
import type { ChosenUnions } from './audience.model.js';

interface SavedSetsProps {
  readonly unionId: string;
  readonly chosen: ChosenUnions;
  readonly onChoose: (chosen: ChosenUnions) => void;
}

const nameMax = 60;

/** Sets of unions that the union has saved: one is taken, saved anew, changed or deleted. */
export function SavedSets({ unionId, chosen, onChoose }: SavedSetsProps) {
  const { t } = useTranslation();
  const id = useId();
  const [setId, setSetId] = useState('');
  const sets = useRead('assignmentSet', '/unions/{unionId}/assignment-sets', { unionId });
  const items = sets.data?.items ?? [];
  const taken = items.find((one) => one.id === setId);
  const take = (next = ''): void => {
    setSetId(next);
    const set = items.find((one) => one.id === next);
    if (set !== undefined) onChoose({ unionIds: set.unionIds, branchIds: set.branchIds });
  };
  return (
    <>
      {items.length > 0 && (
        <div>
          <label htmlFor={id}>{t('assignment.set.label')}</label>
          <Choice<string>
            id={id}
            value={setId}
            options={[
              { value: '', label: t('assignment.set.none') },
              ...items.map(({ id: value, name }) => ({ value, label: name })),
            ]}
            onChange={take}
          />
        </div>
      )}
      <ReadAgain isFailed={sets.isError} onRetry={() => void sets.refetch()} />
      {chosen.unionIds.length + chosen.branchIds.length > 0 && (
        <SaveSet
          key={setId}
          unionId={unionId}
          chosen={chosen}
          {...(taken === undefined ? {} : { taken })}
          onSaved={setSetId}
        />
      )}
    </>
  );
}

interface SaveSetProps {
  readonly unionId: string;
  readonly chosen: ChosenUnions;
  /** The set that was taken; its name and its unions can be changed. */
  readonly taken?: { readonly id: string; readonly version: number; readonly name: string };
  readonly onSaved: (setId: string) => void;
}

function SaveSet({ unionId, chosen, taken, onSaved }: SaveSetProps) {
  const { t } = useTranslation();
  const id = useId();
  const [name, setName] = useState(taken?.name ?? '');
  const create = useCommand('assignmentSet', 'post', '/unions/{unionId}/assignment-sets');
  const change = useCommand('assignmentSet', 'put', '/assignment-sets/{setId}', { onStale: 'refuse' });
  const remove = useCommand('assignmentSet', 'delete', '/assignment-sets/{setId}');
  const body = { name: name.trim(), unionIds: [...chosen.unionIds], branchIds: [...chosen.branchIds] };
  const isNamed = body.name !== '';
  const failed = [create, change, remove].find(({ isError }) => isError);
  return (
    <details>
      <summary>{t(taken === undefined ? 'assignment.set.saveAs' : 'assignment.set.change')}</summary>
      <label htmlFor={id}>{t('assignment.set.name')}</label>
      <Input id={id} value={name} maxLength={nameMax} onChange={(event) => setName(event.target.value)} />
      <p className="hint">{t('assignment.set.hint')}</p>
      {failed !== undefined && <Refusal title={t('assignment.set.refused')} error={failed.error} />}
      <div className="audience-sets">
        {taken !== undefined && (
          <Button
            disabled={!isNamed}
            loading={change.isPending}
            onClick={() => change.mutate({ setId: taken.id, version: taken.version, body })}
          >
            {t('assignment.set.update')}
          </Button>
        )}
        <Button
          disabled={!isNamed || body.name === taken?.name}
          loading={create.isPending}
          onClick={() => create.mutate({ unionId, body }, { onSuccess: (made) => onSaved(made.id) })}
        >
          {t('assignment.set.save')}
        </Button>
        {taken !== undefined && (
          <ConfirmButton
            danger
            loading={remove.isPending}
            question={t('assignment.set.removeQuestion', { name: taken.name })}
            confirmText={t('assignment.set.remove')}
            onConfirm={() => remove.mutate({ setId: taken.id }, { onSuccess: () => onSaved('') })}
          >
            {t('assignment.set.remove')}
          </ConfirmButton>
        )}
      </div>
    </details>
  );
}
