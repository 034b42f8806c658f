import { describe, expect, it } from '@jest/globals';
import { checkDefinition } from '../service-item/service-item.model.js';
import { serviceTemplates } from './service-templates.js';

const today = new Date('2026-11-27T10:00:00+08:00');

describe('a template', () => {
  it.each(serviceTemplates.map((template) => [template.id, template.definition] as const))(
    '%s is a service as an officer may offer it',
    (_id, definition) => {
      expect(checkDefinition(definition, null, today)).toEqual([]);
    },
  );

  it('has an id of its own', () => {
    const ids = serviceTemplates.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says where its terms are written', () => {
    const silent = serviceTemplates.filter(({ definition }) => !definition.guidance);
    expect(silent).toEqual([]);
  });
});
