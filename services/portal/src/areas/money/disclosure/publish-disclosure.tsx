import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { ErrorState, LoadingState, Refusal } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { thisYear, YearChoice } from '../../../session/year-choice.js';
import { DisclosedContent } from './disclosed-content.js';
import { useDisclosurePreview, usePublish } from './use-disclosures.js';

interface Asked {
  readonly unionId: string;
  readonly year: number;
}

const publishers = ['officer'] as const;

/** A year that is looked at before it is published: from then on it stands. */
export function PublishDisclosure({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [unionId, setUnionId] = useState<string>();
  const [year, setYear] = useState<number | undefined>(thisYear());
  const [asked, setAsked] = useState<Asked>();
  const isWhole = unionId !== undefined && year !== undefined;
  return (
    <section className="card" aria-labelledby="publish-title">
      <h2 id="publish-title">{t('budget.disclosure.publish')}</h2>
      <div className="money-filters">
        <label>
          {t('budget.union')}
          <UnionPicker
            none={t('budget.chooseUnion')}
            roles={publishers}
            {...(unionId === undefined ? {} : { value: unionId })}
            onChange={setUnionId}
          />
        </label>
        <label>
          {t('budget.year')}
          <YearChoice none={t('budget.chooseUnion')} value={year} onChange={setYear} />
        </label>
      </div>
      <div className="actions">
        <Button disabled={!isWhole} onClick={() => isWhole && setAsked({ unionId, year })}>
          {t('budget.disclosure.look')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
      {asked !== undefined && <Preview key={`${asked.unionId}.${asked.year}`} asked={asked} />}
    </section>
  );
}

function Preview({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useDisclosurePreview(asked.unionId, asked.year);
  if (data === undefined) {
    return error === null ? (
      <LoadingState rows={6} />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <>
      <h3>{t('budget.disclosure.preview')}</h3>
      <DisclosedContent content={data.content} />
      {data.isUnchanged ? (
        <p role="status">{t('budget.disclosure.unchanged')}</p>
      ) : (
        <Publish asked={asked} unionName={data.content.unionName} isCorrection={data.number > 1} />
      )}
    </>
  );
}

interface PublishProps {
  readonly asked: Asked;
  readonly unionName: string;
  readonly isCorrection: boolean;
}

function Publish({ asked, unionName: union, isCorrection }: PublishProps) {
  const { t } = useTranslation();
  const publish = usePublish();
  const reason = useReason();
  const navigate = useNavigate();
  const send = (text?: string): void =>
    publish.mutate(
      { ...asked, ...(text === undefined ? {} : { reason: text }) },
      { onSuccess: ({ id }) => void navigate(`/disclosures/${id}`) },
    );
  return (
    <>
      {isCorrection && (
        <ReasonField
          reason={reason}
          label={t('budget.disclosure.reason')}
          required={t('budget.reasonRequired')}
        />
      )}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={publish.isPending}
          question={t('budget.disclosure.publishQuestion', { union, year: String(asked.year) })}
          confirmText={t('budget.disclosure.publishNow')}
          onConfirm={() => (isCorrection ? reason.take(send) : send())}
        >
          {t('budget.disclosure.publishNow')}
        </ConfirmButton>
      </div>
      {publish.isError && <Refusal title={t('budget.refused')} error={publish.error} />}
    </>
  );
}
