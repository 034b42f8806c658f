import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { mergeFields, type MergeField, type MergePerson, type MergeSide } from './merge.model.js';
import { MergeReferences } from './merge-references.js';
import { PersonComparison } from './person-comparison.js';

type Values = Readonly<Record<MergeField, MergeSide>> & { readonly reason: string };

/** Compares two records, counts what a merge would touch, and proposes it. */
export function NewMergePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const survivorId = search.get('survivorId') ?? undefined;
  const mergedId = search.get('mergedId') ?? undefined;
  const pair = survivorId === undefined || mergedId === undefined ? undefined : { survivorId, mergedId };
  const comparison = useRead('memberMerge', '/member-merges/comparison', pair);
  const head = <PageHead title={t('memberMerge.compareTitle')} back="/member-merges/candidates" />;
  if (pair === undefined)
    return (
      <>
        {head}
        <EmptyState text={t('memberMerge.chooseFirst')}>
          <Link to="/member-merges/candidates">{t('memberMerge.candidates')}</Link>
        </EmptyState>
      </>
    );
  return (
    <>
      {head}
      <Loaded query={comparison}>
        {({ survivor, merged, reasons }) => (
          <>
            <section className="card" aria-label={t('memberMerge.compareTitle')}>
              <p className="hint">{t('memberMerge.compareHint')}</p>
              <p>
                {reasons.map((reason) => (
                  <span key={reason} className="tag">
                    {t(`memberMerge.reasons.${reason}`)}
                  </span>
                ))}
              </p>
              <PersonComparison survivor={survivor} merged={merged} />
              <Button onClick={() => setSearch({ survivorId: merged.personId, mergedId: survivor.personId })}>
                {t('memberMerge.swap')}
              </Button>
            </section>
            <ProposeMerge key={survivor.personId} survivor={survivor} merged={merged} />
          </>
        )}
      </Loaded>
    </>
  );
}

interface ProposeMergeProps {
  readonly survivor: MergePerson;
  readonly merged: MergePerson;
}

function ProposeMerge({ survivor, merged }: ProposeMergeProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const pair = { survivorId: survivor.personId, mergedId: merged.personId };
  const preview = useRead('memberMerge', '/member-merges/preview', pair);
  const propose = useCommand('memberMerge', 'post', '/member-merges');
  return (
    <>
      <section className="card" aria-labelledby="touched-title">
        <h2 id="touched-title">{t('memberMerge.touched')}</h2>
        <Loaded query={preview}>{({ services }) => <MergeReferences services={services} />}</Loaded>
      </section>
      <section className="card" aria-labelledby="propose-title">
        <h2 id="propose-title">{t('memberMerge.propose')}</h2>
        <CommandForm
          command={propose}
          input={({ reason, ...sides }: Values) => ({ body: { ...pair, ...sides, reason: reason.trim() } })}
          submit={t('memberMerge.propose')}
          refused={t('memberMerge.refused')}
          initialValues={{ name: 'survivor', residentNumber: 'survivor', phone: 'survivor' }}
          onDone={({ id }) => void navigate(`/member-merges/${id}`)}
        >
          <div className="two-columns">
            {mergeFields.map((field) => (
              <Form.Item key={field} name={field} label={t(`memberMerge.keep.${field}`)}>
                <Choice<MergeSide>
                  options={[
                    { value: 'survivor', label: valueOf(survivor, field) ?? t('common.none') },
                    { value: 'merged', label: valueOf(merged, field) ?? t('common.none') },
                  ]}
                />
              </Form.Item>
            ))}
          </div>
          <Form.Item
            name="reason"
            label={t('memberMerge.reason')}
            extra={t('memberMerge.reasonHint')}
            rules={[{ required: true, whitespace: true, message: t('memberMerge.reasonRequired') }]}
          >
            <TextArea rows={2} maxLength={500} />
          </Form.Item>
        </CommandForm>
      </section>
    </>
  );
}

function valueOf(person: MergePerson, field: MergeField): string | null {
  return person[field];
}
