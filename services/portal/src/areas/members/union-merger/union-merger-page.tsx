import '../../../kit/styles/union.css';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { type NamedParty, PickedParty } from '../../../session/party-picker.js';
import { UnionName } from '../../../session/union-name.js';
import { unionQuery } from '../../../session/use-may-manage.js';
import { ClosingFindings } from '../party/closing-findings.js';
import type { Union } from '../union/union-form.model.js';
import { ClosingForm } from '../union-closing/close-union.js';
import { MoveForm } from '../union-transfer/move-members.js';
import { mergerOf } from './union-merger.model.js';

type Schemas = components['schemas'];

/** A merger is two filings: this page leads both, and says how far they are. */
export function UnionMergerPage() {
  const { unionId = '' } = useParams();
  const { t } = useTranslation();
  return (
    <Loaded query={useQuery(unionQuery(unionId))}>
      {(union) => (
        <>
          <PageHead title={t('unionMerger.of', { name: union.name })} back={`/unions/${unionId}`} />
          <p className="hint">{t('unionMerger.hint')}</p>
          <Merger union={union} />
        </>
      )}
    </Loaded>
  );
}

interface MergerProps {
  readonly union: Union;
}

function Merger({ union }: MergerProps) {
  const { t } = useTranslation();
  const { id: unionId } = union;
  const [picked, setPicked] = useState<NamedParty>();
  const transfers = useRead('unionTransfer', '/union-transfers', { union: unionId, limit: 50 });
  const closings = useRead('unionClosing', '/union-closings', { union: unionId, limit: 50 });
  return (
    <Loaded query={transfers}>
      {({ items: moved }) => (
        <Loaded query={closings}>
          {({ items: closed }) => {
            const filed = mergerOf(unionId, moved, closed);
            const into = filed.into === null ? picked : { kind: 'union' as const, ...filed.into };
            return (
              <>
                <div className="card">
                  {filed.into === null ? (
                    <>
                      <label htmlFor="into">{t('unionMerger.into')}</label>
                      <PickedParty
                        id="into"
                        label={t('unionMerger.into')}
                        kinds={['union']}
                        except={unionId}
                        value={picked}
                        onChange={setPicked}
                      />
                    </>
                  ) : (
                    <p>
                      <Trans
                        i18nKey="unionMerger.chosen"
                        components={{ union: <UnionName unionId={filed.into.id} /> }}
                      />
                    </p>
                  )}
                </div>
                {into !== undefined && (
                  <Steps union={union} into={into} transfer={filed.transfer} closing={filed.closing} />
                )}
              </>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

interface StepsProps extends MergerProps {
  readonly into: NamedParty;
  readonly transfer: Schemas['UnionTransferView'] | null;
  readonly closing: Schemas['UnionClosingView'] | null;
}

function Steps({ union, into, transfer, closing }: StepsProps) {
  const { t } = useTranslation();
  if (closing?.state === 'closed') return <p role="status">{t('unionMerger.done')}</p>;
  return (
    <>
      <Preview unionId={union.id} />
      <TransferStep union={union} into={into} transfer={transfer} />
      <section className="card" aria-labelledby="closing-step">
        <h2 id="closing-step">{t('unionMerger.closingStep')}</h2>
        <p className="hint">{t('unionMerger.waits')}</p>
        {closing === null ? (
          <ClosingForm union={union} into={into} isLater={transfer === null} />
        ) : (
          <Filed state={t(`unionClosing.states.${closing.state}`)} to={`/union-closings/${closing.id}`} />
        )}
      </section>
    </>
  );
}

/** What there is of the union, in every service, and what the merger means for whom. */
function Preview({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const left = useRead('union', '/unions/{unionId}/closing', { unionId });
  return (
    <section className="card" aria-labelledby="merger-now">
      <h2 id="merger-now">{t('unionMerger.now')}</h2>
      <Loaded query={left}>{(preview) => <ClosingFindings preview={preview} />}</Loaded>
      <h3>{t('unionMerger.after')}</h3>
      <dl className="facts">
        {(['members', 'officers', 'money'] as const).map((who) => (
          <Fragment key={who}>
            <dt>{t(`unionMerger.who.${who}`)}</dt>
            <dd>{t(`unionMerger.${who}`)}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

/** A transfer that is done may have left somebody: the only officer of a union, or who has joined since. */
function TransferStep({ union, into, transfer }: Omit<StepsProps, 'closing'>) {
  const { t } = useTranslation();
  const { data: left } = useRead('union', '/unions/{unionId}/closing', { unionId: union.id });
  const members = left?.services
    .flatMap(({ findings }) => findings)
    .find(({ finding }) => finding === 'members');
  const isLeft = transfer?.state === 'done' && members !== undefined;
  return (
    <section className="card" aria-labelledby="transfer-step">
      <h2 id="transfer-step">{t('unionMerger.transferStep')}</h2>
      {transfer !== null && (
        <Filed state={t(`unionTransfer.states.${transfer.state}`)} to={`/union-transfers/${transfer.id}`} />
      )}
      {isLeft && <p>{t('unionMerger.again')}</p>}
      {(transfer === null || isLeft) && <MoveForm union={union} into={into} />}
    </section>
  );
}

function Filed({ state, to }: { readonly state: string; readonly to: string }) {
  const { t } = useTranslation();
  return (
    <>
      <p role="status">{t('unionMerger.filed', { state })}</p>
      <ButtonLink to={to} isPlain>
        {t('unionMerger.open')}
      </ButtonLink>
    </>
  );
}
