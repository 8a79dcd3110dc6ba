import SwaggerParser from '@apidevtools/swagger-parser';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { openApiYaml } from '../../server/contract/openapi/openapi-yaml.ts';

const yaml = openApiYaml('https://gait.example.org');

it('the OpenAPI document is one by the specification’s own schema', async () => {
  const { valid, errors } = await new Validator().validate(yaml);
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

it('the validator refuses a document with a mistake in it', async () => {
  const { valid } = await new Validator().validate(yaml.replace('in: query', 'in: quarry'));
  expect(valid).toBe(false);
});

it('the OpenAPI document keeps the rules beyond the schema: parameters of paths, references, operation ids', async () => {
  const api = await SwaggerParser.validate(parse(yaml));
  expect(Object.keys(api.paths ?? {}).length).toBeGreaterThanOrEqual(14);
});

it('the second validator refuses a reference to nothing', async () => {
  const broken = yaml.replace('"#/components/schemas/Subject"', '"#/components/schemas/Nobody"');
  expect(broken).not.toBe(yaml);
  const outcome = await SwaggerParser.validate(parse(broken)).catch((error: Error) => error.message);
  expect(outcome).toContain('Nobody');
});
