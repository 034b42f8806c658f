import { Flag, ListOf, OneOf } from '../../core/fields.js';
import { dataKinds, KeptDataCount } from '../../words/person-data.js';
import { mergeServices, type MergeService } from '../../words/person-merge.js';

/** What one service keeps of the caller. */
export class ServiceDataView {
  @OneOf(mergeServices, { name: 'MergeService' }) service: MergeService;
  @Flag({ description: 'False: it could not be asked just now' }) answered: boolean;
  @ListOf(() => KeptDataCount, { max: dataKinds.length }) items: KeptDataCount[];
}

export class OwnDataView {
  @Flag({ description: 'Every service has answered' }) complete: boolean;
  @ListOf(() => ServiceDataView, { max: mergeServices.length }) services: ServiceDataView[];
}
