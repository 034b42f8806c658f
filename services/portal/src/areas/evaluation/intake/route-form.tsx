import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { type FindableKind, type NamedParty, PickedParty } from '../../../session/party-picker.js';
import type { Intake } from './intake.model.js';

const unions: readonly FindableKind[] = ['union'];

/** Hands it to another union, which then answers within the same deadline. */
export function RouteForm({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const route = useCommand('intake', 'post', '/intake/{intakeId}/route');
  const [union, setUnion] = useState<NamedParty>();
  const submit = (): void => {
    if (union === undefined) return;
    // The officer may no longer see it once it is with another union.
    route.mutate(
      { intakeId: entry.id, version: entry.version, body: { unionId: union.id } },
      { onSuccess: () => void navigate('/intake?state=open') },
    );
  };
  return (
    <section className="card" aria-labelledby="route-title">
      <h2 id="route-title">{t('intake.route')}</h2>
      <p className="hint">{t('intake.routeHint')}</p>
      <div className="notice">
        <PickedParty
          label={t('common.findUnion')}
          kinds={unions}
          except={entry.unionId}
          value={union}
          onChange={setUnion}
        />
      </div>
      {route.isError && <Refusal title={t('intake.routeRefused')} error={route.error} />}
      <ConfirmButton
        disabled={union === undefined}
        loading={route.isPending}
        question={t('intake.routeQuestion')}
        confirmText={t('intake.routeYes')}
        onConfirm={submit}
      >
        {t('intake.routeYes')}
      </ConfirmButton>
    </section>
  );
}
