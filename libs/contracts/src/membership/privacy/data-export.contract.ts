import { command, NoRequest, query } from '../../core/contract.js';
import { Instant, ListOf, Nested, Uuid } from '../../core/fields.js';
import { CredentialProof } from '../access/credential-proof.js';

/** How long an export can be downloaded, so that a session that was left open later gives nothing away. */
export const exportMinutes = 60;
/**
 * How often one can be downloaded: a phone that loses its connection has to begin anew, as the file is kept nowhere and
 * no part of it can be asked for. Each reads everything that there is of a person.
 */
export const downloadsPerExport = 5;
/** In 24 hours; each reads everything that there is of a person. */
export const exportsPerDay = 10;
/** The newest of a person that are listed. */
export const exportsShown = 20;

export class AskDataExport {
  @Nested(() => CredentialProof) proof: CredentialProof;
}

export class DataExportId {
  @Uuid() exportId: string;
}

/** That a person has asked for their data. The file is made while it is downloaded, and kept nowhere. */
export class DataExportView {
  @Uuid() id: string;
  @Instant() askedAt: string;
  @Instant({ description: 'Until when it can be downloaded' }) until: string;
  @Instant({ nullable: true, description: 'When it was last downloaded' }) downloadedAt: string | null;
}

export class DataExportsView {
  @ListOf(() => DataExportView, { max: exportsShown, description: 'The newest first' })
  items: DataExportView[];
}

export const dataExportContract = {
  ask: command('membership.data-export.ask', AskDataExport, DataExportView, {
    http: 'POST me/exports',
    tag: 'privacy',
    summary: 'Opens, for an hour, the download of everything that the platform has of me',
    idempotent: false,
    example: { proof: { password: 'not-a-real-one' } },
  }),
  list: query('membership.data-export.list', NoRequest, DataExportsView, {
    http: 'GET me/exports',
    tag: 'privacy',
    summary: 'When my data were asked for and downloaded',
  }),
  /** Notes the download. */
  open: command('membership.data-export.open', DataExportId, DataExportView),
};
