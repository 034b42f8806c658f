import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { request } from '../../../api/request.js';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { thisYear, YearChoice } from '../../../session/year-choice.js';
import { DisclosedContent } from './disclosed-content.js';

interface Asked {
  readonly unionId: string;
  readonly year: number;
}

const publishers = ['officer'] as const;

/** Shows a year before it is published, because a publication is final. */
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
  const { data, error, refetch } = usePreview(asked);
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

/** What would be published now. */
function usePreview(asked: Asked) {
  return useQuery({
    queryKey: ['disclosure', 'preview', asked],
    queryFn: ({ signal }) => request('post', '/disclosures/preview', { body: asked }, { signal }),
    gcTime: 0,
  });
}

interface PublishProps {
  readonly asked: Asked;
  readonly unionName: string;
  readonly isCorrection: boolean;
}

function Publish({ asked, unionName: union, isCorrection }: PublishProps) {
  const { t } = useTranslation();
  const publish = useCommand('disclosure', 'post', '/disclosures');
  const navigate = useNavigate();
  return (
    <CommandForm
      command={publish}
      input={({ reason }: { readonly reason?: string }) => ({
        body: { ...asked, ...(reason === undefined ? {} : { reason: reason.trim() }) },
      })}
      submit={t('budget.disclosure.publishNow')}
      done={null}
      refused={t('budget.refused')}
      confirm={{
        question: t('budget.disclosure.publishQuestion', { union, year: String(asked.year) }),
        text: t('budget.disclosure.publishNow'),
      }}
      onDone={({ id }) => void navigate(`/disclosures/${id}`)}
    >
      {isCorrection && (
        <Form.Item
          name="reason"
          label={t('budget.disclosure.reason')}
          rules={[{ required: true, whitespace: true, message: t('budget.reasonRequired') }]}
        >
          <Input maxLength={500} />
        </Form.Item>
      )}
    </CommandForm>
  );
}
