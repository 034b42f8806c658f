import { Flag, ListOf, OneOf } from '../../core/fields.js';
import { dataKinds, KeptDataCount, LooksView } from '../../words/person-data.js';
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

/** Who was shown values of the caller by one service. */
export class ServiceLooksView extends LooksView {
  @OneOf(mergeServices, { name: 'MergeService' }) service: MergeService;
  @Flag({ description: 'False: it could not be asked just now' }) answered: boolean;
}

export class OwnLooksView {
  @Flag({ description: 'Every service has answered' }) complete: boolean;
  @ListOf(() => ServiceLooksView, { max: mergeServices.length }) services: ServiceLooksView[];
}
