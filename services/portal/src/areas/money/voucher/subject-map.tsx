import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Input } from '../../../kit/input.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useReaches } from '../../../session/use-may-manage.js';
import type { Subject, Subjects } from './voucher.model.js';

const mappers = ['finance', 'officer'] as const;

/** The names of the subjects in the union's own books; finance or an officer changes one at a time. */
export function SubjectMap({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useRead('voucher', '/unions/{unionId}/voucher-subjects', { unionId });
  return (
    <section className="card" aria-labelledby="subjects-title">
      <h2 id="subjects-title">{t('budget.voucher.subjects')}</h2>
      <p className="hint">{t('budget.voucher.subjectsHint')}</p>
      {data !== undefined && <SubjectTable subjects={data} />}
      {data === undefined && error === null && <LoadingState rows={6} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
    </section>
  );
}

function SubjectTable({ subjects: all }: { readonly subjects: Subjects }) {
  const { t } = useTranslation();
  const mayMap = useReaches(all.unionId, mappers);
  const [edited, setEdited] = useState<Subject>();
  const columns = useSubjectColumns(mayMap ? setEdited : null);
  return (
    <>
      {edited !== undefined && (
        <EditSubject
          key={edited.subject}
          subjects={all}
          subject={edited}
          onDone={() => setEdited(undefined)}
        />
      )}
      <DataTable
        caption={t('budget.voucher.subjects')}
        columns={columns}
        rows={all.subjects}
        rowKey={({ subject }) => subject}
      />
    </>
  );
}

/** @param edit opens the form of a subject; null for those who may only read */
function useSubjectColumns(edit: ((subject: Subject) => void) | null): Column<Subject>[] {
  const { t } = useTranslation();
  const columns: Column<Subject>[] = [
    { key: 'code', title: t('budget.voucher.code'), cell: ({ code }) => code },
    { key: 'name', title: t('budget.voucher.name'), cell: ({ name }) => name },
    {
      key: 'state',
      title: t('budget.stateLabel'),
      cell: ({ isDefault }) => (isDefault ? t('budget.voucher.byDefault') : t('budget.voucher.own')),
    },
  ];
  if (edit === null) return columns;
  return [
    ...columns,
    {
      key: 'act',
      title: t('budget.voucher.act'),
      cell: (one) => (
        <Button onClick={() => edit(one)}>{t('budget.voucher.edit', { name: one.name })}</Button>
      ),
    },
  ];
}

interface EditSubjectProps {
  readonly subjects: Subjects;
  readonly subject: Subject;
  readonly onDone: () => void;
}

interface SubjectForm {
  readonly code: string;
  readonly name: string;
}

/** Sends all that the union maps itself, with this one changed or back at its default. */
function EditSubject({ subjects: all, subject, onDone }: EditSubjectProps) {
  const { t } = useTranslation();
  const { name, isDefault } = subject;
  const map = useCommand('voucher', 'put', '/unions/{unionId}/voucher-subjects', { onStale: 'refuse' });
  const inputOf = (changed: readonly Pick<Subject, 'subject' | 'code' | 'name'>[]) => {
    const kept = all.subjects.filter((one) => !one.isDefault && one.subject !== subject.subject);
    const subjects = [...kept, ...changed].map((one) => ({
      subject: one.subject,
      code: one.code,
      name: one.name,
    }));
    return { unionId: all.unionId, version: all.version, body: { subjects } };
  };
  return (
    <CommandForm
      command={map}
      input={(values: SubjectForm) =>
        inputOf([{ subject: subject.subject, code: values.code.trim(), name: values.name.trim() }])
      }
      submit={t('budget.voucher.save')}
      refused={t('budget.refused')}
      onDone={onDone}
      initialValues={{ code: subject.code, name }}
      actions={
        <>
          {!isDefault && (
            <ConfirmButton
              question={t('budget.voucher.resetQuestion', { name })}
              confirmText={t('budget.voucher.reset')}
              onConfirm={() => map.mutate(inputOf([]), { onSuccess: onDone })}
            >
              {t('budget.voucher.reset')}
            </ConfirmButton>
          )}
          <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
        </>
      }
    >
      <h3>{t('budget.voucher.edit', { name })}</h3>
      <div className="money-filters">
        <Form.Item
          name="code"
          label={t('budget.voucher.code')}
          rules={[
            { required: true, pattern: /^[0-9A-Za-z.-]{1,20}$/, message: t('budget.voucher.codeWrong') },
          ]}
        >
          <Input maxLength={20} autoFocus />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('budget.voucher.name')}
          rules={[{ required: true, whitespace: true, message: t('budget.voucher.nameRequired') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      </div>
    </CommandForm>
  );
}
