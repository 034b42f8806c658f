import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { type Circle, may } from './circle.model.js';
import { CircleForm } from './circle-form.js';

interface Props {
  readonly circle: Circle;
}

/** What an officer changes about a circle. */
export function ChangeCircle({ circle: { id: circleId, version, name, about, joining } }: Props) {
  const { t } = useTranslation();
  const change = useCommand('circle', 'patch', '/circles/{circleId}', { onStale: 'refuse' });
  return (
    <details className="card fold">
      <summary>{t('circle.change')}</summary>
      <CircleForm
        key={version}
        command={change}
        initial={{ name, about, joining }}
        input={(values) => ({
          circleId,
          version,
          body: { name: values.name, about: values.about, joining: values.joining },
        })}
        submit={t('circle.saveChange')}
      />
    </details>
  );
}

/** Closed, it is only read; and it can be opened again. */
export function CloseCircle({ circle }: Props) {
  const { t } = useTranslation();
  const { id: circleId, version } = circle;
  const close = useCommand('circle', 'post', '/circles/{circleId}/close');
  const reopen = useCommand('circle', 'post', '/circles/{circleId}/reopen');
  const isOpen = may(circle, 'close');
  const command = isOpen ? close : reopen;
  const words = t(isOpen ? 'circle.close' : 'circle.reopen');
  return (
    <section className="card" aria-label={words}>
      <p className="hint">{t(isOpen ? 'circle.closeHint' : 'circle.reopenHint')}</p>
      {command.isError && <Refusal title={t('circle.notSaved')} error={command.error} />}
      <div className="actions">
        <ConfirmButton
          danger={isOpen}
          loading={command.isPending}
          question={t(isOpen ? 'circle.closeQuestion' : 'circle.reopenQuestion')}
          confirmText={words}
          onConfirm={() => command.mutate({ circleId, version })}
        >
          {words}
        </ConfirmButton>
      </div>
    </section>
  );
}
