import { command, query, versioned } from '../../core/contract.js';
import { Flag, Text, TextList, Uuid, Whole } from '../../core/fields.js';
import { GetResourceRequest } from './resource.contract.js';

const listMax = 30;
const wordMax = 50;

/** What is left out or null goes. Each function of resources has attributes of its own. */
export class SaveResourceAttributesRequest extends GetResourceRequest {
  @Whole({ min: 1, max: 1_000_000, optional: true, description: 'Of a facility', example: 420 })
  areaSquareMetres?: number | null;
  @Whole({ min: 1, max: 500, optional: true, description: 'Of a vehicle, which is a facility' })
  seats?: number | null;
  @TextList({
    max: listMax,
    length: wordMax,
    optional: true,
    description: 'Of a facility',
    example: ['投影'],
  })
  equipment?: string[] | null;
  @Text({ max: 500, optional: true, description: 'Of a facility', example: '有坡道和无障碍卫生间' })
  accessibility?: string | null;
  @TextList({ max: listMax, length: wordMax, optional: true, description: 'Of people' })
  skills?: string[] | null;
  @TextList({ max: listMax, length: wordMax, optional: true, description: 'Of people, and of know-how' })
  languages?: string[] | null;
  @TextList({ max: listMax, length: wordMax, optional: true, description: 'Of people' })
  certificates?: string[] | null;
  @Text({ max: 500, optional: true, description: 'Of a service: what it includes' })
  included?: string | null;
  @Flag({ optional: true, description: 'Of a service: does it come to the borrower?' })
  atBorrowersPlace?: boolean | null;
}

export class ResourceAttributesView {
  @Uuid() resourceId: string;
  @Whole({ description: '0 as long as nobody has said anything' }) version: number;
  @Whole({ nullable: true }) areaSquareMetres: number | null;
  @Whole({ nullable: true }) seats: number | null;
  @TextList({ max: listMax, length: wordMax }) equipment: string[];
  @Text({ max: 500, nullable: true }) accessibility: string | null;
  @TextList({ max: listMax, length: wordMax }) skills: string[];
  @TextList({ max: listMax, length: wordMax }) languages: string[];
  @TextList({ max: listMax, length: wordMax }) certificates: string[];
  @Text({ max: 500, nullable: true }) included: string | null;
  @Flag({ nullable: true }) atBorrowersPlace: boolean | null;
}

const shown = query('sharing.resource-attributes.get', GetResourceRequest, ResourceAttributesView, {
  http: 'GET resources/:resourceId/attributes',
  tag: 'resources',
  summary: 'What a resource has that those of other functions have not',
});

export const resourceAttributesContract = {
  save: versioned(
    command('sharing.resource-attributes.save', SaveResourceAttributesRequest, ResourceAttributesView, {
      http: 'PUT resources/:resourceId/attributes',
      tag: 'resources',
      summary: 'Says what a resource has that those of other functions have not; what is left out goes',
      example: { areaSquareMetres: 420, equipment: ['投影', '音响'], accessibility: '有坡道' },
    }),
    shown,
  ),
  get: shown,
};
