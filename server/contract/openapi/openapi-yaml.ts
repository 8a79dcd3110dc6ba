import { Document, isMap, isPair, isScalar, isSeq, Scalar, visit } from 'yaml';
import { openApiDocument } from './document.ts';

/** The OpenAPI document as YAML, for readers of versions 1.1 and 1.2 alike. @param baseUrl Where the server is reached. */
export function openApiYaml(baseUrl: string): string {
  const document = new Document(openApiDocument(baseUrl), { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_key, scalar) => {
      if (typeof scalar.value === 'string' && misread.test(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE;
    },
    // Ranges, curves and small objects read better on one line than on a hundred.
    Seq: (_key, sequence) => {
      sequence.flow = sequence.items.every(isScalar);
    },
    Map: (_key, map, path) => {
      map.flow = map.items.length === 0 || (isInExample(path) && map.items.every(({ value }) => isShort(value)));
    },
  });
  return document.toString({ lineWidth: 140, flowCollectionPadding: true });
}

/** YAML 1.1 takes 05:30 for a number in base 60, 2025-03-20T15:30:00Z for a date, and n for false. */
const misread = /^([\d+-].*|y|n|yes|no|on|off)$/is;

/** The examples' own objects lie below a key `value`. */
const isInExample = (path: readonly unknown[]): boolean =>
  path.some((node) => isPair(node) && isScalar(node.key) && node.key.value === 'value');

const isShort = (node: unknown): boolean =>
  isScalar(node) || (isSeq(node) && node.items.every(isScalar)) || (isMap(node) && node.items.length === 0);
