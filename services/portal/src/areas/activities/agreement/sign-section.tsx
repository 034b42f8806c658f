import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { Hash } from './hash.js';
import { keyOf } from './party-names.js';
import type { Agreement } from './use-agreements.js';

type Signature = Agreement['signatures'][number];

/** Signs the version that is shown, for one host. The hash proves that it is this text. */
export function SignSection({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  const sign = useCommand('agreement', 'post', '/agreements/{agreementId}/sign');
  const { options, first } = useSigners(agreement.signatures);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const party = options.find((option) => keyOf(option) === (chosen ?? first));
  if (options.length === 0) return null;
  return (
    <div className="sign">
      {options.length > 1 && (
        <label>
          <span>{t('agreement.signFor')}</span>
          <Choice
            value={party === undefined ? '' : keyOf(party)}
            options={[
              { value: '', label: t('splitRule.chooseParty') },
              ...options.map((option) => ({ value: keyOf(option), label: option.name })),
            ]}
            onChange={setChosen}
          />
        </label>
      )}
      {sign.isError && <Refusal title={t('agreement.notSigned')} error={sign.error} />}
      <ConfirmButton
        type="primary"
        disabled={party === undefined}
        loading={sign.isPending}
        question={
          <>
            <p>
              <strong>{t('agreement.signQuestion', { name: party?.name ?? '' })}</strong>
            </p>
            <p>{t('agreement.signMeaning')}</p>
            <Hash hash={agreement.hash} />
          </>
        }
        confirmText={t('agreement.sign')}
        onConfirm={() =>
          party !== undefined &&
          sign.mutate({
            agreementId: agreement.id,
            body: { hash: agreement.hash, party: { kind: party.kind, id: party.id } },
          })
        }
      >
        {party === undefined ? t('agreement.sign') : t('agreement.signNamed', { name: party.name })}
      </ConfirmButton>
    </div>
  );
}

/** For whom the person may sign: their own party first. */
function useSigners(signatures: readonly Signature[]) {
  const { data: me } = useMe();
  const { unionIdsOf } = useOffices();
  const own = unionIdsOf('officer', 'finance');
  const isOwn = ({ id }: { readonly id: string }): boolean => own.includes(id) || id === me?.personId;
  const options = signatures.filter(({ maySign }) => maySign).map(({ party }) => party);
  const mine = options.find(isOwn) ?? (options.length === 1 ? options[0] : undefined);
  return { options, first: mine === undefined ? undefined : keyOf(mine) };
}
