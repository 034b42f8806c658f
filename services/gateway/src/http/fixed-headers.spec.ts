import { afterEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { installFixedHeaders } from './fixed-headers.js';

let server: FastifyInstance;

afterEach(() => server.close());

describe('every answer', () => {
  it('lets pages use the camera, and nothing else that a browser would ask its person about', async () => {
    server = Fastify();
    installFixedHeaders(server, {});
    server.get('/', () => 'there');
    for (const url of ['/', '/nothing']) {
      const { headers } = await server.inject(url);
      expect(headers['permissions-policy']).toContain('camera=(self)');
      for (const feature of ['microphone', 'geolocation', 'payment', 'usb'])
        expect(headers['permissions-policy']).toContain(`${feature}=()`);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });
});
